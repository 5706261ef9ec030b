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
    'unless',
    'the network plugin enforces no policy, and nobody here says: then all of this is open',
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

const policies: [name: string, told: string[], yaml: string][] = [
  [
    'the rule for other pods, and not the way to DNS',
    ['checkout  means pods with app=ledger; these have app=orders; lets through TCP 5432 only'],
    policy('shut', '{ podSelector: {}, policyTypes: [Egress] }') +
      policy(
        'allow-dns',
        '{ podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }] }',
      ) +
      policy(
        'checkout',
        '{ podSelector: { matchLabels: { app: checkout } }, policyTypes: [Egress], egress: [{ to: [{ podSelector: { matchLabels: { app: ledger } } }], ports: [{ port: 5432 }] }] }',
      ),
  ],
  [
    'rules of one policy for the same pods, with all their ports',
    ['out  lets through TCP 5432, 6379 only'],
    policy(
      'out',
      '{ podSelector: {}, policyTypes: [Egress], egress: [{ to: [{ podSelector: {} }], ports: [{ port: 5432 }] }, { to: [{ podSelector: {} }], ports: [{ port: 6379 }] }] }',
    ),
  ],
  [
    'where no rule comes near, the policy of the fewest',
    [],
    policy('a-shut', '{ podSelector: {}, policyTypes: [Egress] }') +
      policy('own', '{ podSelector: { matchLabels: { app: checkout } }, policyTypes: [Egress] }'),
  ],
]

for (const [name, told, yaml] of policies) {
  test(`reaches: what comes nearest: ${name}`, () => {
    const found = verdictsOf(reaches, manifestWorld(shop() + yaml)).find((each) => each.id === id)
    const [stopped] = found?.because.filter(({ truth }) => truth === false) ?? []
    const rows = (stopped?.says.rows ?? []).map((row) => row.join('  ')).filter((row) => !row.startsWith('unless'))
    assert.deepEqual(rows, told)
    const lines = (shop() + yaml).split('\n')
    const policy = lines.slice(0, stopped?.at?.line).findLast((line) => line.startsWith('metadata'))
    assert.match(policy ?? '', name.startsWith('where') ? /name: own/ : /name: (checkout|out),/)
  })
}

test('reaches: a label of a namespace that was renamed is not proposed to be named back', () => {
  const team = (value: string) => `---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: Namespace
metadata: { name: till, labels: { ${value} } }
${workload('till', 'env: [{ name: ORDERS_URL, value: "http://orders.shop" }]').replaceAll('namespace: shop', 'namespace: till')}`
  const ask = (labels: string, wanted = 'team: tills') => {
    const yaml = shop() + from(`{ namespaceSelector: { matchLabels: { ${wanted} } } }`) + team(labels)
    const found = verdictsOf(reaches, manifestWorld(yaml)).find(
      (each) => each.id === 'reaches/till/till/orders.shop:http',
    )
    return found?.because.find(({ truth }) => truth === false)
  }
  const renamed = ask('team: front')
  assert.equal(renamed?.fix, undefined)
  assert.equal(renamed?.hint, 'select team=front in orders, as namespace till is labelled')
  const missing = ask('tier: front')
  assert.deepEqual(missing?.fix, [
    { of: { is: 'object', name: 'Namespace//till' }, path: ['metadata', 'labels', 'team'], to: 'tills' },
  ])
  assert.equal(ask('team: tills'), undefined)
})
