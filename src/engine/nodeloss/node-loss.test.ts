import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Controller, Loss, LossPod, LostNode } from './loss.ts'
import { nodeLoss } from './node-loss.ts'
import { lossOf, nodesOf, podOn, told, unreachableFor } from './sample-loss.ts'

const set = (ordinal: number, isOrdered = true): Controller => ({ is: 'StatefulSet', name: 'db', ordinal, isOrdered })
const job = (backoffLimit: number, replaces: 'terminating or failed' | 'failed' = 'terminating or failed') =>
  ({ is: 'Job', name: 'load', backoffLimit, replaces }) as const
const replicas = { is: 'ReplicaSet' } as const
const everything = { operator: 'Exists' } as const
const at = (seconds: number) => ({ from: seconds, to: seconds })
const silent: LostNode = { node: 'a0' }
const fenced: LostNode = { node: 'a0', outOfService: { at: at(400), effect: 'NoExecute' } }
const removed: LostNode = { node: 'a0', removed: at(100) }

type Row = [
  name: string,
  lost: LostNode,
  pod: Partial<LossPod> & { controller: Controller },
  evicted: string,
  gone: string,
  replaced: string,
]

// The defaults of 1.36: 50 s of grace, two looks of 5 s, the queue's look of 0.1 s or a turn lost (10 s), then 300 s.
const rows: Row[] = [
  [
    'a pod of a Deployment',
    silent,
    { controller: replicas },
    'certain 350 to 370.1',
    'never: node stays',
    'certain 350 to 370.1',
  ],
  [
    'that tolerates 1 s',
    silent,
    { controller: replicas, tolerations: [unreachableFor(1)] },
    'certain 51 to 71.1',
    'never: node stays',
    'certain 51 to 71.1',
  ],
  [
    'that tolerates nothing',
    silent,
    { controller: replicas, tolerations: [] },
    'certain 50 to 70.1',
    'never: node stays',
    'certain 50 to 70.1',
  ],
  [
    'that tolerates for ever',
    silent,
    { controller: replicas, tolerations: [everything] },
    'never: tolerates for ever',
    'never: node stays',
    'never: tolerates for ever',
  ],
  [
    'the first toleration counts, not the shortest',
    silent,
    { controller: replicas, tolerations: [everything, unreachableFor(5)] },
    'never: tolerates for ever',
    'never: node stays',
    'never: tolerates for ever',
  ],
  [
    'the member of a StatefulSet',
    silent,
    { controller: set(0) },
    'certain 350 to 370.1',
    'never: node stays',
    'never: stays Terminating',
  ],
  [
    'a member, out-of-service at 400 s',
    fenced,
    { controller: set(0) },
    'certain 350 to 370.1',
    'certain 400 to 420',
    'certain 400 to 420',
  ],
  [
    'a member that tolerates for ever, out-of-service',
    fenced,
    { controller: set(0), tolerations: [unreachableFor()] },
    'certain 400 to 400',
    'certain 400 to 420',
    'certain 400 to 420',
  ],
  [
    'a member that tolerates everything',
    fenced,
    { controller: set(0), tolerations: [everything] },
    'never: tolerates for ever',
    'never: node stays',
    'never: tolerates for ever',
  ],
  [
    'a member, its node removed at 100 s',
    removed,
    { controller: set(0) },
    'never: node removed before',
    'certain 140 to 180',
    'certain 140 to 180',
  ],
  [
    'a pod of a Deployment, its node removed at 100 s',
    removed,
    { controller: replicas },
    'never: node removed before',
    'certain 140 to 180',
    'certain 140 to 180',
  ],
  [
    'a removal does not stop a time that runs',
    { node: 'a0', removed: at(300) },
    { controller: replicas },
    'possible 350 to 370.1',
    'certain 340 to 380',
    'certain 340 to 380',
  ],
  [
    'removed before anybody noticed',
    { node: 'a0', removed: at(0) },
    { controller: replicas, tolerations: [] },
    'never: node removed before',
    'certain 40 to 80',
    'certain 40 to 80',
  ],
  [
    'a taint that only keeps pods away collects what is Terminating',
    { node: 'a0', outOfService: { at: at(10), effect: 'NoSchedule' } },
    { controller: set(0) },
    'certain 350 to 370.1',
    'certain 350 to 390.1',
    'certain 350 to 390.1',
  ],
  [
    'an early taint waits until the node is unready',
    { node: 'a0', outOfService: { at: at(10), effect: 'NoExecute' } },
    { controller: set(0) },
    'certain 10 to 10',
    'certain 50 to 80',
    'certain 50 to 80',
  ],
  [
    'a pod of a Job, whose back-off is over long before',
    silent,
    { controller: job(6) },
    'certain 350 to 370.1',
    'never: node stays',
    'certain 350 to 371.1',
  ],
  [
    'a pod of a Job that tolerates nothing backs off',
    silent,
    { controller: job(6), tolerations: [] },
    'certain 50 to 70.1',
    'never: node stays',
    'certain 59 to 71.1',
  ],
  [
    'a Job that may not fail once',
    silent,
    { controller: job(0) },
    'certain 350 to 370.1',
    'never: node stays',
    'never: job gives up',
  ],
  [
    'a Job that replaces what has failed',
    silent,
    { controller: job(6, 'failed') },
    'certain 350 to 370.1',
    'never: node stays',
    'never: stays Terminating',
  ],
  [
    'the same, out-of-service',
    fenced,
    { controller: job(6, 'failed') },
    'certain 350 to 370.1',
    'certain 400 to 421',
    'certain 400 to 421',
  ],
  [
    'a pod of a Job, its node removed: counted before it goes',
    removed,
    { controller: job(6) },
    'never: node removed before',
    'certain 140 to 181',
    'certain 140 to 181',
  ],
  [
    'a pod of a DaemonSet',
    silent,
    { controller: { is: 'DaemonSet' }, tolerations: [unreachableFor()] },
    'never: tolerates for ever',
    'never: node stays',
    'never: pod of a DaemonSet',
  ],
  [
    'a pod that a kubelet keeps',
    silent,
    { controller: { is: 'kubelet' }, tolerations: [everything] },
    'never: tolerates for ever',
    'never: node stays',
    'never: pod of a kubelet',
  ],
  [
    'a bare pod',
    silent,
    { controller: { is: 'none' } },
    'certain 350 to 370.1',
    'never: node stays',
    'never: bare pod',
  ],
]

for (const [name, lost, pod, evicted, gone, replaced] of rows) {
  test(`node loss: ${name}`, () => {
    const [found] = nodeLoss(lossOf([lost], { pods: [podOn('a0', pod.controller, pod)] })).pods
    assert.deepEqual([told(found?.evicted), told(found?.gone), told(found?.replaced)], [evicted, gone, replaced])
  })
}

test('ordinals: a member that stays away keeps the later ones away', () => {
  const pods = [0, 1, 2].map((ordinal) => podOn(`a${ordinal % 2}`, set(ordinal), { name: `db-${ordinal}` }))
  const replaced = (isOrdered: boolean) =>
    nodeLoss(
      lossOf(['a0', { node: 'a1', outOfService: { at: at(400), effect: 'NoExecute' } }], {
        pods: pods.map((pod) => ({ ...pod, controller: { ...pod.controller, isOrdered } as Controller })),
      }),
    ).pods.map((pod) => told(pod.replaced))
  assert.deepEqual(replaced(true), [
    'never: stays Terminating',
    'never: earlier ordinal stays away',
    'never: stays Terminating',
  ])
  assert.deepEqual(replaced(false), ['never: stays Terminating', 'certain 400 to 420', 'never: stays Terminating'])
})

test('ordinals: a later one comes after the first is ready, whenever that is', () => {
  const pods = [0, 1].map((ordinal) => podOn('a0', set(ordinal), { name: `db-${ordinal}` }))
  assert.deepEqual(
    nodeLoss(lossOf([fenced], { pods })).pods.map((pod) => told(pod.replaced)),
    ['certain 400 to 420', 'certain from 400'],
  )
})

const quotas: [name: string, spare: number, lost: LostNode, replaced: string][] = [
  ['room for one more', 1, silent, 'certain 350 to 370.1'],
  ['none, until twice the grace and a resync', 0, silent, 'certain 409 to 1730.1'],
  ['none, until the old pod is gone', 0, fenced, 'certain 400 to 1420'],
]
for (const [name, spare, lost, replaced] of quotas) {
  test(`quota: ${name}`, () => {
    const pods = [podOn('a0', replicas, { charges: [{ quota: 'pods', amount: 1 }] })]
    const [found] = nodeLoss(lossOf([lost], { pods, quotas: [{ name: 'pods', spare }] })).pods
    assert.equal(told(found?.replaced), replaced)
  })
}

test('quota: room for one of two', () => {
  const pods = ['x', 'y'].map((name) => podOn('a0', replicas, { name, charges: [{ quota: 'pods', amount: 1 }] }))
  const found = nodeLoss(lossOf([silent], { pods, quotas: [{ name: 'pods', spare: 1 }] })).pods
  assert.deepEqual(
    found.map((pod) => told(pod.replaced)),
    ['certain 350 to 1730.1', 'certain 350 to 1730.1'],
  )
})

test('requests of one controller wait for each other', () => {
  const nodes = nodesOf({ a: 10, b: 1 })
  const lost = (otherPods: number) =>
    lossOf(['a0', { node: 'a1', otherPods }], { nodes, pods: [podOn('a0', replicas)] })
  assert.equal(told(nodeLoss(lost(0)).pods[0]?.traffic), 'certain 50 to 60')
  // 2 × 6 + 2 × 110 of them, 20 a second after the first 30; then 4 × 110.
  assert.equal(told(nodeLoss(lost(109)).pods[0]?.traffic), 'certain 50 to 70.1')
})

test('the terms of a time are what it is the sum of', () => {
  const [pod] = nodeLoss(lossOf([silent], { pods: [podOn('a0', replicas)] })).pods
  assert.deepEqual(
    pod?.replaced.is === 'never'
      ? []
      : pod?.replaced.terms.map(({ what, seconds }) => [what, seconds.from, seconds.to]),
    [
      ['heartbeat seen', 0, 5],
      ['grace', 50, 50],
      ['looked at', 0, 5],
      ['queue of the zone', 0, 0.1],
      ['turn lost', 0, 10],
      ['tolerated', 300, 300],
    ],
  )
})

test('the order of what is given changes nothing', () => {
  const loss: Loss = lossOf(['a0', 'a1', 'b0'], {
    pods: [podOn('a0', replicas), podOn('b0', set(1)), podOn('b0', set(0))],
  })
  const turned: Loss = {
    ...loss,
    nodes: loss.nodes.toReversed(),
    lost: loss.lost.toReversed(),
    pods: loss.pods.toReversed(),
  }
  const [one, other] = [nodeLoss(loss), nodeLoss(turned)]
  assert.deepEqual(other.zones, one.zones)
  assert.deepEqual(other.pods.toReversed(), one.pods)
  assert.deepEqual(other.nodes.toReversed(), one.nodes)
})
