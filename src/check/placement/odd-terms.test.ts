// Terms for nodes that are no terms: told as refused, and no reason to end.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manifestWorld, verdictsOf } from '../sample.ts'
import { placed } from './placed.ts'

const workload = (kind: string, terms: string) => `apiVersion: v1
kind: Node
metadata: { name: n1, labels: { kubernetes.io/hostname: n1 } }
status: { allocatable: { cpu: "4", memory: 16Gi, pods: "110" } }
---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: audit, namespace: shop }
spec:
  selector: { matchLabels: { app: audit } }
  template:
    metadata: { labels: { app: audit } }
    spec:
      affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: ${terms} } } }
      containers: [{ name: main, image: audit }]
`
const odd = [
  '[{ matchExpressions: [{ operator: Exists }] }]',
  '[{ matchExpressions: [{ key: 7 }] }, 7]',
  '{ a: b }',
  'all',
]

for (const terms of odd) {
  test(`placed, by terms that are none: ${terms}`, () => {
    const [verdict] = verdictsOf(placed, manifestWorld(workload('Deployment', terms)))
    assert.equal(verdict?.verdict, 'broken')
  })
  test(`placed, by terms that are none, on every node: ${terms}`, () => {
    const { views } = manifestWorld(workload('DaemonSet', terms))
    assert.deepEqual(
      views.flatMap(({ pods }) => pods.map(({ count }) => count)),
      [0],
    )
  })
}
