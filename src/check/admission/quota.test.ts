import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../apply.ts'
import { linesOf, type ShopOptions, sampleWorld, shop, verdictsOf } from '../sample.ts'
import { quota } from './quota.ts'
import { quotaRoom } from './quota-room.ts'

// checkout 2 × 250m, orders 1 × 250m, ledger-db 1 × 250m.
const rows: [
  name: string,
  quota: NonNullable<ShopOptions['live']>['quota'],
  verdict: string,
  says: readonly string[],
][] = [
  ['room for all', { 'requests.cpu': 1 }, 'kept', ['requests.cpu: 1 core of 1 core']],
  [
    'a pod too many',
    { 'requests.cpu': '900m', pods: 4 },
    'broken',
    ['requests.cpu: 1 core wanted, 100m more than the 900m of the quota'],
  ],
  [
    'claims',
    { persistentvolumeclaims: 0 },
    'broken',
    ['persistentvolumeclaims: 1 wanted, 1 more than the 0 of the quota'],
  ],
  ['storage', { 'requests.storage': '10Gi' }, 'kept', ['requests.storage: 10Gi of 10Gi']],
  [
    'what nobody here counts',
    { 'count/leases.coordination.k8s.io': 1 },
    'unknown',
    ['nobody here counts count/leases.coordination.k8s.io, of which 1 is allowed'],
  ],
]
for (const [name, hard, verdict, expected] of rows) {
  test(`quota: ${name}`, () => {
    const [found] = verdictsOf(quota, sampleWorld({ live: { quota: hard } }))
    assert.equal(found?.id, 'quota/live/live')
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), expected)
  })
}

test('without a quota nothing is asked', () => assert.deepEqual(verdictsOf(quota, sampleWorld()), []))

test('fix: the least that holds what is wanted', () => {
  const { platform } = shop({ live: { quota: { pods: 2 } } })
  const ask = (edits: Parameters<typeof applyEdits>[1]) =>
    verdictsOf(quota, sampleWorld(applyEdits(platform, edits)))[0]
  const [edit] = ask([])?.because.find(({ fix }) => fix)?.fix ?? []
  assert.deepEqual(edit, { of: { is: 'environment', name: 'live' }, path: ['quota', 'pods'], to: '4' })
  assert.equal(edit && ask([edit])?.verdict, 'kept')
  assert.equal(edit && ask([{ ...edit, to: '3' }])?.verdict, 'broken')
})

const update = { maxUnavailable: 1, maxSurge: 1 }
const advice: [name: string, pods: number, says: readonly string[], update?: typeof update][] = [
  ['room for one more', 5, []],
  [
    'room for none, and one may go first',
    4,
    ['quota live leaves 0 of pods: these roll out without the pods more that they ask for'],
    update,
  ],
  ['room for none, and none may go first: that fails, and is no advice', 4, []],
  ['too small at all', 3, []],
]
for (const [name, pods, expected, update] of advice) {
  test(`advice on rollouts: ${name}`, () => {
    const found = [
      ...quotaRoom(sampleWorld({ live: { quota: { pods } }, ...(update && { checkout: { replicas: 2, update } }) })),
    ]
    assert.deepEqual(
      found.map(({ says }) => says.line),
      expected,
    )
  })
}
