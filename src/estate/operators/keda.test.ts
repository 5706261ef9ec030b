import assert from 'node:assert/strict'
import { test } from 'node:test'
import { estateOf, madeRefs } from './sample.ts'

const scaled = (spec: string, annotations = '{}') => `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: checkout, namespace: shop, annotations: ${annotations}}
spec: {scaleTargetRef: {name: checkout}, ${spec}}`

const queue = 'triggers: [{type: kafka, metadata: {topic: orders}}]'

const rows: [name: string, spec: string, hpa: object][] = [
  [
    'absent bounds are 1 and 100 while it is active',
    queue,
    {
      minReplicas: 1,
      maxReplicas: 100,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' },
      metrics: [
        {
          type: 'External',
          external: { metric: { name: 's0-kafka' }, target: { type: 'AverageValue', averageValue: '1' } },
        },
      ],
    },
  ],
  [
    'bounds, and a trigger on a resource that pods request',
    'minReplicaCount: 0, maxReplicaCount: 8, triggers: [{type: cpu, metricType: Utilization, metadata: {value: "60"}}]',
    {
      minReplicas: 1,
      maxReplicas: 8,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' },
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } },
      ],
    },
  ],
]

for (const [name, spec, hpa] of rows) {
  test(`keda: ${name}`, () => {
    const estate = estateOf(scaled(spec))
    assert.deepEqual(madeRefs(estate), ['HorizontalPodAutoscaler/shop/keda-hpa-checkout'])
    const [made] = estate.objects.filter(({ origin }) => origin === 'made')
    assert.deepEqual(made?.manifest.spec, hpa)
    assert.deepEqual(made?.source.made, {
      id: 'made/cluster/keda',
      says: 'KEDA 2.21 makes of its resources what is known here of that version',
      by: 'ScaledObject/shop/checkout',
    })
  })
}

test('keda: a field of the autoscaler is decided in the ScaledObject', () => {
  const [made] = estateOf(`${scaled('\n  maxReplicaCount: 8')}`).objects.filter(({ origin }) => origin === 'made')
  assert.deepEqual(made?.source.lineOf?.(['spec', 'maxReplicas'])?.line, 6)
})

test('keda: a paused one makes none, and one that is shown is not made again', () => {
  assert.deepEqual(madeRefs(estateOf(scaled(queue, '{autoscaling.keda.sh/paused: "true"}'))), [])
  const shown = `${scaled(queue)}
---
{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: keda-hpa-checkout, namespace: shop}}`
  assert.deepEqual(madeRefs(estateOf(shown)), [])
})
