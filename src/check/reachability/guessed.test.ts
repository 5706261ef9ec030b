import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { reaches } from './reaches.ts'
import { selects } from './selects.ts'

const workload = (name: string, more: string, replicas = 1) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: shop/${name}:1, ${more} }] }
`
const shop = (replicas = 1) => `${workload('checkout', 'env: [{ name: ORDERS_URL, value: "http://orders" }]', replicas)}
${workload('orders', 'ports: [{ name: web, containerPort: 8080 }]')}
---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { selector: { app: orders }, ports: [{ name: http, port: 80, targetPort: web }] }
`
const policy = (name: string, spec: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop }
spec: ${spec}
`
const from = (app: string) =>
  policy('orders', `{ podSelector: { matchLabels: { app: orders } }, ingress: [{ from: [${app}] }] }`)
const id = 'reaches/shop/checkout/orders:http'

const outward = `${workload('checkout', 'env: [{ name: SQL_HOST, value: mainframe }, { name: SQL_PORT, value: "5432" }]')}
---
apiVersion: v1
kind: Service
metadata: { name: mainframe, namespace: shop }
spec: { ports: [{ port: 5432 }] }
---
apiVersion: v1
kind: Endpoints
metadata: { name: mainframe, namespace: shop }
subsets: [{ addresses: [{ ip: 203.0.113.7 }], ports: [{ port: 5432 }] }]
`
const outTo = (cidr: string) =>
  outward +
  policy('out', `{ podSelector: {}, policyTypes: [Egress], egress: [{ to: [{ ipBlock: { cidr: ${cidr} } }] }] }`)

test('reaches: an address that was written for a Service is held against blocks of addresses', () => {
  const ask = (yaml: string) =>
    verdictsOf(reaches, manifestWorld(yaml)).find((verdict) => verdict.id === 'reaches/shop/checkout/mainframe')
  assert.equal(ask(outTo('203.0.113.0/24'))?.verdict, 'kept')
  const broken = ask(outTo('198.51.100.0/24'))
  assert.equal(broken?.verdict, 'broken')
  const line = 'no rule lets checkout out to mainframe (203.0.113.7) at TCP 5432: out isolates checkout'
  assert.ok(broken && linesOf(broken).includes(line), broken && linesOf(broken).join('\n'))
})

const rows: [name: string, yaml: string, verdict: string | undefined, line: string][] = [
  ['nothing isolates', shop(), 'kept', 'checkout → orders at TCP 8080: no policy that is shown isolates either'],
  [
    'the callee is closed to the caller',
    shop() + from('{ podSelector: { matchLabels: { app: till } } }'),
    'broken',
    'no rule lets checkout in to orders at TCP 8080: orders isolates orders',
  ],
  [
    'the caller is let in',
    shop() + from('{ podSelector: { matchLabels: { app: checkout } } }'),
    'kept',
    'checkout → orders at TCP 8080: let through by orders',
  ],
  [
    'the caller is shut in',
    shop() + policy('shut', '{ podSelector: { matchLabels: { app: checkout } }, policyTypes: [Egress] }'),
    'broken',
    'no rule lets checkout out to orders at TCP 8080: shut isolates checkout',
  ],
  ['nobody runs that would call', shop(0) + policy('shut', '{ podSelector: {} }'), undefined, ''],
]

for (const [name, yaml, verdict, line] of rows) {
  test(`reaches: a call that a variable tells of: ${name}`, () => {
    const found = verdictsOf(reaches, manifestWorld(yaml)).find((each) => each.id === id)
    assert.equal(found?.verdict, verdict)
    if (found) assert.ok(linesOf(found).includes(line), linesOf(found).join('\n'))
  })
}

test('reaches: where nobody says that policies are enforced, the words say what holds otherwise', () => {
  const [found] = verdictsOf(reaches, manifestWorld(shop() + policy('shut', '{ podSelector: {} }')))
  const told = found?.because.find(({ truth }) => truth === false)?.says.rows?.at(-1)
  assert.deepEqual(told, [
    'or else',
    'the network plugin enforces none, which nobody says here, and the policy protects nothing',
  ])
  assert.equal(found?.at?.line, 10)
})

test('selects: of a folder, what a policy means may be deployed by others', () => {
  const edge = from('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: edge } } }')
  const [found] = verdictsOf(selects, manifestWorld(shop() + edge))
  assert.equal(found?.verdict, 'assumed')
  const denied = [found?.assumes[0]?.id ?? '']
  assert.equal(verdictsOf(selects, manifestWorld(shop() + edge, { denied }))[0]?.verdict, 'broken')
})
