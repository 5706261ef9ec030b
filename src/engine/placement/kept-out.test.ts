import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { podsOf } from '../pods/pods-of.ts'
import { steadyPlacement } from './steady.ts'

const daemon = (name: string, port: number, cpu = '') => `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: c, image: x, ports: [{containerPort: 1, hostPort: ${port}}]${cpu && `, resources: {requests: {cpu: ${cpu}}}`}}]}
---`
const others = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, namespace: shop}
spec:
  selector: {matchLabels: {app: shop}}
  template: {metadata: {labels: {app: shop}}, spec: {containers: [{name: c, image: x}]}}
---
apiVersion: v1
kind: Node
metadata: {name: n1}
status: {allocatable: {cpu: "4", memory: 8Gi, pods: "110"}}
---`

const rows: [name: string, yaml: string, shop: string][] = [
  ['at ports of their own', daemon('a', 80) + daemon('b', 81), 'can'],
  ['one waits for a port, and takes no room from others', daemon('a', 80) + daemon('b', 80), 'can'],
  [
    'one that asks for room might have it in place of the other',
    daemon('a', 80, '1') + daemon('b', 80, '2'),
    'unknown',
  ],
]

for (const [name, yaml, shop] of rows) {
  test(`kept out: ${name}`, () => {
    const { estate } = importManifests(readManifests(yaml + others, 'a.yaml').manifests, { kubernetes: '1.34' })
    const answers = steadyPlacement(estate, podsOf(estate))
    assert.equal(answers.find(({ pod }) => pod.name === 'shop')?.answer, shop)
  })
}
