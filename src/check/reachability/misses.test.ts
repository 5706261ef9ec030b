import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { reaches } from './reaches.ts'

const shop = (env: string, more = '', pod = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  template:
    metadata: { labels: { app: checkout } }
    spec:
      ${pod}
      containers:
        - name: main
          image: shop/checkout:1
          envFrom: [{ configMapRef: { name: settings } }]
          env: [{ name: ${env} }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: redis, namespace: shop }
spec: { serviceName: redis, template: { metadata: { labels: { app: redis } }, spec: { containers: [{ name: main }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: redis, namespace: shop }
spec: { selector: { app: redis }, ports: [{ port: 6379 }] }
---
apiVersion: v1
kind: Service
metadata: { name: redis-members, namespace: shop }
spec: { clusterIP: None, selector: { app: redis }, ports: [{ port: 6379 }] }
---
apiVersion: v1
kind: Service
metadata: { name: catalog, namespace: shop }
spec: { selector: { app: redis }, ports: [{ name: http, port: 80 }] }
${more}`
const settings = (data: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { ${data} }
`
const opaque = `---
apiVersion: example.com/v1
kind: Storefront
metadata: { name: x, namespace: shop }
`

const lacks = (port: number) => `Service redis has no port ${port} (it has 6379)`
const nowhere = (name: string) => `Service ${name} does not exist: the name leads nowhere`
const assumed = (name: string) => `Service ${name} is in no file, and is taken to be there`

const rows: [name: string, yaml: string, callee: string, verdict?: string, line?: string][] = [
  ['a port that the Service has not', shop('A, value: "redis://redis:6380/0"'), 'redis:6380', 'broken', lacks(6380)],
  [
    'the port beside the host',
    shop('A_HOST, value: redis }, { name: A_PORT, value: "6380"'),
    'redis:6380',
    'broken',
    lacks(6380),
  ],
  [
    'a port in a ConfigMap',
    shop('A, value: x', settings('CACHE_URL: "redis:6380"')),
    'redis:6380',
    'broken',
    lacks(6380),
  ],
  ['a tag, no port', shop('SIDECAR_IMAGE, value: "redis:7"'), 'redis:7'],
  ['a number behind a word', shop('LIMITS, value: "redis:100"'), 'redis:100'],
  ['a port that nobody wrote', shop('A, value: "http://redis/"'), 'redis:80'],
  [
    'a headless name leads to the pods, which may answer at any port',
    shop('A, value: "redis://redis-members:6380"'),
    'redis-members:6380',
    'assumed',
    'redis-members names pods, of which no container lists port 6380: they are taken to answer there',
  ],
  [
    'a headless name, and a port that a container lists',
    shop('A, value: "redis://redis-members:6380"').replace(
      '[{ name: main }]',
      '[{ name: main, ports: [{ containerPort: 6380 }] }]',
    ),
    'redis-members:6380',
  ],
  ['one pod by its name', shop('A, value: "redis://redis-0.redis:6380"'), 'redis:6380'],
  ['where others are told to call', shop('PUBLIC_URL, value: "http://redis:6380"'), 'redis:6380'],
  ['where it listens itself', shop('LISTEN_ADDR, value: "redis:6380"'), 'redis:6380'],
  [
    'a name of /etc/hosts',
    shop('A, value: "redis://redis:6380"', '', 'hostAliases: [{ ip: 10.0.0.1, hostnames: [redis] }]'),
    'redis:6380',
  ],
  [
    'nobody runs that would call',
    shop('A, value: "redis://redis:6380"').replace('spec:\n', 'spec:\n  replicas: 0\n'),
    'redis:6380',
  ],

  ['a slip of a name', shop('A_URL, value: "http://catalogue/v1"'), 'catalogue', 'broken', nowhere('catalogue')],
  [
    'a slip where more may be deployed',
    shop('A_URL, value: "http://catalogue/v1"', opaque),
    'catalogue',
    'assumed',
    assumed('catalogue'),
  ],
  [
    'a host in a variable that says so',
    shop('SEARCH_HOST, value: serch-api'),
    'serch-api',
    'assumed',
    assumed('serch-api'),
  ],
  [
    'a Service of another namespace',
    shop('A_URL, value: "http://tax.ledger.svc.cluster.local"'),
    'tax.ledger',
    'assumed',
    assumed('ledger/tax'),
  ],
  [
    'a pod with domains of its own to search',
    shop('A_URL, value: "http://catalogue/v1"', '', 'dnsConfig: { searches: [example.com] }'),
    'catalogue',
  ],
  [
    'a pod that asks the DNS of its node',
    shop('A_URL, value: "http://catalogue/v1"', '', 'dnsPolicy: Default'),
    'catalogue',
  ],
  ['a host outside', shop('A_URL, value: "http://catalogue.example.com"'), 'catalogue'],
  ['a word that is no host', shop('CACHE_SERVER, value: memcached'), 'memcached'],
  ['a bucket', shop('A_URL, value: "s3://catalogue/v1"'), 'catalogue'],
  ['the pod itself', shop('A_URL, value: "http://localhost:80"'), 'localhost'],
  ['a container beside it', shop('A_URL, value: "http://main:80"'), 'main'],
  ['a name that is there', shop('A_URL, value: "http://catalog/v1"'), 'catalog'],
]

for (const [name, yaml, callee, verdict, line] of rows) {
  test(`reaches: what settings name and nothing is: ${name}`, () => {
    const found = verdictsOf(reaches, manifestWorld(yaml)).find(({ id }) => id === `reaches/shop/checkout/${callee}`)
    assert.equal(found?.verdict, verdict)
    if (found?.verdict === 'broken') assert.deepEqual(linesOf(found), [line])
    if (found?.verdict === 'assumed') assert.equal(found.because.at(-1)?.says.line, line)
  })
}

const ask = (yaml: string, callee: string, denied: readonly string[] = []) =>
  verdictsOf(reaches, manifestWorld(yaml, { denied })).find(({ id }) => id === `reaches/shop/checkout/${callee}`)

test('reaches: a name that is missing: the line of the setting, and what was meant', () => {
  const reason = ask(shop('A_URL, value: "http://catalogue/v1"'), 'catalogue')?.because.at(-1)
  assert.equal(reason?.hint, 'did you mean catalog?')
  assert.equal(reason?.at?.line, 14)
  const told = ask(shop('A, value: x', settings('CACHE_URL: "redis:6380"')), 'redis:6380')?.because.at(-1)
  assert.equal(told?.at?.line, 39)
})

test('reaches: a Service that no file shows, denied, is missing', () => {
  const yaml = shop('A_URL, value: "http://search/v1"')
  const [assumption] = ask(yaml, 'search')?.assumes ?? []
  assert.equal(assumption?.says, 'Service shop/search is there, though no file shows it')
  assert.equal(ask(yaml, 'search', [assumption?.id ?? ''])?.verdict, 'broken')
})
