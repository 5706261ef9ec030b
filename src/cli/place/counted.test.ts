import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manifestWorld } from '../../check/sample.ts'
import { notCounted, whySoMany } from './counted.ts'
import { placeAnswer } from './place-answer.ts'

const app = (replicas: string, namespace = 'shop') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: ${namespace} }
spec:
  ${replicas}
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec: { containers: [{ name: web, image: web, resources: { requests: { memory: 1536Mi } } }] }
`
const scaler = (version: string) => `apiVersion: autoscaling/${version}
kind: HorizontalPodAutoscaler
metadata: { name: load, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 6, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout } }
`
const node = `apiVersion: v1
kind: Node
metadata: { name: n1 }
status: { allocatable: { cpu: "4", memory: 16400Mi, pods: "110" } }
`
const rows: [name: string, yaml: readonly string[], says: readonly string[]][] = [
  ['nobody scales it', [app('replicas: 2')], []],
  ['at its least', [app(''), scaler('v2')], ['the least of 2 to 6 that HorizontalPodAutoscaler load may ask for']],
  [
    'between the bounds',
    [app('replicas: 3'), scaler('v2')],
    ['3 to begin with of 2 to 6 that HorizontalPodAutoscaler load may ask for'],
  ],
  [
    'by one that is refused',
    [app(''), scaler('v2beta2')],
    [
      'the least of 2 to 6 that HorizontalPodAutoscaler load may ask for',
      'the API server refuses HorizontalPodAutoscaler load: without it there is 1 pod',
    ],
  ],
]
for (const [name, yaml, says] of rows) {
  test(`place: why so many pods: ${name}`, () => {
    const [view] = manifestWorld(yaml.join('---\n')).views
    assert.deepEqual(
      view?.pods.flatMap((pod) => whySoMany(pod, view.estate)),
      says,
    )
  })
}

test('place: what is not counted, unless files show the system too', () => {
  const said = (yaml: string) => manifestWorld(yaml).views.map(({ estate, pods }) => notCounted(estate, pods))
  assert.deepEqual(said(app('')), ['not counted: pods that no file shows, as in kube-system'])
  assert.deepEqual(said(app('', 'kube-system')), ['not counted: pods that no file shows'])
})

test('place: memory in one unit', () => {
  const [view] = manifestWorld([app('replicas: 2'), node].join('---\n')).views
  assert.equal(view && placeAnswer(view.estate, undefined).nodes[0]?.taken[1], '3Gi of 16Gi')
})
