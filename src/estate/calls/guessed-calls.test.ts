import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { importManifests } from '../import.ts'

const service = (name: string, namespace: string, ports: string, more = '') => `
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: ${ports}, ${more} }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, ports: [{ name: web, containerPort: 8080 }] }] }`

const world = `${service('orders', 'shop', '[{ name: http, port: 80, targetPort: web }, { port: 9000 }]')}
${service('ledger-db', 'shop', '[{ port: 5432 }]', 'clusterIP: None')}
${service('risk', 'bank', '[{ port: 80, targetPort: web }]')}
---
apiVersion: v1
kind: Service
metadata: { name: mainframe, namespace: shop }
spec: { ports: [{ name: sql, port: 5000 }] }
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: mainframe-1, namespace: shop, labels: { kubernetes.io/service-name: mainframe } }
addressType: IPv4
endpoints: [{ addresses: [203.0.113.7] }, { addresses: [203.0.113.8], conditions: { ready: false } }]
ports: [{ name: sql, port: 5432 }]
---
apiVersion: v1
kind: Service
metadata: { name: archive, namespace: shop }
spec: { ports: [{ port: 21 }] }
---
apiVersion: v1
kind: Endpoints
metadata: { name: archive, namespace: shop }
subsets: [{ addresses: [{ ip: 198.51.100.1 }, { ip: 198.51.100.2 }], ports: [{ port: 2121 }] }]
---
apiVersion: v1
kind: Service
metadata: { name: nobody, namespace: shop }
spec: { ports: [{ port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: mail, namespace: shop }
spec: { type: ExternalName, externalName: mail.example.com }
---
apiVersion: v1
kind: Service
metadata: { name: alias, namespace: shop }
spec: { type: ExternalName, externalName: risk.bank.svc.cluster.local }
---
apiVersion: v1
kind: Pod
metadata: { name: lone, namespace: shop, labels: { app: lone } }
spec: { containers: [{ name: main, env: [{ name: RISK, value: "http://risk.bank" }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: lone, namespace: shop }
spec: { selector: { app: lone }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: ReplicationController
metadata: { name: older, namespace: shop }
spec:
  template:
    metadata: { labels: { app: older } }
    spec: { containers: [{ name: main }] }
---
apiVersion: v1
kind: Service
metadata: { name: older, namespace: shop }
spec: { selector: { app: older }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data:
  RISK_URL: http://risk.bank
  nginx.conf: |
    # proxy_pass http://risk.bank;
    proxy_pass http://orders:9000;
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  template:
    metadata: { labels: { app: checkout } }
    spec: `

const rows: [name: string, spec: string, calls: string[]][] = [
  ['a URL at the port of its scheme', env('{ name: ORDERS_URL, value: "http://orders/api" }'), ['orders 8080']],
  ['a URL with a port', env('{ name: ORDERS_URL, value: "http://orders.shop.svc:9000" }'), ['orders 9000']],
  ['a port that the Service has not', env('{ name: ORDERS_URL, value: "http://orders:81" }'), []],
  ['a name that is no Service here', env('{ name: ORDERS_URL, value: "http://orders.bank" }'), []],
  ['another namespace', env('{ name: RISK, value: "risk.bank.svc.cluster.local:80" }'), ['risk 8080']],
  ['user and password', env('{ name: DB, value: "postgres://u:p@ledger-db/x?a=b" }'), ['ledger-db 5432']],
  ['one pod of a headless Service', env('{ name: DB, value: "postgres://ledger-db-0.ledger-db" }'), ['ledger-db 5432']],
  [
    'a host and a port in two variables',
    env('{ name: DB_HOST, value: ledger-db }, { name: DB_PORT, value: "5432" }'),
    ['ledger-db 5432'],
  ],
  ['a host and another port', env('{ name: DB_HOST, value: ledger-db }, { name: DB_PORT, value: "5433" }'), []],
  ['a host alone means the only port', env('{ name: DB_HOST, value: ledger-db }'), ['ledger-db 5432']],
  ['a host alone with two ports means neither', env('{ name: ORDERS_HOST, value: orders }'), []],
  ['a word that happens to be a name', env('{ name: TEAM, value: orders }'), []],
  ['an image is no address', env('{ name: IMAGE, value: "orders:7" }'), []],
  ['what browsers call', env('{ name: CORS_ALLOWED, value: "http://orders" }'), []],
  [
    'a call that is switched off',
    env('{ name: ORDERS_URL, value: "http://orders" }, { name: ORDERS_ENABLED, value: "false" }'),
    [],
  ],
  [
    'variables in variables',
    env('{ name: WHERE, value: orders }, { name: TO, value: "http://$(WHERE):9000" }'),
    ['orders 9000'],
  ],
  ['an argument', '{ containers: [{ name: a, args: [--orders-url=http://orders] }] }', ['orders 8080']],
  ['a flag and its value', '{ containers: [{ name: a, args: [--db-host, ledger-db] }] }', ['ledger-db 5432']],
  ['a shell', '{ containers: [{ name: a, command: [sh, -c, "pg_dump -h ledger-db -U x"] }] }', ['ledger-db 5432']],
  [
    'a ConfigMap as environment',
    '{ containers: [{ name: a, envFrom: [{ configMapRef: { name: settings } }] }] }',
    ['orders 9000', 'risk 8080'],
  ],
  [
    'a ConfigMap as files, without its comments',
    '{ containers: [{ name: a }], volumes: [{ name: v, configMap: { name: settings } }] }',
    ['orders 9000', 'risk 8080'],
  ],
  [
    'an address that an EndpointSlice gives a Service',
    env('{ name: SQL_URL, value: "http://mainframe:5000" }'),
    ['mainframe at 203.0.113.7 5432'],
  ],
  [
    'several addresses in Endpoints',
    env('{ name: FTP, value: "archive:21" }'),
    ['archive:198.51.100.1 at 198.51.100.1 2121', 'archive:198.51.100.2 at 198.51.100.2 2121'],
  ],
  ['a Service without selector for which nobody wrote any', env('{ name: N, value: "http://nobody" }'), []],
  ['another name for what is outside', env('{ name: MAIL, value: "mail:25" }'), ['mail.example.com 25']],
  ['another name for a Service', env('{ name: A, value: "http://alias:80" }'), ['risk 8080']],
  ['a Pod of its own is called', env('{ name: L, value: "http://lone" }'), ['lone 80']],
  ['pods of a ReplicationController are called', env('{ name: O, value: "http://older" }'), ['older 80']],
  ['a Secret is not read', env('{ name: URL, valueFrom: { secretKeyRef: { name: s, key: url } } }'), []],
  ['fields of any shape', '{ containers: [{ name: a, env: [1, { name: {} }, null], args: [[]] }], volumes: 3 }', []],
]

function env(variables: string): string {
  return `{ containers: [{ name: main, env: [${variables}] }] }`
}

for (const [name, spec, calls] of rows) {
  test(`guessed calls: ${name}`, () => {
    const { manifests, problems } = readManifests(`${world}${spec}`, 'shop.yaml')
    assert.deepEqual(problems, [])
    const { estate } = importManifests(manifests)
    const found = estate.facts.filter((fact) => fact.trait === 'calls').filter(({ from }) => from !== 'Pod/shop/lone')
    const told = found.map(({ to }) => {
      if (to.is === 'workload') return `${to.workload.split('/')[2]} ${to.port}`
      return [to.name, ...('address' in to && to.address ? ['at', to.address] : []), to.port].join(' ')
    })
    assert.deepEqual(told.sort(), calls)
    assert.ok(found.every(({ standing }) => standing.is === 'guessed'))
  })
}

test('guessed calls: a Pod of its own calls too', () => {
  const { manifests } = readManifests(`${world}{ containers: [{ name: main }] }`, 'shop.yaml')
  const calls = importManifests(manifests).estate.facts.filter((fact) => fact.trait === 'calls')
  assert.deepEqual(
    calls.map(({ from, to }) => [from, to.is === 'workload' && to.workload]),
    [['Pod/shop/lone', 'StatefulSet/bank/risk']],
  )
})

test('guessed calls: the field that tells is named, and has its line', () => {
  const spec = env('{ name: ORDERS_URL, value: "http://orders" }')
  const { manifests } = readManifests(`${world}${spec}`, 'shop.yaml')
  const calls = importManifests(manifests).estate.facts.filter((fact) => fact.trait === 'calls')
  const call = calls.find(({ from }) => from === 'Deployment/shop/checkout')
  assert.deepEqual(call?.standing, { is: 'guessed', from: 'env ORDERS_URL of Deployment shop/checkout' })
  assert.equal(call?.source.lineOf?.([])?.line, `${world}${spec}`.split('\n').length)
})

test('guessed calls: a program that is told its own name calls nobody', () => {
  const own = world.replace(
    'kind: Deployment\nmetadata: { name: checkout',
    'kind: StatefulSet\nmetadata: { name: other',
  )
  const spec = `{ containers: [{ name: main, env: [{ name: SELF_URL, value: 'http://other' }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: other, namespace: shop }
spec: { selector: { app: checkout }, ports: [{ port: 80 }] }`
  const { manifests } = readManifests(`${own}${spec}`, 'shop.yaml')
  const calls = importManifests(manifests).estate.facts.filter((fact) => fact.trait === 'calls')
  assert.deepEqual(
    calls.filter(({ from }) => from !== 'Pod/shop/lone'),
    [],
  )
})
