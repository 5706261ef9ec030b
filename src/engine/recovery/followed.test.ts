// A store that another one follows from elsewhere: rows that a reader can argue with, and a model that plays every second.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact, FactOf, Follower } from '../../estate/estate.ts'
import type { Failure } from '../../platform/model.ts'
import { backupFact, claimIn, replicatesFact, storeEstate, storePod } from './sample-store.ts'
import { type WorstLoss, worstLoss } from './worst-loss.ts'

const lost = (of: Failure['of']): Failure => ({ is: 'failure', kind: 'loss', of })
const wrong: Failure = { is: 'failure', kind: 'corruption', of: 'store' }
const all = Number.POSITIVE_INFINITY

const log = backupFact({ name: 'log', isLog: true, everySeconds: 300, takesSeconds: { from: 10, to: 30 } })
const followed = (by: Partial<Follower> = {}): FactOf<'followed'> => ({
  trait: 'followed',
  of: 'StatefulSet/shop/ledger-db',
  log: 'log',
  by: {
    workload: 'StatefulSet/shop/ledger-db',
    cluster: 'island',
    zones: ['north'],
    component: 'ledger-db',
    environment: 'standby',
    ...by,
  },
  standing: { is: 'carried', by: 'Cluster/shop/ledger-db' },
  source: {},
  component: 'ledger-db',
  environment: 'live',
})

const rows: [name: string, Failure, Fact[], from: WorstLoss['from'], least: number, most: number | undefined][] = [
  [
    'the end of the cluster: what waits for the archive, and what is on its way',
    lost('cluster'),
    [log, followed()],
    'follower',
    310,
    330,
  ],
  ['of a node, of a store that has one member', lost('node'), [log, followed()], 'follower', 310, 330],
  ['of a zone that it does not stand in', lost('zone'), [log, followed()], 'follower', 310, 330],
  [
    'of a zone that it may stand in as well',
    lost('zone'),
    [log, followed({ zones: ['east', 'north'] })],
    'backup',
    310,
    330,
  ],
  ['nobody says its zone', lost('zone'), [log, followed({ zones: undefined })], 'backup', 310, 330],
  ['in the same cluster it goes too', lost('cluster'), [log, followed({ cluster: 'harbour' })], 'backup', 310, 330],
  ['wrong rows are replayed: it is no backup', wrong, [log, followed()], 'backup', 310, 330],
  [
    'how long a part of the log is on its way nobody says',
    lost('cluster'),
    [{ ...log, takesSeconds: undefined }, followed()],
    'follower',
    300,
    undefined,
  ],
  [
    'the log lies on what is lost: what was replayed is there',
    lost('cluster'),
    [{ ...log, to: claimIn('node') }, followed()],
    'follower',
    310,
    330,
  ],
  ['a log that nobody takes fills nothing', lost('cluster'), [followed()], 'nothing', all, all],
  [
    'a member beside it has every row',
    lost('pod'),
    [log, followed(), replicatesFact({ mode: 'synchronous' })],
    'volume',
    0,
    0,
  ],
]

for (const [name, failure, facts, from, least, most] of rows) {
  test(`followed: ${name}`, () => {
    const found = worstLoss(storeEstate(facts), storePod(), failure)
    assert.deepEqual([found.from, found.span.from, found.span.to], [from, least, most])
    for (const { id } of found.assumes) {
      const denied = worstLoss(storeEstate(facts), storePod(), failure, { denied: new Set([id]) })
      assert.ok(denied.from !== found.from || denied.span.from > found.span.from, `${id} denied`)
    }
  })
}

test('followed: what the loss is made of', () => {
  const { terms } = worstLoss(storeEstate([log, followed()]), storePod(), lost('cluster'))
  assert.deepEqual(
    terms.map(({ what, span }) => [what, span.to]),
    [
      ['archiving', 300],
      ['bringing', 30],
    ],
  )
})

test('followed: where rows are to be brought back it does not count', () => {
  const found = worstLoss(storeEstate([log, followed()]), storePod(), lost('cluster'), { copiesAlone: true })
  assert.equal(found.from, 'backup')
})

// The model knows places and seconds and nothing else: copies are begun and brought second by second, and the failure
// comes at each of them.
interface Place {
  readonly cluster: string
  readonly zone: string
}
interface Case {
  readonly failure: Failure
  readonly every: number
  readonly takes: number
  /** Where the log is archived: outside, or on a disk of the store's own zone. */
  readonly archive: 'outside' | 'disk'
  readonly base: { readonly every: number; readonly takes: number } | undefined
  readonly follower: Place | undefined
}

const home: Place = { cluster: 'harbour', zone: 'east' }

function isHit({ of }: Failure, at: Place): boolean {
  return of === 'cluster' ? at.cluster === home.cluster : of === 'zone' && at.zone === home.zone
}

/** The oldest that the newest row may be that is left, over every second of the failure and every phase of the copies. */
function modelled({ failure, every, takes, archive, base, follower }: Case): number {
  const isWrong = failure.kind === 'corruption'
  const hasLog = archive === 'outside' || isWrong || !isHit(failure, home)
  const isReplayed = follower !== undefined && !isWrong && !isHit(failure, follower)
  let worst = 0
  for (let phase = 0; phase < (base?.every ?? 1); phase++)
    for (let end = 100; end < 400; end++) {
      const archived = hasLog || isReplayed ? newestBy(end, every, takes, 0) : -1000
      const copied = base ? newestBy(end, base.every, base.takes, phase) : -1000
      worst = Math.max(worst, end - Math.max(archived, copied))
    }
  return worst >= 1000 ? Number.POSITIVE_INFINITY : worst
}

// Begun every so often, and there once it has been brought: not yet in the second in which that ends.
function newestBy(end: number, every: number, takes: number, phase: number): number {
  let newest = -1000
  for (let begun = phase; begun + takes < end; begun += every) newest = begun
  return newest
}

test('followed: as the model plays it', () => {
  let seed = 20261122
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const froms = new Set<WorstLoss['from']>()
  for (let round = 0; round < 300; round++) {
    const one: Case = {
      failure: [lost('cluster'), lost('zone'), wrong][next(3)] ?? wrong,
      every: 2 + next(9),
      takes: 1 + next(5),
      archive: next(2) === 0 ? 'outside' : 'disk',
      base: next(2) === 0 ? undefined : { every: 3 + next(12), takes: 1 + next(4) },
      follower:
        next(3) === 0
          ? undefined
          : { cluster: ['harbour', 'island'][next(2)] ?? '', zone: ['east', 'north'][next(2)] ?? '' },
    }
    const seconds = (takes: number) => ({ from: takes, to: takes })
    const facts: Fact[] = [
      {
        ...log,
        everySeconds: one.every,
        takesSeconds: seconds(one.takes),
        ...(one.archive === 'disk' && { to: claimIn('node') }),
      },
      ...(one.base ? [backupFact({ everySeconds: one.base.every, takesSeconds: seconds(one.base.takes) })] : []),
      ...(one.follower ? [followed({ cluster: one.follower.cluster, zones: [one.follower.zone] })] : []),
    ]
    const { span, from } = worstLoss(storeEstate(facts), storePod(), one.failure)
    froms.add(from)
    assert.deepEqual([span.from, span.to], [modelled(one), modelled(one)], JSON.stringify(one))
  }
  assert.deepEqual([...froms].sort(), ['backup', 'follower', 'nothing'])
})
