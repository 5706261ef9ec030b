import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EvictedPod, evict, type KeptBudget, type KeptStatus } from './evict.ts'
import { type EvictionScene, evictInTurn } from './evict-in-turn.ts'

const labels = { app: 'cart' }
const selector = { matchLabels: labels }
const pod: EvictedPod = { name: 'a', labels, phase: 'Running', isReady: true, isTerminating: false }
const well: KeptStatus = {
  isStale: false,
  currentHealthy: 3,
  desiredHealthy: 2,
  disruptionsAllowed: 1,
  disruptedPods: 0,
}
const budget = (status: Partial<KeptStatus>, more: Partial<KeptBudget> = {}): KeptBudget => ({
  name: 'cart',
  selector,
  status: { ...well, ...status },
  ...more,
})
const none = { disruptionsAllowed: 0 }
const few = { currentHealthy: 2, disruptionsAllowed: 0 }
const always = { unhealthyPodEvictionPolicy: 'AlwaysAllow' } as const

const rows: [name: string, pod: Partial<EvictedPod>, budgets: readonly KeptBudget[], says: string][] = [
  ['one is allowed', {}, [budget({})], '201 allowed'],
  ['as many as must stay are there', {}, [budget(few)], '429 too few healthy'],
  ['fewer than must stay are there', {}, [budget({ ...few, currentHealthy: 1 })], '429 too few healthy'],
  ['enough, and yet none is allowed', {}, [budget(none)], '429 none allowed'],
  ['the spec is newer than the count', {}, [budget({ isStale: true })], '429 not counted yet'],
  ['the controller could not count', {}, [budget({ ...none, failure: 'no scale' })], '429 not counted'],
  ['nobody confirms what was granted', {}, [budget({ disruptedPods: 2001 })], '403 too many unconfirmed'],
  ['so many are confirmed still', {}, [budget({ disruptedPods: 2000 })], '201 allowed'],
  ['two budgets', {}, [budget({}), budget({}, { name: 'shop' })], '500 several budgets'],
  ['another app’s budget', {}, [budget(few, { selector: { matchLabels: { app: 'db' } } })], '201 no budget'],
  ['a budget without a selector', {}, [budget(few, { selector: undefined })], '201 no budget'],
  ['a pod that is not scheduled', { phase: 'Pending' }, [budget(few)], '201 pending'],
  ['a pod that has ended', { phase: 'Succeeded' }, [budget(few)], '201 ended'],
  ['two budgets of a pod that has failed', { phase: 'Failed' }, [budget(few), budget({})], '201 ended'],
  ['a pod on its way out', { isTerminating: true }, [budget(few)], '201 terminating'],
  ['a node that is silent', { phase: 'Unknown' }, [budget(few)], '429 too few healthy'],
  ['not ready, the others are enough', { isReady: false }, [budget(few)], '201 unhealthy beside enough'],
  [
    'not ready, the others are too few',
    { isReady: false },
    [budget({ ...few, currentHealthy: 1 })],
    '429 too few healthy',
  ],
  [
    'not ready, and none need stay',
    { isReady: false },
    [budget({ currentHealthy: 0, desiredHealthy: 0, ...none })],
    '429 too few healthy',
  ],
  [
    'not ready, and may always go',
    { isReady: false },
    [budget({ ...few, currentHealthy: 1 }, always)],
    '201 unhealthy and always allowed',
  ],
  ['ready, and only others may always go', {}, [budget(few, always)], '429 too few healthy'],
]
for (const [name, more, budgets, says] of rows) {
  test(`evict: ${name}`, () => {
    const { code, why } = evict({ ...pod, ...more }, budgets)
    assert.equal(`${code} ${why}`, says)
  })
}

const set = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'cart', uid: 'cart' }
const running = (name: string, more: Partial<EvictedPod> = {}) => ({ ...pod, name, owner: set, ...more })
const scene = (budgets: EvictionScene['budgets'], pods: EvictionScene['pods']): EvictionScene => ({
  budgets,
  pods,
  workloads: [{ ...set, replicas: 3 }],
})
const turns: [name: string, scene: EvictionScene, order: string, says: string][] = [
  [
    'one after the other, until too few are left',
    scene([{ name: 'cart', selector, maxUnavailable: 1 }], [running('a'), running('b'), running('c')]),
    'a b',
    '201, 429',
  ],
  [
    'again the one that is on its way out',
    scene([{ name: 'cart', selector, maxUnavailable: 1 }], [running('a'), running('b'), running('c')]),
    'a a x b',
    '201, 201, 429',
  ],
  [
    'pods that are not ready cost nothing',
    scene(
      [{ name: 'cart', selector, minAvailable: 2 }],
      [running('a'), running('b'), running('c', { isReady: false })],
    ),
    'c a',
    '201, 429',
  ],
  [
    'a budget that nobody could ever count is not counted yet',
    scene(
      [{ name: 'cart', selector, maxUnavailable: 1 }],
      [running('a', { owner: { ...set, kind: 'DaemonSet' } } as object)],
    ),
    'a',
    '429',
  ],
]
for (const [name, given, order, says] of turns) {
  test(`evict in turn: ${name}`, () => {
    const found = evictInTurn(given, order.split(' ')).map(({ eviction }) => eviction.code)
    assert.equal(found.join(', '), says)
  })
}

test('evict in turn: pods that have ended are gone at once, and no longer a pod that is expected', () => {
  const ended = { ...pod, name: 'z', phase: 'Failed' as const, isReady: false }
  const given = scene([{ name: 'cart', selector, minAvailable: 1 }], [running('a'), ended])
  const expected = evictInTurn(given, ['z', 'z', 'a']).map(({ statuses }) =>
    statuses.map((status) => (status.reason === 'SyncFailed' ? status.reason : status.expectedPods)).join(),
  )
  assert.deepEqual(expected, ['2', '1'])
})

test('evict in turn: a pod without a node is gone at once too', () => {
  const unscheduled = { ...pod, name: 'z', phase: 'Pending' as const, isReady: false, isScheduled: false as const }
  const given = scene([{ name: 'cart', selector, minAvailable: 1 }], [running('a'), unscheduled])
  assert.deepEqual(
    evictInTurn(given, ['z', 'z']).map(({ eviction }) => eviction.why),
    ['pending'],
  )
})
