import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallClass, smallEstate } from '../placement/small-cluster.ts'
import { schedulerOf } from '../scheduling/scheduler-of.ts'
import { sweep } from './sweep.ts'
import { witnessOf } from './witness.ts'

const estate = smallEstate(['n1', 'n2', 'n3'].map((name) => ({ name, cpu: '4', memory: '16Gi' })))
const seen = (name: string, cpu: string, node: string) => ({
  ...smallClass({ name, cpu }),
  standing: [{ pod: `${name}-x`, node }],
})
const close = [seen('web', '3', 'n1'), seen('api', '3', 'n1'), seen('db', '2', 'n2')]

test('witness: each choice is the scheduler’s, and in the end the pod is refused', () => {
  const witness = witnessOf(estate, close, { lost: ['n1'], state: 'silent' }, 'Deployment/shop/web')
  assert.ok(witness)
  const scheduler = schedulerOf(witness)
  for (const { pod, node } of witness.order) {
    const { best } = scheduler.judge(pod)
    if (node === null) assert.deepEqual(best, [])
    else {
      assert.ok(best.includes(node), `${pod.metadata.name} on ${node}`)
      scheduler.bind(pod, node)
    }
  }
  assert.equal(witness.order.at(-1)?.node, null)
  assert.match(`${witness.order.at(-1)?.pod.metadata.name}`, /^web/)
})

test('witness: none where there is room for both', () => {
  const roomy = [seen('web', '2', 'n1'), seen('api', '2', 'n1'), seen('db', '2', 'n2')]
  assert.equal(witnessOf(estate, roomy, { lost: ['n1'], state: 'silent' }, 'Deployment/shop/web'), undefined)
})

test('witness: none where volumes may hold a pod', () => {
  const [web, ...others] = close
  assert.ok(web)
  const held = [{ ...web, claims: smallClass({ name: 'web', claims: [{ bound: 'cluster' }] }).claims }, ...others]
  assert.equal(witnessOf(estate, held, { lost: ['n1'], state: 'silent' }, 'Deployment/shop/web'), undefined)
})

test('sweep: a may says by whose choices it comes', () => {
  const row = sweep(estate, close).find(({ failure, state }) => failure === 'node/n1' && state === 'silent')
  assert.deepEqual(row?.may, ['Deployment/shop/api', 'Deployment/shop/web'])
  assert.deepEqual(
    row.witnesses.map(({ by }) => by),
    ['scheduler', 'scheduler'],
  )
})
