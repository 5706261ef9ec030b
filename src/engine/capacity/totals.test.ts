import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../estate/estate.ts'
import { parseQuantity, sayQuantity } from '../../kubernetes/quantity.ts'
import { smallClass, smallEstate, smallObject } from '../placement/small-cluster.ts'
import { totals } from './totals.ts'

const claim = (name: string, storage?: string) => ({
  ...smallObject('PersistentVolumeClaim', name, { spec: { resources: { requests: { ...(storage && { storage }) } } } }),
  environment: 'live',
})
const pods = [
  smallClass({
    name: 'orders-db',
    kind: 'StatefulSet',
    environment: 'live',
    count: 3,
    cpu: '1',
    memory: '2Gi',
    claims: [{ size: parseQuantity('100Gi') }],
  }),
  smallClass({ name: 'cart', environment: 'live', count: 2, cpu: '250m', memory: '512Mi' }),
  smallClass({ name: 'nightly', kind: 'CronJob', environment: 'live', cpu: '1', memory: '1Gi' }),
  smallClass({ name: 'cart', namespace: 'test', environment: 'test', count: 9, cpu: '1' }),
]
const dump: Fact = {
  trait: 'backsUp',
  of: 'StatefulSet/shop/orders-db',
  name: 'dump',
  by: 'CronJob/shop/nightly',
  to: { is: 'claim', claim: 'PersistentVolumeClaim/shop/copies', cluster: 'shop', class: 'local', bound: 'node' },
  standing: { is: 'declared' },
  source: {},
  component: 'orders-db',
  environment: 'live',
}

test('totals: rows and sums of one environment', () => {
  const objects = [claim('copies', '50Gi'), claim('data-orders-db-0', '100Gi'), claim('notes')]
  const { cpu, memory, pods: count, storage } = totals(smallEstate([], { objects, facts: [dump] }), pods, 'live')
  const rows = cpu.rows.map(
    ({ component, replicas, each, sum }) =>
      `${component} ${replicas} × ${sayQuantity('cpu', each)} = ${sayQuantity('cpu', sum)}`,
  )
  assert.deepEqual(rows, ['cart 2 × 250m = 500m', 'orders-db 3 × 1 core = 3 cores'])
  assert.equal(sayQuantity('cpu', cpu.sum), '3.5 cores')
  assert.equal(sayQuantity('memory', memory.sum), '7Gi')
  assert.equal(sayQuantity('pods', count.sum), '5')
  assert.equal(sayQuantity('storage', storage.data.sum), '300Gi')
  assert.equal(sayQuantity('storage', storage.backup.sum), '50Gi')
  assert.equal(sayQuantity('storage', storage.all.sum), '350Gi')
  assert.deepEqual(storage.unsized, ['PersistentVolumeClaim/shop/notes'])
})

test('totals: an environment that is not there', () => {
  assert.equal(totals(smallEstate([]), pods, '__proto__').cpu.sum.nano, 0n)
})
