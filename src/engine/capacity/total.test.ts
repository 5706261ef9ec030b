import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../estate/estate.ts'
import { parseQuantity, sayQuantity } from '../../kubernetes/quantity.ts'
import { smallClass, smallEstate, smallObject } from '../placement/small-cluster.ts'
import { podTotal, requestTotal, storageTotal } from './total.ts'

const claim = (name: string, storage?: string) => ({
  ...smallObject('PersistentVolumeClaim', name, { spec: { resources: { requests: { ...(storage && { storage }) } } } }),
  environment: 'live',
})
const live = { environment: 'live' }
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

test('totals: requests are those of pods that are always there', () => {
  const { rows, sum } = requestTotal(pods, live, 'cpu')
  const says = rows.map(
    ({ name, count, each, sum: all }) => `${name} ${count} × ${sayQuantity('cpu', each)} = ${sayQuantity('cpu', all)}`,
  )
  assert.deepEqual(says, ['orders-db 3 × 1 core = 3 cores', 'cart 2 × 250m = 500m'])
  assert.equal(sayQuantity('cpu', sum), '3.5 cores')
  assert.equal(sayQuantity('memory', requestTotal(pods, live, 'memory').sum), '7Gi')
  assert.equal(sayQuantity('pods', podTotal(pods, live).sum), '5')
  assert.equal(sayQuantity('pods', podTotal(pods, { ...live, component: 'cart' }).sum), '2')
})

test('totals: claims that hold data, claims that hold copies', () => {
  const estate = smallEstate([], { objects: [claim('copies', '50Gi'), claim('notes', '1Gi')], facts: [dump] })
  const says = (part: 'data' | 'backups' | 'all') => sayQuantity('storage', storageTotal(estate, pods, live, part).sum)
  assert.deepEqual([says('data'), says('backups'), says('all')], ['301Gi', '50Gi', '351Gi'])
})

test('totals: an environment that is not there', () => {
  assert.equal(requestTotal(pods, { environment: '__proto__' }, 'cpu').sum.nano, 0n)
})
