import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CopyPlace, Estate, Fact } from '../../estate/estate.ts'
import type { Failure } from '../../platform/model.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { apartByHost, backupFact, claimIn, disk, replicatesFact, storeEstate, storePod } from './sample-store.ts'
import { isWithin } from './span.ts'
import { type WorstLoss, worstLoss } from './worst-loss.ts'

const lost = (of: Failure['of']): Failure => ({ is: 'failure', kind: 'loss', of })
const wrong: Failure = { is: 'failure', kind: 'corruption', of: 'store' }
const entered: Failure = { is: 'failure', kind: 'breach', of: 'environment' }
const unfit: Failure = { is: 'failure', kind: 'release', of: 'environment' }
const h = 3600
const three = storePod({ count: 3, spec: { containers: [], affinity: apartByHost } })
const anywhere = storePod({ claims: [{ ...disk, bound: 'cluster' }] })
const outside = backupFact()
const undated = backupFact({ takesSeconds: undefined })
const beside = backupFact({ to: claimIn('node') })
const said = replicatesFact({ standing: { is: 'declared' } })

type Row = [
  name: string,
  pod: PodClass,
  failure: Failure,
  facts: Fact[],
  from: WorstLoss['from'],
  least: number,
  most: number | undefined,
]
const all = Number.POSITIVE_INFINITY

const rows: Row[] = [
  ['a pod goes, its volume stays', storePod(), lost('pod'), [], 'volume', 0, 0],
  ['without a volume the rows go with the pod', storePod({ claims: [] }), lost('pod'), [], 'nothing', all, all],
  ['a node goes, and the disk in it', storePod(), lost('node'), [], 'nothing', all, all],
  ['a volume that is not on the node stays', anywhere, lost('node'), [], 'volume', 0, 0],
  ['but not without its cluster', anywhere, lost('cluster'), [], 'nothing', all, all],
  ['nor without its region', anywhere, lost('region'), [], 'nothing', all, all],
  ['a copy outside outlives the region', anywhere, lost('region'), [outside], 'backup', 6 * h + 600, 6.5 * h],
  ['a release that does not work takes no rows', anywhere, unfit, [], 'volume', 0, 0],
  ['what was in other hands comes back from a copy', anywhere, entered, [outside], 'backup', 6 * h + 600, 6.5 * h],
  ['and from no follower', three, entered, [said], 'nothing', all, all],
  [
    'nobody says what the volume is tied to',
    storePod({ claims: [{ ...disk, bound: 'unknown' }] }),
    lost('node'),
    [],
    'unknown',
    0,
    undefined,
  ],
  ['interval and copying time', storePod(), lost('node'), [outside], 'backup', 6 * h + 600, 6.5 * h],
  ['how long a copy takes nobody says', storePod(), lost('node'), [undated], 'backup', 6 * h, undefined],
  [
    'the better of two copies',
    storePod(),
    lost('node'),
    [outside, backupFact({ name: 'hourly', everySeconds: h })],
    'backup',
    h + 600,
    1.5 * h,
  ],
  ['a copy on one of the nodes may be on the lost one', storePod(), lost('node'), [beside], 'nothing', all, all],
  [
    'a copy in the cluster’s own storage is not',
    storePod(),
    lost('node'),
    [backupFact({ to: claimIn('cluster') })],
    'backup',
    6 * h + 600,
    6.5 * h,
  ],
  [
    'a copy in the lost cluster',
    storePod(),
    lost('cluster'),
    [backupFact({ to: claimIn('cluster') })],
    'nothing',
    all,
    all,
  ],
  [
    'a copy in another cluster',
    storePod(),
    lost('cluster'),
    [backupFact({ to: claimIn('node', 'island') })],
    'backup',
    6 * h + 600,
    6.5 * h,
  ],
  [
    'a copy that nothing takes is none',
    storePod(),
    lost('node'),
    [backupFact({ to: claimIn('cluster'), standing: { is: 'declared' } })],
    'nothing',
    all,
    all,
  ],
  ['wrong rows are no loss of a disk: copies are right', storePod(), wrong, [beside], 'backup', 6 * h + 600, 6.5 * h],
  ['wrong rows are replicated', three, wrong, [replicatesFact({ mode: 'synchronous' })], 'nothing', all, all],
  ['members that nothing makes follow are independent', three, lost('node'), [said], 'nothing', all, all],
  ['one of three independent members', three, lost('node'), [outside], 'backup', 6 * h + 600, 6.5 * h],
  [
    'a synchronous follower has every row',
    three,
    lost('node'),
    [replicatesFact({ mode: 'synchronous' })],
    'replica',
    0,
    0,
  ],
  ['an asynchronous one lags', three, lost('node'), [replicatesFact({ lagSeconds: 5 })], 'replica', 0, 5],
  ['by how much nobody says', three, lost('node'), [replicatesFact()], 'replica', 0, undefined],
  [
    'all members may stand in one zone',
    three,
    lost('zone'),
    [replicatesFact({ mode: 'synchronous' })],
    'nothing',
    all,
    all,
  ],
  [
    'and without a rule on one node',
    storePod({ count: 3 }),
    lost('node'),
    [replicatesFact({ mode: 'synchronous' })],
    'nothing',
    all,
    all,
  ],
]

for (const [name, pod, failure, facts, from, least, most] of rows) {
  test(`worst loss: ${name}`, () => {
    const estate = storeEstate(facts)
    const found = worstLoss(estate, pod, failure)
    assert.deepEqual([found.from, found.span.from, found.span.to], [from, least, most])
    for (const { id } of found.assumes) {
      const denied = worstLoss(estate, pod, failure, { denied: new Set([id]) })
      assert.ok(denied.span.from > found.span.from, `${id} denied`)
    }
  })
}

test('worst loss: a copy that takes time misses a promise of its interval, whatever it takes', () => {
  const { span } = worstLoss(storeEstate([undated]), storePod(), lost('node'))
  assert.equal(isWithin(span, 6 * h), false)
  assert.equal(isWithin(span, 7 * h), undefined)
  assert.equal(isWithin(worstLoss(storeEstate([outside]), storePod(), lost('node')).span, 6.5 * h), true)
})

test('worst loss: how copies get out of the cluster no object shows', () => {
  const facts = [backupFact({ standing: { is: 'declared' } })]
  const { from, assumes } = worstLoss(storeEstate(facts), storePod(), lost('cluster'))
  assert.equal(from, 'backup')
  assert.equal(assumes[0]?.id, 'copies/live/ledger-db/nightly')
})

test('worst loss: what it rests on', () => {
  const ids = (failure: Failure, pod: PodClass) =>
    worstLoss(storeEstate([outside]), pod, failure).assumes.map(({ id }) => id)
  assert.deepEqual(ids(lost('node'), storePod()), ['restores/live/ledger-db/nightly', 'takes/live/ledger-db/nightly'])
  assert.deepEqual(ids(wrong, three), [
    'restores/live/ledger-db/nightly',
    'copies-all/live/ledger-db/nightly',
    'takes/live/ledger-db/nightly',
    'noticed/live/ledger-db',
  ])
})

test('worst loss: whose rows are gone', () => {
  assert.equal(worstLoss(storeEstate([outside]), three, lost('node')).of, 'member')
  assert.equal(worstLoss(storeEstate([outside]), three, lost('cluster')).of, 'store')
  assert.equal(worstLoss(storeEstate([outside]), storePod(), lost('node')).of, 'store')
})

test('worst loss: rows written until somebody notices are lost too', () => {
  const noticing = { span: { from: 300, to: 900 }, source: {} }
  assert.deepEqual(worstLoss(storeEstate([outside]), storePod(), wrong, { noticing }).span, {
    from: 6 * h + 900,
    to: 6.75 * h,
  })
})

const inRegion = (region: string): Partial<Estate> => {
  const { nodes } = storeEstate([])
  return {
    nodes: nodes.map((node) => ({ ...node, labels: { ...node.labels, 'topology.kubernetes.io/region': region } })),
  }
}

type Placed = Pick<Extract<CopyPlace, { is: 'outside' }>, 'regions' | 'isOwnUnsaid'>
const regional: [name: string, home: string | undefined, to: Placed, from: WorstLoss['from']][] = [
  ['a copy in the lost region goes with it', 'north', { regions: ['north'] }, 'nothing'],
  ['one that is copied to another does not', 'north', { regions: ['north', 'south'] }, 'backup'],
  ['one in another does not', 'north', { regions: ['south'] }, 'backup'],
  ['one that is said to be apart does not', 'north', {}, 'backup'],
  ['one in a store of which nobody says where it is may', 'north', { regions: [], isOwnUnsaid: true }, 'unknown'],
  ['nor does one that is copied on, wherever it is', 'north', { regions: ['south'], isOwnUnsaid: true }, 'backup'],
  ['copied to the lost one from nobody says where', 'north', { regions: ['north'], isOwnUnsaid: true }, 'unknown'],
  ['which region is lost nobody says', undefined, { regions: ['south'] }, 'unknown'],
  ['but of two one is another', undefined, { regions: ['north', 'south'] }, 'backup'],
  ['and a replica lies elsewhere', undefined, { regions: ['south'], isOwnUnsaid: true }, 'backup'],
]

for (const [name, home, place, from] of regional)
  test(`worst loss: ${name}`, () => {
    const copy = backupFact({ to: { is: 'outside', name: 'vault', ...place } })
    const estate = storeEstate([copy], home === undefined ? {} : inRegion(home))
    assert.equal(worstLoss(estate, anywhere, lost('region')).from, from)
    assert.equal(worstLoss(estate, anywhere, lost('cluster')).from, 'backup')
  })

const hourly = backupFact({ name: 'hourly', everySeconds: h, takesSeconds: undefined, to: { is: 'unsaid' } })
const open: [name: string, facts: Fact[], from: WorstLoss['from'], least: number, most: number | undefined][] = [
  ['if it is left, no less is lost than it loses', [hourly], 'unknown', h, undefined],
  ['the least of several', [hourly, backupFact({ to: { is: 'unsaid' } })], 'unknown', h, undefined],
  ['between it and what is left', [hourly, outside], 'backup', h, 6.5 * h],
  [
    'what is left and loses less',
    [backupFact({ to: { is: 'unsaid' }, everySeconds: 7 * h }), outside],
    'backup',
    6 * h + 600,
    6.5 * h,
  ],
]

for (const [name, facts, from, least, most] of open)
  test(`worst loss, of a copy that lies nobody says where: ${name}`, () => {
    const found = worstLoss(storeEstate(facts), anywhere, lost('region'))
    assert.deepEqual([found.from, found.span.from, found.span.to], [from, least, most])
    assert.equal(isWithin(found.span, 900), false)
  })
