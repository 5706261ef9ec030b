import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster } from '../../platform/language/cluster.ts'
import { type DnsFailoverOptions, dnsFailover } from '../../platform/language/dns-failover.ts'
import { environment } from '../../platform/language/environment.ts'
import { loss } from '../../platform/language/failure.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { scenario } from '../../platform/language/scenario.ts'
import { sampleWorld, verdictsOf } from '../sample.ts'
import { scenarios } from './scenarios.ts'

const yard = cluster('yard', { kubernetes: '1.34', nodes: [] })
const looked = 'looked-first/name: the checks of spare behind name fail until somebody has looked'
const are = 'rows-first/name: the checks of spare behind name fail until its stores take writes'
const itself = (after: string) => `name leads callers there by its own checks, after ${after}, and waits for no step`

/** What is said of callers, once rows were taken over and somebody has looked. */
const rows: [name: string, checks: DnsFailoverOptions['checks'], ...says: string[]][] = [
  [
    'by so many checks',
    { every: '30s', failures: 3 },
    `${itself('3 that fail, 30s apart')}, whether verify has looked at what promote brought or not`,
    looked,
    `${itself('3 that fail, 30s apart')}, whether promote is over or not`,
    are,
  ],
  [
    'by one',
    { every: '1m', failures: 1 },
    `${itself('one that fails')}, whether verify has looked at what promote brought or not`,
    looked,
    `${itself('one that fails')}, whether promote is over or not`,
    are,
  ],
  [
    'on purpose',
    undefined,
    'lead waits for verify, which looks at what promote brought',
    'lead waits for promote: callers come to rows',
  ],
]

for (const [name, checks, ...says] of rows) {
  test(`led elsewhere: ${name}`, () => {
    assert.deepEqual(judged(checks), [true, ...says])
    for (const id of ['looked-first/name', 'rows-first/name'])
      assert.equal(judged(checks, [id])[0], checks === undefined, id)
  })
}

test('led elsewhere: where callers are already, and to what is lost itself', () => {
  const checks = { every: '30s', failures: 3 } as const
  assert.deepEqual(judged(checks, [], { areBoth: true }), [true])
  assert.deepEqual(judged(checks, [], { isBack: true }), [true])
  assert.equal(judged(undefined, [], { areBoth: true }).length, 3)
})

interface Places {
  /** Both serve, beside each other. */
  readonly areBoth?: boolean
  /** The name leads to the place that is lost. */
  readonly isBack?: boolean
}

function judged(
  checks: DnsFailoverOptions['checks'],
  denied: readonly string[] = [],
  { areBoth, isBack }: Places = {},
): readonly (boolean | string)[] {
  let spare = environment('spare', { on: yard, namespace: 'spare' })
  const world = sampleWorld(
    {
      environments: ({ live }) => {
        if (areBoth) spare = environment('spare', { on: yard, namespace: 'spare', activeWith: live })
        return [spare]
      },
      plans: ({ live }) => {
        const [from, to] = isBack ? [spare, live] : [live, spare]
        const by = dnsFailover('name', { from, to, ...(checks && { checks }) })
        const steps = [
          ...(['decide', 'promote', 'verify'] as const).map((does) => step(does, { actor: 'person', does })),
          step('lead', { actor: 'person', does: 'redirect', by }),
        ]
        return {
          scenarios: [scenario('what-if', { of: loss.region, in: live, by: procedure('recovery', { steps }) })],
        }
      },
    },
    { denied },
  )
  const said = verdictsOf(scenarios, world)[0]?.because.filter(({ rule }) => rule === 'tried' || rule === 'led') ?? []
  return [
    said.every((one) => one.truth === true),
    ...said.flatMap((one) => [one.says.line, ...one.assumes.map((each) => `${each.id}: ${each.says}`)]),
  ]
}
