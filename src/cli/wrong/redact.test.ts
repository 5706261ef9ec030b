import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { renamed, renamedManifests, renamesOf, withoutSecrets } from './redact.ts'

const read = (text: string) => readManifests(text, 'shop.yaml').manifests.map(({ manifest }) => manifest)

const rows: [name: string, text: string, to: string][] = [
  ['a name', 'orders', 'service-1'],
  ['a name within another', 'orders-db', 'service-1-db'],
  ['a name in a URL', 'http://orders.shop:8080/v1', 'http://service-1.namespace-1:8080/v1'],
  ['no name that is a scheme', 'orders://orders:6379', 'orders://service-1:6379'],
  ['no name in a key of Kubernetes', 'orders.kubernetes.io/name', 'orders.kubernetes.io/name'],
  ['no name within a word', 'reorders', 'reorders'],
  ['what looks like a pattern', 'a.*b', 'word-1'],
]

const renames = [
  { from: 'orders', to: 'service-1' },
  { from: 'shop', to: 'namespace-1' },
  { from: 'a.*b', to: 'word-1' },
]

for (const [name, text, to] of rows) {
  test(`redact: ${name}`, () => {
    assert.equal(renamed(text, renames), to)
  })
}

test('redact: a name is the same word everywhere, and the words of Kubernetes stay', () => {
  const manifests = read(`
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop, labels: { plants.example/squad: Tulips, app.kubernetes.io/name: orders } }
spec: { type: ClusterIP, selector: { plants.example/squad: Tulips }, ports: [{ port: 80, protocol: TCP }], externalIPs: [10.1.2.3] }
`)
  assert.deepEqual(renamedManifests(manifests, renamesOf(manifests)), [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'service-1',
        namespace: 'namespace-1',
        labels: { 'key-1': 'value-1', 'app.kubernetes.io/name': 'service-1' },
      },
      spec: {
        type: 'ClusterIP',
        selector: { 'key-1': 'value-1' },
        ports: [{ port: 80, protocol: 'TCP' }],
        externalIPs: ['198.51.100.1'],
      },
    },
  ])
})

test('redact: what Secrets hold goes, and what stands before an @ in a URL', () => {
  const manifests = read(`
apiVersion: v1
kind: Secret
metadata: { name: db }
data: { password: aHVudGVyMg== }
stringData: { token: hunter2 }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: db }
data: { url: 'postgres://ann:hunter2@db:5432' }
`)
  const text = JSON.stringify(withoutSecrets(manifests))
  assert.doesNotMatch(text, /hunter2|aHVudGVyMg|ann/)
  assert.match(text, /"password":""[\s\S]*postgres:\/\/db:5432/)
})
