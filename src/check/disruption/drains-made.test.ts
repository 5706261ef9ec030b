// Budgets that operators make of their resources: nobody shows them, and they decide.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { drains } from './drains.ts'

const cluster = (instances: number) => `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: {name: ledger-db, namespace: shop}
spec: {instances: ${instances}, storage: {size: 1Gi}}`

test('drains: a single instance can never go', () => {
  const [verdict] = verdictsOf(drains, manifestWorld(cluster(1)))
  assert.equal(verdict?.verdict, 'broken')
  assert.match(verdict ? linesOf(verdict).join() : '', /allowed disruptions = 1 − 1 = 0/)
})

test('drains: with a second one the primary moves over', () => {
  for (const instances of [2, 3])
    assert.deepEqual(
      verdictsOf(drains, manifestWorld(cluster(instances))).map(({ verdict }) => verdict === 'broken'),
      [false],
    )
})

const store = (kind: string, replicas: number, volumes = true) => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: till, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: till } }
  template:
    metadata: { labels: { app: till } }
    spec: { containers: [{ name: main, image: 'docker.io/library/postgres:17' }] }
  ${volumes ? 'volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } }]' : ''}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: till, namespace: shop }
spec: { selector: { matchLabels: { app: till } }, minAvailable: ${replicas} }
`
const more = 'one pod more than must stay, or a budget that lets one go'
const hints: [name: string, yaml: string, hint: string][] = [
  [
    'a second pod would hold other rows',
    store('StatefulSet', 1),
    'a budget that lets one go (maxUnavailable: 1), or none: a second pod would be no second copy of its volume',
  ],
  ['pods that keep nothing', store('Deployment', 1, false), more],
  ['several members', store('StatefulSet', 3), more],
  [
    'what the operator reads',
    cluster(1),
    'instances: 2 in Cluster ledger-db, so that the primary can move over; or enablePDB: false, which lets it be down meanwhile',
  ],
]
for (const [name, yaml, hint] of hints) {
  test(`drains: what to change: ${name}`, () => {
    const [verdict] = verdictsOf(drains, manifestWorld(yaml))
    assert.equal(verdict?.because[0]?.hint, hint)
  })
}
