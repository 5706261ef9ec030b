import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Controller, Loss, LostNode } from './loss.ts'
import { nodeLoss } from './node-loss.ts'
import { lossOf, nodesOf, podOn, told, unreachableFor } from './sample-loss.ts'

const replicas: Controller = { is: 'ReplicaSet' }
const at = (seconds: number) => ({ from: seconds, to: seconds })
const fenced: LostNode = { node: 'a0', outOfService: { at: at(400), effect: 'NoExecute' } }

const zones: [
  name: string,
  zones: { [zone: string]: number },
  lost: string[],
  state: string,
  least: number,
  most: number,
][] = [
  ['one of four', { a: 4 }, ['a0'], 'evicting', 1, 1],
  ['two of four', { a: 4 }, ['a0', 'a1'], 'evicting', 2, 2],
  ['three of six are too few', { a: 6 }, ['a0', 'a1', 'a2'], 'evicting', 3, 3],
  ['three of four: two turns may come before', { a: 4 }, ['a0', 'a1', 'a2'], 'suspended', 0, 2],
  ['11 of 20 are 55 %', { a: 20 }, Array.from({ length: 11 }, (_, n) => `a${n}`), 'suspended', 0, 2],
  ['10 of 20 are not', { a: 20 }, Array.from({ length: 10 }, (_, n) => `a${n}`), 'evicting', 10, 10],
  ['a zone of two, another stands', { a: 2, b: 1 }, ['a0', 'a1'], 'evicting', 2, 2],
  ['a zone of four, another stands', { a: 4, b: 1 }, ['a0', 'a1', 'a2', 'a3'], 'evicting', 4, 4],
  ['all zones', { a: 2, b: 1 }, ['a0', 'a1', 'b0'], 'all lost', 0, 2],
  ['the only node', { a: 1 }, ['a0'], 'all lost', 0, 1],
  ['30 of 51 are slow', { a: 51 }, Array.from({ length: 30 }, (_, n) => `a${n}`), 'slow', 30, 30],
  ['30 of 50 are suspended', { a: 50 }, Array.from({ length: 30 }, (_, n) => `a${n}`), 'suspended', 0, 2],
]

for (const [name, all, lost, state, least, most] of zones) {
  test(`zone: ${name}`, () => {
    const [zone] = nodeLoss(lossOf(lost, { nodes: nodesOf(all) })).zones
    assert.deepEqual([zone?.state, zone?.marked.least, zone?.marked.most], [state, least, most])
  })
}

test('zone: a node that does not count leaves the others their turns', () => {
  const nodes = nodesOf({ a: 4 }).map((node) => (node.name === 'a2' ? { ...node, isExcluded: true } : node))
  assert.deepEqual(nodeLoss(lossOf(['a0', 'a1', 'a2'], { nodes })).zones[0]?.state, 'evicting')
})

const excluded = (zones: { [zone: string]: number }, ...names: string[]) =>
  nodesOf(zones).map((node) => (names.includes(node.name) ? { ...node, isExcluded: true } : node))

test('zone without a node that counts: one of two may wait for its turn again and again', () => {
  const marks = (nodes: Loss['nodes'], lost: (string | LostNode)[]) =>
    nodeLoss(lossOf(lost, { nodes })).nodes.map(({ noExecute }) => told(noExecute))
  const [two, one] = [excluded({ a: 2, b: 1 }, 'a0', 'a1'), excluded({ a: 1, b: 1 }, 'a0')]
  assert.deepEqual(marks(two, ['a0', 'a1']), ['possible from 50', 'possible from 50'])
  assert.deepEqual(marks(one, ['a0']), ['certain 50 to 70.1'])
  // The one that is looked at with it was tainted before.
  const before = two.map((node) => (node.name === 'a1' ? { ...node, isReady: false } : node))
  assert.deepEqual(marks(before, ['a0']), ['possible from 50'])
  // One node that counts, and the queue stays.
  assert.deepEqual(marks(excluded({ a: 3, b: 1 }, 'a0', 'a1'), ['a0', 'a1']), [
    'certain 50 to 90.1',
    'certain 50 to 90.1',
  ])
})

test('zone without a node that counts: a queue that is through before the next look is in time', () => {
  const loss = lossOf(['a0', 'a1'], { nodes: excluded({ a: 2, b: 1 }, 'a0', 'a1') })
  const { nodes } = nodeLoss({ ...loss, timers: { ...loss.timers, evictionsPerSecond: 1 } })
  assert.deepEqual(
    nodes.map(({ noExecute }) => told(noExecute)),
    ['certain 50 to 66.1', 'certain 50 to 66.1'],
  )
})

test('zone without a node that counts: its pods are evicted although all other zones are lost', () => {
  const nodes = excluded({ a: 1, b: 1 }, 'a0')
  const pods = [podOn('a0', replicas), podOn('b0', replicas)]
  const answer = nodeLoss(lossOf(['a0', { node: 'b0', lastHeartbeat: at(200) }], { nodes, pods }))
  assert.deepEqual(
    answer.pods.map(({ evicted }) => told(evicted)),
    ['possible from 350', 'possible 550 to 560.1'],
  )
  assert.deepEqual(
    answer.zones.map(({ zone, state }) => [zone, state]),
    [
      ['a', 'unsure'],
      ['b', 'all lost'],
    ],
  )
})

test('zone whose last node that counts is removed: what was suspended may go on', () => {
  const nodes = excluded({ a: 4, b: 1 }, 'a3')
  const gone = ['a0', 'a1', 'a2'].map((node) => ({ node, removed: at(200) }))
  const answer = nodeLoss(lossOf([...gone, { node: 'a3', lastHeartbeat: at(100) }], { nodes }))
  assert.equal(told(answer.nodes[3]?.noExecute), 'possible from 150')
})

test('all zones: one that is removed as a whole is no zone any more', () => {
  const nodes = nodesOf({ a: 1, b: 1, c: 1 })
  const state = (lost: (string | LostNode)[]) => nodeLoss(lossOf(lost, { nodes })).zones.map((zone) => zone.state)
  assert.deepEqual(state([{ node: 'a0', removed: at(10) }, 'b0', 'c0']), ['unsure', 'all lost', 'all lost'])
  assert.deepEqual(state([{ node: 'a0', removed: at(10) }, 'b0']), ['evicting', 'evicting'])
})

test('zone: a node that was unready before counts as lost', () => {
  const nodes = nodesOf({ a: 4 }).map((node) => (node.name === 'a3' ? { ...node, isReady: false } : node))
  assert.deepEqual(nodeLoss(lossOf(['a0', 'a1'], { nodes })).zones[0]?.state, 'suspended')
})

test('zone: the first of them was evicted before the others were lost', () => {
  const later = { lastHeartbeat: at(600) }
  const { nodes } = nodeLoss(lossOf(['a0', { node: 'a1', ...later }, { node: 'a2', ...later }]))
  assert.deepEqual(
    nodes.map(({ noExecute }) => told(noExecute)),
    ['certain 50 to 110.1', 'possible 650 to 660.1', 'possible 650 to 660.1'],
  )
})

test('zone: what is lost while evictions are suspended is not evicted', () => {
  const nodes = nodesOf({ a: 5, b: 1 })
  const { nodes: found } = nodeLoss(lossOf(['a0', 'a1', 'a2', { node: 'a3', lastHeartbeat: at(300) }], { nodes }))
  assert.equal(told(found[3]?.noExecute), 'never: evictions suspended')
})

test('zone: a pod of a node that may be evicted is evicted when it is out-of-service, at the latest', () => {
  const lost = [fenced, { node: 'a1' }, { node: 'a2' }]
  const [pod] = nodeLoss(lossOf(lost, { pods: [podOn('a0', replicas, { tolerations: [unreachableFor(10)] })] })).pods
  assert.equal(told(pod?.evicted), 'certain 60 to 400')
})

test('zone: a removed node lets the others go on', () => {
  const lost = [{ node: 'a0', removed: at(200) }, { node: 'a1' }, { node: 'a2' }]
  assert.equal(
    told(nodeLoss(lossOf(lost, { nodes: nodesOf({ a: 4, b: 1 }) })).nodes[1]?.noExecute),
    'certain 50 to 260.1',
  )
})

test('zone: at a rate of one node a second, what was suspended once stays so', () => {
  const lost = [{ node: 'a0', removed: at(200) }, { node: 'a1' }, { node: 'a2' }]
  const rate = (evictionsPerSecond: number) => {
    const loss = lossOf(lost, { nodes: nodesOf({ a: 4, b: 1 }) })
    return nodeLoss({ ...loss, timers: { ...loss.timers, evictionsPerSecond } })
  }
  assert.equal(rate(1).zones[0]?.state, 'suspended')
  assert.equal(told(rate(1).nodes[1]?.noExecute), 'possible 50 to 60.1')
  assert.equal(told(rate(2).nodes[1]?.noExecute), 'certain 50 to 205.6')
})

test('all zones: the time of pods whose node was tainted before runs no more', () => {
  const nodes = nodesOf({ a: 1, b: 1 })
  const pods = [podOn('a0', replicas), podOn('a0', replicas, { tolerations: [unreachableFor(10)] })]
  const found = nodeLoss(lossOf(['a0', { node: 'b0', lastHeartbeat: at(200) }], { nodes, pods })).pods
  assert.deepEqual(
    found.map(({ evicted }) => told(evicted)),
    ['never: all zones lost', 'certain 60 to 80.1'],
  )
})
