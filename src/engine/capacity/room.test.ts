import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayQuantity } from '../../kubernetes/quantity.ts'
import { hostnameKey } from '../placement/reasons.ts'
import { type SmallClass, smallClass, smallEstate } from '../placement/small-cluster.ts'
import { roomAfterLoss } from './loss-room.ts'
import { poolRoom } from './pool-room.ts'
import { poolOf, roomOn } from './room.ts'

const estate = smallEstate(
  [
    { name: 'n1', cpu: '16', memory: '64G', taken: { cpu: '9600m', says: '60%' } },
    { name: 'n2', cpu: '16', memory: '64G', taken: { cpu: '8800m', says: '55%' } },
    { name: 'n3', cpu: '16', memory: '64G', taken: { cpu: '10400m', says: '65%' } },
    { name: 'n4', cpu: '16', memory: '64G', taken: { cpu: '8', says: '50%' } },
  ],
  {
    pools: { front: ['n1', 'n2', 'n3'], back: ['n4'] },
    environments: [
      { name: 'live', namespace: 'live', pool: 'front', source: {} },
      { name: 'test', namespace: 'test', pool: 'back', source: {} },
      { name: 'free', namespace: 'free', source: {} },
    ],
    taken: { memory: '160G' },
  },
)
const pods = (
  [
    { name: 'checkout', environment: 'live', count: 20, cpu: '500m', memory: '1Gi' },
    {
      name: 'orders-db',
      environment: 'live',
      kind: 'StatefulSet',
      count: 3,
      cpu: '1',
      memory: '2Gi',
      apart: [{ by: hostnameKey }],
      nodeSelector: { front: 'true' },
      claims: [{}],
    },
    { name: 'nightly', environment: 'live', kind: 'CronJob', cpu: '4' },
    { name: 'test-cart', environment: 'test', cpu: '4500m' },
    { name: 'roamer', environment: 'free', cpu: '9' },
    { name: 'agent', kind: 'DaemonSet', count: 4, cpu: '100m' },
  ] satisfies SmallClass[]
).map(smallClass)
const labelled = {
  ...estate,
  nodes: estate.nodes.map((node) =>
    node.name === 'n4' ? node : { ...node, labels: { ...node.labels, front: 'true' } },
  ),
}
const cores = (nano: bigint) => sayQuantity('cpu', { nano, format: 'DecimalSI' })

test('room: a pool is its nodes minus what is taken minus what its environments and daemons ask for', () => {
  const room = poolRoom(labelled, pods, 'front', { resource: 'cpu' })
  assert.deepEqual(
    room.nodes.map(({ node, says, free }) => [node, says, cores(free.nano)]),
    [
      ['n1', '60%', '6.4 cores'],
      ['n2', '55%', '7.2 cores'],
      ['n3', '65%', '5.6 cores'],
    ],
  )
  assert.equal(cores(room.free.nano), '19.2 cores')
  assert.deepEqual(
    room.requests.rows.map(({ name, count, sum }) => `${name} ${count} ${cores(sum.nano)}`),
    ['agent 3 300m', 'checkout 20 10 cores', 'orders-db 3 3 cores'],
  )
  assert.equal(cores(room.left.nano), '5.9 cores')
  assert.equal(room.fits, true)
  assert.deepEqual(
    room.assumes.map(({ id }) => id),
    ['taken/shop'],
  )
})

test('room: with the estimates denied nothing is free', () => {
  const denied = new Set(['taken/shop'])
  assert.equal(poolRoom(labelled, pods, 'front', { resource: 'cpu', denied }).fits, false)
})

test('room: the loss of a node leaves its tied pods behind and brings its neighbours', () => {
  const room = roomAfterLoss(labelled, pods, 'front', 'n1', { resource: 'cpu' })
  assert.ok(room)
  assert.equal(cores(room.free.nano), '12.8 cores')
  assert.deepEqual(
    room.tied.map(({ name, least, most, sum }) => `${name} ${least} to ${most}: ${cores(sum.nano)}`),
    ['orders-db 1 to 1: 1 core'],
  )
  assert.equal(cores(room.movable.nano), '12.2 cores')
  assert.equal(cores(room.neighbours.nano), '9.6 cores')
  assert.equal(cores(room.needed.nano), '21.8 cores')
  assert.equal(room.fits, false)
})

test('room: what fits, what does not, and what depends on where the pods stood', () => {
  const small = smallEstate(
    ['n1', 'n2'].map((name) => ({ name, cpu: '4' })),
    { pools: { all: ['n1', 'n2'] } },
  )
  const live = { ...small, environments: [{ name: 'live', namespace: 'live', pool: 'all', source: {} }] }
  const fits = (...classes: SmallClass[]) =>
    roomAfterLoss(
      live,
      classes.map((one) => smallClass({ environment: 'live', ...one })),
      'all',
      'n1',
      { resource: 'cpu' },
    )?.fits
  assert.equal(fits({ name: 'cart', count: 4, cpu: '1' }), true)
  assert.equal(fits({ name: 'cart', count: 5, cpu: '1' }), false)
  assert.equal(fits({ name: 'cart', count: 5, cpu: '1', claims: [{}] }), true, 'one at least stood on the lost node')
  assert.equal(
    fits({ name: 'cart', count: 2, cpu: '1', claims: [{}] }, { name: 'search', count: 3, cpu: '1' }),
    undefined,
  )
  assert.equal(roomAfterLoss(live, [], 'all', 'n9', { resource: 'cpu' }), undefined)
})

test('room: pods with a volume that may have stood on the lost node need room only where they did not', () => {
  const small = smallEstate(['n1', 'n2', 'n3'].map((name) => ({ name, cpu: '4' })))
  const live = { ...small, environments: [{ name: 'live', namespace: 'live', source: {} }] }
  const needed = (...more: SmallClass[]) => {
    const classes = more.map((one) => smallClass({ environment: 'live', ...one }))
    const room = roomAfterLoss(live, classes, ['n1', 'n2', 'n3'], 'n1', { resource: 'cpu' })
    return room && [cores(room.needed.nano), cores(room.neededAtMost.nano)]
  }
  assert.deepEqual(needed({ name: 'cart', cpu: '1' }, { name: 'db', cpu: '3', claims: [{}] }), ['1 core', '4 cores'])
  assert.deepEqual(needed({ name: 'cart', cpu: '1' }, { name: 'db', cpu: '3' }), ['4 cores', '4 cores'])
})

test('room: a cluster in all', () => {
  const cpu = roomOn(estate, 'cpu')
  assert.equal(cores(cpu.allocatable.nano), '64 cores')
  assert.equal(cpu.taken && cores(cpu.taken.nano), '36.8 cores')
  assert.equal(cpu.free && cores(cpu.free.nano), '27.2 cores')
  const memory = roomOn(estate, 'memory')
  assert.equal(sayQuantity('memory', memory.allocatable), '256G')
  assert.equal(memory.free && sayQuantity('memory', memory.free), '96G')
  assert.deepEqual([cpu.wholeCluster, memory.wholeCluster], [false, true])
  const denied = new Set(['taken/shop'])
  assert.equal(roomOn(estate, 'memory', undefined, denied).free?.nano, 0n)
  assert.equal(roomOn(estate, 'memory', ['n4']).free, undefined, 'nobody knows what part of it is taken there')
  assert.deepEqual(
    memory.assumes.map(({ id }) => id),
    ['taken/shop'],
  )
})

test('room: the pool of an environment, or all nodes', () => {
  assert.deepEqual(poolOf(estate, 'test'), { name: 'back', nodes: ['n4'] })
  assert.deepEqual(poolOf(estate, 'free').nodes, ['n1', 'n2', 'n3', 'n4'])
})

test('room: what is taken in the cluster as a whole may stand in the way', () => {
  const nodes = ['n1', 'n2', 'n3'].map((name) => ({ name, memory: '10Gi' }))
  const pods = [smallClass({ name: 'cart', environment: 'live', memory: '1Gi', count: 2 })]
  const fits = (memory: string) => {
    const whole = smallEstate(nodes, {
      pools: { front: ['n1', 'n2'] },
      environments: [{ name: 'live', namespace: 'live', pool: 'front', source: {} }],
      taken: { memory },
    })
    const loss = roomAfterLoss(whole, pods, 'front', 'n1', { resource: 'memory' })
    return [poolRoom(whole, pods, 'front', { resource: 'memory' }).fits, loss?.fits]
  }
  assert.deepEqual(fits('8Gi'), [true, true])
  assert.deepEqual(fits('9Gi'), [true, undefined], 'on n2 it would be in the way, on n3 not')
  assert.deepEqual(fits('19Gi'), [undefined, false])
  assert.deepEqual(fits('29Gi'), [false, false])
})
