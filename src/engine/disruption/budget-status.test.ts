import assert from 'node:assert/strict'
import { test } from 'node:test'
import { budgetStatus, type GuardedPod, type GuardingBudget } from './budget-status.ts'
import { builtInKinds, type Owner, type ScaledWorkload } from './expected-scale.ts'

const all = { name: 'cart', selector: { matchLabels: { app: 'cart' } } }
const owner = (kind: string, name: string, apiVersion = 'apps/v1'): Owner => ({ apiVersion, kind, name, uid: name })
const workload = (kind: string, name: string, replicas: number, of?: Owner): ScaledWorkload => ({
  ...owner(kind, name, kind === 'ReplicationController' ? 'v1' : 'apps/v1'),
  replicas,
  ...(of && { owner: of }),
})
const set = workload('ReplicaSet', 'cart-1', 3, owner('Deployment', 'cart'))
const cart = [workload('Deployment', 'cart', 3), set]

function pod(name: string, more: Partial<GuardedPod> = {}): GuardedPod {
  return {
    name,
    labels: { app: 'cart' },
    isReady: true,
    isTerminating: false,
    owner: owner('ReplicaSet', 'cart-1'),
    ...more,
  }
}
const three = ['a', 'b', 'c'].map((name) => pod(name))

function line(
  budget: Partial<GuardingBudget>,
  pods: readonly GuardedPod[],
  workloads: readonly ScaledWorkload[],
): string {
  const kinds = new Map([...builtInKinds, ['acme.io/v1 Fleet', 'scale'] as const])
  const status = budgetStatus({ ...all, ...budget }, { pods, workloads, kinds })
  if (status.reason === 'SyncFailed') return status.faults.map(({ why }) => why).join(', ')
  const { currentHealthy, desiredHealthy, expectedPods, disruptionsAllowed } = status
  return `${currentHealthy} of ${expectedPods}, ${desiredHealthy} to stay: ${disruptionsAllowed}`
}

const rows: [
  name: string,
  budget: Partial<GuardingBudget>,
  pods: readonly GuardedPod[],
  workloads: readonly ScaledWorkload[],
  says: string,
][] = [
  ['a number to stay counts the pods that are there', { minAvailable: 2 }, three, [], '3 of 3, 2 to stay: 1'],
  [
    'a share to stay counts those that should be',
    { minAvailable: '50%' },
    three.slice(1),
    cart,
    '2 of 3, 2 to stay: 0',
  ],
  ['one may be away', { maxUnavailable: 1 }, three, cart, '3 of 3, 2 to stay: 1'],
  ['more may be away than there are', { maxUnavailable: 9 }, three, cart, '3 of 3, 0 to stay: 3'],
  [
    'both are asked: what may be away decides',
    { minAvailable: 0, maxUnavailable: 0 },
    three,
    cart,
    '3 of 3, 3 to stay: 0',
  ],
  ['nothing is asked', {}, three, cart, '3 of 0, 0 to stay: 0'],
  ['no pod is there', { minAvailable: 0 }, [], cart, '0 of 0, 0 to stay: 0'],
  ['no selector takes no pod', { minAvailable: 0, selector: undefined }, three, cart, '0 of 0, 0 to stay: 0'],
  [
    'a pod that is not ready',
    { maxUnavailable: 1 },
    [pod('a'), pod('b'), pod('c', { isReady: false })],
    cart,
    '2 of 3, 2 to stay: 0',
  ],
  [
    'a pod on its way out',
    { maxUnavailable: 1 },
    [pod('a'), pod('b'), pod('c', { isTerminating: true })],
    cart,
    '2 of 3, 2 to stay: 0',
  ],
  [
    'two ReplicaSets of one Deployment are one scale',
    { maxUnavailable: 1 },
    [...three, pod('d', { owner: owner('ReplicaSet', 'cart-2') })],
    [...cart, workload('ReplicaSet', 'cart-2', 1, owner('Deployment', 'cart'))],
    '4 of 3, 2 to stay: 2',
  ],
  ['a ReplicaSet whose Deployment is gone', { maxUnavailable: 1 }, three, [set], '3 of 3, 2 to stay: 1'],
  [
    'a ReplicaSet of something else',
    { maxUnavailable: 1 },
    three,
    [workload('ReplicaSet', 'cart-1', 5, owner('Rollout', 'cart', 'argoproj.io/v1alpha1'))],
    '3 of 5, 4 to stay: 0',
  ],
  [
    'three of a Deployment and a bare one: none away is one too many',
    { maxUnavailable: 0 },
    [...three, pod('d', { owner: undefined })],
    cart,
    '4 of 3, 3 to stay: 1',
  ],
  [
    'bare pods alone are not expected',
    { maxUnavailable: 1 },
    [pod('a', { owner: undefined })],
    [],
    '1 of 0, 0 to stay: 0',
  ],
  [
    'bare pods alone, and a number to stay',
    { minAvailable: 0 },
    [pod('a', { owner: undefined })],
    [],
    '1 of 1, 0 to stay: 1',
  ],
  [
    'members',
    { maxUnavailable: 1 },
    [pod('a', { owner: owner('StatefulSet', 'db') })],
    [workload('StatefulSet', 'db', 3)],
    '1 of 3, 2 to stay: 0',
  ],
  [
    'an older kind',
    { maxUnavailable: 1 },
    [pod('a', { owner: owner('ReplicationController', 'rc', 'v1') })],
    [workload('ReplicationController', 'rc', 1)],
    '1 of 1, 0 to stay: 1',
  ],
  [
    'a custom kind with a scale',
    { maxUnavailable: 1 },
    [pod('a', { owner: owner('Fleet', 'f', 'acme.io/v1') })],
    [{ ...owner('Fleet', 'f', 'acme.io/v1'), replicas: 2 }],
    '1 of 2, 1 to stay: 0',
  ],
  ['a DaemonSet has no scale', { maxUnavailable: 1 }, [pod('a', { owner: owner('DaemonSet', 'd') })], [], 'no scale'],
  [
    'nor has a Job',
    { minAvailable: '1%' },
    [...three, pod('d', { owner: owner('Job', 'j', 'batch/v1') })],
    cart,
    'no scale',
  ],
  [
    'a Job is no matter where a number is to stay',
    { minAvailable: 3 },
    [...three, pod('d', { owner: owner('Job', 'j', 'batch/v1') })],
    cart,
    '4 of 4, 3 to stay: 1',
  ],
  [
    'a kind that nobody serves',
    { maxUnavailable: 1 },
    [pod('a', { owner: owner('Fleet', 'f', 'acme.io/v2') })],
    [],
    'no such kind',
  ],
  ['a controller that is gone', { maxUnavailable: 1 }, three.slice(2), [], 'no such controller'],
  [
    'a controller of the same name that came later',
    { maxUnavailable: 1 },
    three.slice(2),
    [{ ...set, uid: 'later' }],
    'no such controller',
  ],
  ['no percentage', { maxUnavailable: 'some' }, three, cart, 'neither a number nor a percentage'],
  [
    'evicted a moment ago',
    { maxUnavailable: 1, disruptedSeconds: new Map([['a', 5]]) },
    three,
    cart,
    '2 of 3, 2 to stay: 0',
  ],
  [
    'evicted and still there after two minutes',
    { maxUnavailable: 1, disruptedSeconds: new Map([['a', 120]]) },
    three,
    cart,
    '3 of 3, 2 to stay: 1',
  ],
]

for (const [name, budget, pods, workloads, says] of rows) {
  test(`budget status: ${name}`, () => assert.equal(line(budget, pods, workloads), says))
}

test('budget status: why each pod counts or not', () => {
  const pods = [
    pod('a'),
    pod('b', { isReady: false }),
    pod('c', { isTerminating: true }),
    pod('d', { owner: undefined }),
    pod('e'),
  ]
  const { weighed } = budgetStatus(
    { ...all, minAvailable: 1, disruptedSeconds: new Map([['e', 1]]) },
    { pods, workloads: cart },
  )
  assert.deepEqual(
    weighed.map(({ pod: name, counts, isUnmanaged }) => `${name} ${counts}${isUnmanaged ? ', unmanaged' : ''}`),
    ['a healthy', 'b not ready', 'c terminating', 'd healthy, unmanaged', 'e evicted'],
  )
})

test('budget status: an eviction that was granted is remembered until the deletion begins, or for two minutes', () => {
  const disruptedSeconds = new Map([
    ['a', 120],
    ['b', 121],
    ['c', 5],
    ['gone', 5],
  ])
  const pods = [pod('a'), pod('b'), pod('c', { isTerminating: true })]
  const status = budgetStatus({ ...all, minAvailable: 1, disruptedSeconds }, { pods, workloads: cart })
  assert.deepEqual(status.reason !== 'SyncFailed' && status.disruptedPods, ['a'])
})

const reasons: [name: string, minAvailable: number, reason: string][] = [
  ['one may go', 2, 'SufficientPods'],
  ['none may go', 3, 'InsufficientPods'],
]
for (const [name, minAvailable, reason] of reasons)
  test(`budget status: its condition when ${name}`, () =>
    assert.equal(budgetStatus({ ...all, minAvailable }, { pods: three, workloads: cart }).reason, reason))
