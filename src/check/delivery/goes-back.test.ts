import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registry } from '../../platform/language/chart.ts'
import { pipeline, stage } from '../../platform/language/pipeline.ts'
import type { PlatformOptions } from '../../platform/language/platform.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { blueGreen } from '../../platform/language/strategy.ts'
import type { Promotion } from '../../platform/model.ts'
import type { Duration } from '../../platform/units.ts'
import { linesOf } from '../sample.ts'
import { promoted } from './promoted.ts'
import { askedOf, type Places } from './sample-plans.ts'

type Plans = (places: Places) => Partial<PlatformOptions>

const into =
  (rollback: NonNullable<Promotion['rollback']>, registries?: PlatformOptions['registries']): Plans =>
  ({ trial, live }) => ({
    promotions: [promotion({ from: trial, to: live, on: 'manual', requires: ['tests'], rollback })],
    ...(registries && { registries }),
  })

/** A second set, and stages that look at the new one. */
function twoSets(keepsOld: Duration | undefined, ...takes: readonly Duration[]): Plans {
  return ({ live }) => ({
    pipelines: [
      pipeline('ship', {
        on: ['push'],
        stages: [
          stage('out', { does: ['deploy'], in: live, by: [blueGreen({ ...(keepsOld && { keepsOld }) })] }),
          ...takes.map((each, at) =>
            stage(`look ${at}`, { does: ['verify'], in: live, tests: ['health'], takes: each, onFailure: 'rollback' }),
          ),
        ],
      }),
    ],
  })
}

const tagged = (keepsTags: boolean) => [registry('images', { keepsTags })]

const rows: [name: string, of: string, plans: Plans, truth: boolean | undefined, line: string][] = [
  [
    'by a failover to what stands by',
    'live',
    into('failover'),
    true,
    'the promotion from trial to live goes back: failover',
  ],
  [
    'by a failover, and nothing takes over',
    'trial',
    ({ trial, last }) => ({ promotions: [promotion({ from: last, to: trial, on: 'manual', rollback: 'failover' })] }),
    false,
    'the promotion from last to trial goes back by a failover, and no other place takes over',
  ],
  [
    'to a tag that is kept',
    'live',
    into('manual', tagged(true)),
    true,
    'what live goes back to is what it was: images keeps tags',
  ],
  [
    'to a tag that moves',
    'live',
    into('manual', tagged(false)),
    false,
    'live goes back to a tag, and in images that may name another image by then',
  ],
  [
    'while the set before is there',
    'live',
    twoSets('1h', '10m', '20m'),
    true,
    'out keeps the set before for 1h, and it is looked at for up to 30m',
  ],
  [
    'when the set before is gone',
    'live',
    twoSets('20m', '10m', '20m'),
    false,
    'out keeps the set before for 20m only, and it is looked at for up to 30m',
  ],
  [
    'and nobody says how long it is there',
    'live',
    twoSets(undefined, '10m'),
    undefined,
    'nobody says how long out keeps the set before, and it is looked at for up to 10m',
  ],
]

for (const [name, of, plans, truth, line] of rows) {
  test(`goes back: ${name}`, () => {
    const found = askedOf(promoted, plans).find(({ environment }) => environment === of)
    const part = found?.because.find(({ says }) => says.line === line)
    assert.ok(part, found && linesOf(found).join('\n'))
    assert.equal(part.truth, truth)
  })
}

test('goes back: nothing is said of tags where nothing goes back, and of sets that nobody looks at', () => {
  const rules = (plans: Plans) => askedOf(promoted, plans).flatMap(({ because }) => because.map(({ rule }) => rule))
  const plain: Plans = ({ trial, live }) => ({
    promotions: [promotion({ from: trial, to: live, on: 'manual', requires: ['tests'] })],
    registries: tagged(false),
  })
  assert.ok(!rules(plain).includes('tags'))
  assert.ok(!rules(twoSets(undefined)).includes('looks'))
})
