import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { service as serviceOf } from '../../platform/component/service.ts'
import { sampleWorld } from '../sample.ts'
import { worldOf } from '../world.ts'
import { openStores } from './open-stores.ts'

const workload = (name: string, { kind = 'Deployment', pod = '', env = '', namespace = 'shop' } = {}) => `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: '${name}:1', ${pod} env: [${env}] }] }
`
const service = `---
apiVersion: v1
kind: Service
metadata: { name: ledger-db, namespace: shop }
spec: { selector: { app: ledger-db }, ports: [{ port: 5432 }] }
`
const store = workload('ledger-db', { kind: 'StatefulSet', pod: 'ports: [{ containerPort: 5432 }],' })
const url = '{ name: DB_URL, value: "postgres://ledger-db:5432/x" }'
const told = (name: string) => workload(name, { env: url })
const others = ['cart', 'catalog', 'checkout', 'mail', 'orders', 'search'].map((name) => workload(name)).join('')
const policy = (pods: string, rules: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${pods}, namespace: shop }
spec: { podSelector: { matchLabels: { app: ${pods} } }, ${rules} }
`
const elsewhere = policy('mail', 'policyTypes: [Ingress]')
const sameNamespace = policy('ledger-db', 'ingress: [{ from: [{ podSelector: {} }] }]')
const onlyOrders = policy('ledger-db', 'ingress: [{ from: [{ podSelector: { matchLabels: { app: orders } } }] }]')
const otherPort = policy('ledger-db', 'ingress: [{ ports: [{ port: 9187 }] }]')

const rows: [what: string, yaml: string, found: string[], enforces?: boolean][] = [
  [
    'no policy isolates it',
    store + others + elsewhere,
    ['6 of 6 workloads, none known to call it; no policy isolates it'],
  ],
  ['its policy takes the whole namespace', store + others + sameNamespace, ['6 of 6 workloads, none known to call it']],
  ['its policy takes one', store + others + onlyOrders, []],
  ['its policy opens another port', store + others + otherPort, []],
  ['no policy at all', store + others, []],
  ['policies that nobody enforces', store + others + elsewhere, [], false],
  ['few workloads', store + workload('cart') + workload('mail') + elsewhere, []],
  [
    'all of them call it',
    store + service + ['a', 'b', 'c', 'd', 'e'].map(told).join('') + policy('a', 'policyTypes: [Ingress]'),
    [],
  ],
  [
    'half of them call it',
    store + service + ['a', 'b', 'c'].map(told).join('') + workload('mail') + workload('d') + elsewhere,
    ['5 of 5 workloads, 3 known to call it; no policy isolates it'],
  ],
  ['a port that any program may use', store.replace('5432', '8080') + others + elsewhere, []],
  ['what keeps nothing', store.replace('StatefulSet', 'Deployment') + others + elsewhere, []],
  ['a place for trials', (store + others + elsewhere).replaceAll('namespace: shop', 'namespace: shop-test'), []],
]

const adviceOf = (yaml: string, enforcesPolicy: boolean | undefined) => {
  const { estate } = importManifests(readManifests(yaml, 'shop.yaml').manifests, { kubernetes: '1.34', enforcesPolicy })
  return [...openStores(worldOf([estate], { asOf: '2026-11-21' }))]
}

for (const [what, yaml, found, enforces = true] of rows) {
  test(`open stores: ${what}`, () => {
    const told = adviceOf(yaml, enforces).flatMap(({ says }) => says.rows ?? [])
    assert.deepEqual(
      told,
      found.map((text) => ['shop/ledger-db:5432', text]),
    )
  })
}

test('open stores: what is assumed of the network plugin is said', () => {
  const lines = [true, undefined].map((enforces) => adviceOf(store + others + elsewhere, enforces)[0]?.says.line)
  const line = '6 of 6 workloads can open shop/ledger-db:5432'
  assert.deepEqual(lines, [line, `${line}, assuming that the network plugin enforces policies`])
})

test('open stores: what was not read may hold a policy', () => {
  const { estate } = importManifests(readManifests(store + others + elsewhere, 'shop.yaml').manifests, {
    unseen: [{ id: 'remote/policies', says: 'its chart is not here', source: {} }],
  })
  assert.deepEqual([...openStores(worldOf([estate], { asOf: '2026-11-21' }))], [])
})

const clients = ['cart', 'catalog', 'mail', 'search', 'till'].map((name) => serviceOf(name, { listens: 8080 }))
const [cart] = clients as [(typeof clients)[0], ...typeof clients]

for (const [what, said, found] of [
  ['of whose policies nobody says which pods they are for', undefined, []],
  ['policies are said of another', [cart], ['6 of 7 workloads, 1 known to call it; no policy isolates it']],
  ['policies are said of those who open it', clients, []],
] as const)
  test(`open stores: ${what}`, () => {
    const unseenPolicies = { says: 'ingress rules', ...(said && { of: said }) }
    const told = [...openStores(sampleWorld({ more: () => clients, live: { unseenPolicies } }))]
    assert.deepEqual(
      told.flatMap(({ says: { rows = [] } }) => rows.map(([, text]) => text)),
      found,
    )
  })
