import assert from 'node:assert/strict'
import { test } from 'node:test'
import { external } from '../../platform/component/external.ts'
import { service } from '../../platform/component/service.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { content } from '../../platform/language/content.ts'
import { dnsFailover } from '../../platform/language/dns-failover.ts'
import { environment } from '../../platform/language/environment.ts'
import { badRelease, breach, corruption, loss } from '../../platform/language/failure.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { scenario } from '../../platform/language/scenario.ts'
import type { Environment, Failure, PlatformPromise, Scenario, Step } from '../../platform/model.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { scenarios } from './scenarios.ts'

const yard = cluster('yard', { kubernetes: '1.34', nodes: [] })
const spares = new WeakMap<object, Environment>()

/** Another environment, that a name of the shop leads to. */
function spareOf({ live }: Shop, follows = false): Environment {
  const rows = follows ? { dataFrom: { from: live, by: 'replication' as const } } : {}
  const made = spares.get(live) ?? environment('spare', { on: yard, namespace: 'spare', ...rows })
  spares.set(live, made)
  return made
}

const nameOf = (shop: Shop) =>
  dnsFailover('name', {
    from: shop.live,
    to: spareOf(shop),
    checks: { every: '30s', failures: 3 },
    ttl: '60s',
  })

const one = (does: Step['does'], takes?: Step['takes']) =>
  step(`${does}`, { actor: 'person', does, ...(takes && { takes }) })
const byItself =
  'name leads callers there by its own checks, after 3 that fail, 30s apart, and waits for no step, whether'
const lead = (shop: Shop) => step('lead', { actor: 'controller', does: 'redirect', by: nameOf(shop) })

interface Row {
  readonly name: string
  readonly of?: Failure
  /** What callers are led to has the rows as they are written. */
  readonly follows?: boolean
  readonly steps?: (shop: Shop) => readonly Step[]
  readonly takes?: Scenario['takes']
  readonly fallback?: (shop: Shop) => readonly Step[]
  readonly promises?: (shop: Shop) => readonly PlatformPromise[]
  readonly verdict: Word
  readonly lines: readonly string[]
}

const data = (within: '1h' | '4h') => (shop: Shop) => [promise.recovers(shop.live, { part: 'data', within })]

const rows: Row[] = [
  {
    name: 'nobody says what is done',
    verdict: 'broken',
    lines: ['nobody says what is done about wrong rows'],
  },
  {
    name: 'rows are brought back',
    steps: () => [one('restore')],
    takes: '2h',
    verdict: 'assumed',
    lines: [
      'recovery has a step for all that has to be done',
      'of the 2h that is said for recovery, 2h is left for restore',
    ],
  },
  {
    name: 'rows that nothing brings back',
    steps: () => [one('quiesce'), one('verify')],
    verdict: 'broken',
    lines: ['recovery has no step for rows brought back'],
  },
  {
    name: 'steps that fit',
    steps: () => [one('quiesce', '5m'), one('restore', '1h')],
    takes: '2h',
    verdict: 'assumed',
    lines: [
      'recovery has a step for all that has to be done',
      'the steps of recovery take 65m, within the 2h that is said',
    ],
  },
  {
    name: 'steps that do not',
    steps: () => [one('quiesce', '5m'), one('restore', { from: '1h', to: '2h' })],
    takes: '2h',
    verdict: 'broken',
    lines: ['the steps of recovery may take 2h5m, and 2h is said'],
  },
  {
    name: 'a step that is promised later than the whole',
    steps: () => [one('quiesce'), one('restore')],
    takes: '2h',
    promises: data('4h'),
    verdict: 'unknown',
    lines: [
      '2h is said of recovery, and what is promised of restore leaves up to 4h: nobody says how long quiesce and restore take',
    ],
  },
  {
    name: 'a step that is said to take longer than the whole, beside one that is promised',
    of: breach,
    steps: () => [one('isolate', '3h'), one('rotate'), one('restore')],
    takes: '2h',
    promises: data('4h'),
    verdict: 'broken',
    lines: ['the steps of recovery may take 3h and more, and 2h is said'],
  },
  {
    name: 'and sooner',
    steps: () => [one('quiesce'), one('restore')],
    takes: '2h',
    promises: data('1h'),
    verdict: 'assumed',
    lines: [
      'recovery has a step for all that has to be done',
      'of the 2h that is said for recovery, 1h is left for quiesce',
    ],
  },
  {
    name: 'one promise for two steps is counted once',
    of: badRelease,
    steps: () => [one('rollback'), one('configure')],
    takes: '1h',
    promises: (shop) => [promise.recovers(shop.live, { part: 'application', within: '1h' })],
    verdict: 'kept',
    lines: [
      'recovery has a step for all that has to be done',
      'the steps of recovery take 0s to 1h, within the 1h that is said',
    ],
  },
  {
    name: 'a lost region, with nowhere to go',
    of: loss.region,
    steps: () => [one('restore')],
    verdict: 'broken',
    lines: ['recovery has no step for machines provided and what ran there deployed'],
  },
  {
    name: 'and somewhere',
    of: loss.region,
    steps: (shop) => [one('restore', '3h'), lead(shop)],
    takes: '4h',
    verdict: 'assumed',
    lines: [
      'recovery has a step for all that has to be done',
      `${byItself} restore is over or not`,
      'the steps of recovery take 3h1m to 3h2.5m, within the 4h that is said',
    ],
  },
  {
    name: 'nobody says that it is lost before a follower is promoted',
    of: loss.region,
    follows: true,
    steps: (shop) => [one('detect'), one('promote'), lead(shop)],
    verdict: 'unknown',
    lines: ['nobody declares the loss of the region before promote: a cut connection to it looks the same'],
  },
  {
    name: 'somebody does',
    of: loss.region,
    steps: () => [one('detect'), one('decide'), one('promote')],
    verdict: 'broken',
    lines: ['recovery has no step for machines provided and what ran there deployed and rows brought back'],
  },
  {
    name: 'somebody does beside it',
    of: loss.region,
    follows: true,
    steps: (shop) => [one('decide'), step('promote', { actor: 'person', does: 'promote', after: [] }), lead(shop)],
    verdict: 'broken',
    lines: ['promote does not wait for decide, which declares the loss of the region'],
  },
  {
    name: 'callers that are led by a name of which nobody says when',
    of: loss.region,
    steps: (shop) => [
      one('restore'),
      step('lead', {
        actor: 'person',
        does: 'redirect',
        by: dnsFailover('name', { from: shop.live, to: spareOf(shop) }),
      }),
    ],
    verdict: 'unknown',
    lines: ['nobody declares the loss of the region before lead: a cut connection to it looks the same'],
  },
  {
    name: 'callers that are led to what nobody has looked at',
    of: loss.region,
    follows: true,
    steps: (shop) => [one('decide'), one('promote'), lead(shop), one('verify')],
    verdict: 'unknown',
    lines: ['lead leads callers to what promote brought before verify looks at it'],
  },
  {
    name: 'a look at what was there before',
    of: loss.region,
    follows: true,
    steps: (shop) => [one('decide'), one('verify'), one('promote'), lead(shop)],
    verdict: 'unknown',
    lines: ['lead leads callers to what promote brought before verify looks at it'],
  },
  {
    name: 'a look before callers come',
    of: loss.region,
    follows: true,
    steps: (shop) => [one('decide'), one('promote'), one('verify'), lead(shop)],
    verdict: 'assumed',
    lines: [
      'recovery has a step for all that has to be done',
      'promote waits for decide, which declares the loss of the region',
      `${byItself} verify has looked at what promote brought or not`,
      `${byItself} promote is over or not`,
    ],
  },
  {
    name: 'callers that are led there before the rows are',
    of: loss.region,
    steps: (shop) => [lead(shop), one('restore')],
    verdict: 'broken',
    lines: ['lead leads callers there before restore is over: until then they find rows that are not there'],
  },
  {
    name: 'callers and rows at once',
    of: loss.region,
    steps: (shop) => [
      one('provision'),
      one('restore'),
      step('lead', { actor: 'controller', does: 'redirect', by: nameOf(shop), after: ['provision'] }),
    ],
    verdict: 'broken',
    lines: ['lead leads callers there before restore is over: until then they find rows that are not there'],
  },
  {
    name: 'older rows over those that follow',
    of: loss.region,
    follows: true,
    steps: (shop) => [one('restore'), lead(shop)],
    verdict: 'broken',
    lines: ['spare has the rows by replication, and restore puts older ones over them: no step takes over what it has'],
  },
  {
    name: 'callers that are led to rows that follow, before older ones are put over them',
    of: loss.region,
    follows: true,
    steps: (shop) => [lead(shop), one('restore')],
    verdict: 'broken',
    lines: [
      'lead leads callers there before restore is over: until then what they write to spare is put over by it',
      'spare has the rows by replication, and restore puts older ones over them: no step takes over what it has',
    ],
  },
  {
    name: 'rows that follow, taken over',
    of: loss.region,
    follows: true,
    steps: (shop) => [one('decide'), one('promote'), lead(shop)],
    verdict: 'assumed',
    lines: [
      'recovery has a step for all that has to be done',
      'promote waits for decide, which declares the loss of the region',
      `${byItself} promote is over or not`,
    ],
  },
  {
    name: 'callers that nobody leads there',
    of: loss.region,
    steps: () => [one('restore')],
    promises: (shop) => [promise.recovers(nameOf(shop), { within: '5m' })],
    verdict: 'broken',
    lines: ['recovery has no step for callers led elsewhere'],
  },
  {
    name: 'a break-in, and the same credentials',
    of: breach,
    steps: () => [one('isolate'), one('restore')],
    verdict: 'unknown',
    lines: [
      'recovery has no step for credentials replaced, which may be known: nobody says that it can be done without',
    ],
  },
  {
    name: 'a break-in, and others',
    of: breach,
    steps: () => [one('isolate'), one('rotate'), one('restore')],
    verdict: 'kept',
    lines: ['recovery has a step for all that has to be done'],
  },
  {
    name: 'a fallback that watches',
    steps: () => [one('restore')],
    fallback: () => [one('watch')],
    verdict: 'broken',
    lines: ['where that fails, otherwise brings nothing back'],
  },
  {
    name: 'a fallback that leads back to what is gone',
    of: loss.region,
    steps: (shop) => [one('restore'), lead(shop)],
    fallback: ({ live }) => [step('return', { actor: 'person', does: 'redirect', in: live })],
    verdict: 'unknown',
    lines: [
      'where that fails, otherwise leads back to live, which the loss of the region took: nobody says when it is there again',
    ],
  },
  {
    name: 'a fallback that brings it back',
    steps: () => [one('restore')],
    fallback: () => [one('promote')],
    verdict: 'kept',
    lines: ['recovery has a step for all that has to be done', 'where that fails, otherwise brings back what is gone'],
  },
]

for (const { name, verdict, lines, ...row } of rows) {
  test(`scenarios: ${name}`, () => {
    const options = optionsOf(row)
    const [found, ...others] = verdictsOf(scenarios, sampleWorld(options))
    assert.deepEqual([found?.id, found?.verdict, others.length], ['scenarios/live/what-if', verdict, 0])
    assert.deepEqual(found && linesOf(found), lines)
    for (const { id } of found?.assumes ?? [])
      assert.equal(verdictsOf(scenarios, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken', id)
  })
}

function optionsOf({
  of = corruption,
  steps,
  takes,
  fallback,
  promises,
  follows = false,
}: Omit<Row, 'name' | 'verdict' | 'lines'>): ShopOptions {
  const by = (name: string, made: ((shop: Shop) => readonly Step[]) | undefined, shop: Shop) =>
    made && procedure(name, { steps: made(shop) })
  return {
    environments: (shop) => [spareOf(shop, follows)],
    promises: (shop) => promises?.(shop) ?? [],
    plans: (shop) => {
      const recovery = by('recovery', steps, shop)
      const otherwise = by('otherwise', fallback, shop)
      return {
        scenarios: [
          scenario('what-if', {
            of,
            in: shop.live,
            ...(recovery && { by: recovery }),
            ...(takes && { takes }),
            ...(otherwise && { fallback: otherwise }),
          }),
        ],
      }
    },
  }
}

const chain = external('chain', { listens: 'https', holds: [content('transfers', { lives: 'for-good' })] })
const beside = (
  steps: readonly Step[],
  use: 'transactions' | 'sessions' = 'transactions',
  calls = true,
): ShopOptions => ({
  ...optionsOf({ steps: () => steps }),
  ledgerDb: { holds: [content('accounts', { use })] },
  more: ({ ledgerDb }) => [chain, service('teller', { listens: 8080, calls: calls ? [chain, ledgerDb] : [chain] })],
})
const compared = step('compare', { actor: 'person', does: 'verify', of: [chain] })
const forgets = 'undefined chain still holds what ledger-db forgets by restore: nobody says that they are compared'
const grown: [name: string, options: ShopOptions, line: string | undefined][] = [
  ['rows that go back beside a chain', beside([one('restore'), one('verify')]), forgets],
  ['compared before they are back', beside([compared, one('restore')]), forgets],
  ['compared', beside([one('restore'), compared]), 'true compare compares ledger-db with chain once restore is over'],
  ['rows that nobody writes to both', beside([one('restore')], 'transactions', false), undefined],
  ['sessions', beside([one('restore')], 'sessions'), undefined],
]

for (const [name, options, line] of grown)
  test(`scenarios: ${name}`, () => {
    const [found] = verdictsOf(scenarios, sampleWorld(options))
    const said = found?.because.filter(({ rule }) => rule === 'reconciled') ?? []
    assert.deepEqual(
      said.map(({ truth, says }) => `${truth} ${says.line}`),
      line === undefined ? [] : [line],
    )
  })
