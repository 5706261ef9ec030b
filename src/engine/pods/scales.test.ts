import assert from 'node:assert/strict'
import { test } from 'node:test'
import { podsOf } from './pods-of.ts'
import { estateOf } from './sample-estate.ts'

function scaler(name: string, spec: object, target: object = {}, apiVersion = 'autoscaling/v2'): object {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout', ...target }
  return {
    apiVersion,
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace: 'shop' },
    spec: { scaleTargetRef, ...spec },
  }
}

const bounds = { minReplicas: 3, maxReplicas: 10 }
const rows: [name: string, replicas: number | undefined, scalers: object[], count: number, scales: string][] = [
  ['no autoscaler', 2, [], 2, ''],
  ['absent replicas come up at the minimum', undefined, [scaler('a', bounds)], 3, '3 to 10'],
  ['too few move up', 2, [scaler('a', bounds)], 3, '3 to 10'],
  ['within the bounds', 5, [scaler('a', bounds)], 5, '3 to 10'],
  ['too many move down', 12, [scaler('a', bounds)], 10, '3 to 10'],
  ['the minimum is 1', undefined, [scaler('a', { maxReplicas: 4 })], 1, '1 to 4'],
  ['the first version', 2, [scaler('a', bounds, {}, 'autoscaling/v1')], 3, '3 to 10'],
  ['an old version', 2, [scaler('a', bounds, {}, 'autoscaling/v2beta2')], 3, '3 to 10'],
  ['switched off', 0, [scaler('a', bounds)], 0, '3 to 10'],
  ['two of them: the widest', 5, [scaler('a', bounds), scaler('b', { maxReplicas: 20 })], 5, '1 to 20'],
  ['of another workload', 2, [scaler('a', bounds, { name: 'orders' })], 2, ''],
  ['of another kind', 2, [scaler('a', bounds, { kind: 'StatefulSet' })], 2, ''],
  ['of another group', 2, [scaler('a', bounds, { apiVersion: 'boats.example/v1' })], 2, ''],
  ['bounds that cross scale nothing', 2, [scaler('a', { minReplicas: 5, maxReplicas: 4 })], 2, ''],
  ['no maximum scales nothing', 2, [scaler('a', { minReplicas: 5 })], 2, ''],
  ['an autoscaler of nothing readable', 2, [scaler('a', { scaleTargetRef: 'checkout', ...bounds })], 2, ''],
]

for (const [name, replicas, scalers, count, scales] of rows) {
  test(`scales: ${name}`, () => {
    const template = { metadata: { labels: { app: 'checkout' } }, spec: { containers: [{ name: 'web' }] } }
    const metadata = { name: 'checkout', namespace: 'shop' }
    const workload = { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas, template } }
    const [pods] = podsOf(estateOf([workload, ...scalers]))
    assert.equal(pods?.count, count)
    assert.equal(pods?.podNames.length, count)
    assert.equal(pods?.scales ? `${pods.scales.min} to ${pods.scales.max}` : '', scales)
    if (pods?.scales) assert.equal(pods.scales.by.length, scalers.length)
  })
}

test('scales: what an operator makes is scaled by the autoscaler of what the team wrote', () => {
  const estate = estateOf([
    { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'checkout', namespace: 'shop' }, spec: {} },
    scaler('a', bounds, { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' }),
  ])
  const made = { id: 'made/harbour/rollouts', says: 'made', by: 'Rollout/shop/checkout' as const }
  const objects = estate.objects.map((object) =>
    object.manifest.kind === 'ReplicaSet' ? { ...object, origin: 'made' as const, source: { made } } : object,
  )
  assert.equal(podsOf({ ...estate, objects })[0]?.scales?.max, 10)
  assert.equal(podsOf(estate)[0]?.scales, undefined)
})
