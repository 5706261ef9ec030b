import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { type Paired, type PairOptions, pairTask } from './pair-task.ts'
import { pairText } from './pair-text.ts'
import { classesJson, connectionsJson } from './reach-json.ts'
import { type Reached, type ReachOptions, reachTask } from './reach-task.ts'
import { reachText } from './reach-text.ts'

const workload = (name: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, ports: [{ containerPort: 8080 }] }] }
`
const shop = `${['cart', 'checkout', 'orders'].map(workload).join('')}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: orders, namespace: shop }
spec:
  podSelector: { matchLabels: { app: orders } }
  ingress: [{ from: [{ podSelector: { matchLabels: { app: checkout } } }], ports: [{ port: 8080 }] }]
`

function estateOf(more = '') {
  return importManifests(readManifests(shop + more, 'shop.yaml').manifests, { enforcesPolicy: true }).estate
}

function asked(options: ReachOptions, more = ''): Reached {
  return reachTask([estateOf(more)], { asOf: '2026-11-21', options })
}

function paired(options: PairOptions, more = ''): Paired {
  return pairTask([estateOf(more)], { asOf: '2026-11-21', options })
}

const [answer] = asked({ strangers: true }).clusters
assert.ok(answer)

test('reach: into each workload, who gets in', () => {
  assert.equal(
    reachText(answer, { path: 'k8s', width: 80 }),
    `cluster · 3 workloads · 1 network policy

into shop/cart, shop/checkout
  from all of shop, outside at every port
into shop/orders
  from shop/checkout at TCP 8080

out of the cluster
  all of shop to anywhere at every port

one pair explained: seaworthy reach k8s FROM TO
`,
  )
})

test('reach: workloads of which nobody can tell, and whose policy that is', () => {
  const more = `---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: cart, namespace: shop }
spec: { endpointSelector: { matchLabels: { app: cart } }, sideways: 1 }
`
  const [cluster] = asked({}, more).clusters
  assert.ok(cluster)
  assert.match(
    reachText(cluster, { path: 'k8s', width: 80 }),
    /\n\? shop\/cart: nobody here can tell, for CiliumNetworkPolicy shop\/cart\n/,
  )
})

test('reach: connections for machines, a row for two workloads, none to itself', () => {
  const { connections, ...rest } = JSON.parse([...connectionsJson('2026-11-21', answer)].join(''))
  assert.deepEqual(rest, { version: 1, asOf: '2026-11-21', cluster: 'cluster', unknown: [] })
  const into = connections.filter(({ to }: { to: string }) => to === 'shop/orders[Deployment]')
  const ports = [{ protocol: 'TCP', first: 8080, last: 8080 }]
  assert.deepEqual(into, [{ from: 'shop/checkout[Deployment]', to: 'shop/orders[Deployment]', ports }])
  assert.ok(connections.every(({ from, to }: { from: string; to: string }) => from !== to))
  const outside = connections.filter(({ from }: { from: string }) => from === '0.0.0.0-255.255.255.255')
  assert.deepEqual(
    outside.map(({ to, ports: at }: { to: string; ports: unknown }) => [to, at]),
    [
      ['shop/cart[Deployment]', 'all'],
      ['shop/checkout[Deployment]', 'all'],
    ],
  )
})

test('reach: the same as classes', () => {
  const { classes, matrix } = JSON.parse([...classesJson('2026-11-21', answer)].join(''))
  const orders = classes.find(({ members }: { members: string[] }) => members[0] === 'shop/orders[Deployment]').id
  assert.deepEqual(
    matrix.filter(({ to }: { to: number }) => to === orders).map(({ ports }: { ports: unknown }) => ports),
    [[{ protocol: 'TCP', first: 8080, last: 8080 }]],
  )
})

const rows: [from: string, to: string, says: string][] = [
  [
    'checkout',
    'shop/orders',
    `open: checkout → orders at TCP 8080: let through by orders
    out  no policy isolates checkout
    in   orders (shop.yaml:33) isolates orders
         rule 1 of orders lets it in (shop.yaml:34)
`,
  ],
  [
    'cart',
    'Deployment/shop/orders:8080',
    `blocked: no rule lets cart in to orders at TCP 8080: orders isolates orders
    out  no policy isolates cart
    in   orders (shop.yaml:33) isolates orders
         rule 1 of orders does not take it: means pods with app=checkout; these have app=cart (shop.yaml:34)
`,
  ],
  [
    'checkout',
    'outside',
    'open: checkout → outside at every port, to anywhere: no policy that is shown isolates either\n',
  ],
  ['nobody', 'orders', '\n'],
]

for (const [from, to, says] of rows) {
  test(`reach: ${from} to ${to}`, () => assert.equal(pairText(paired({ from, to }).pairs, undefined), says))
}

test('reach: where the plugin enforces no policy, what would stop it is named as void', () => {
  const { estate } = importManifests(readManifests(shop, 'shop.yaml').manifests, { enforcesPolicy: false })
  const { pairs } = pairTask([estate], { asOf: '', options: { from: 'cart', to: 'orders' } })
  assert.equal(
    pairText(pairs, undefined),
    `open: cart → orders at TCP 8080: the network plugin enforces no policy, so orders is void
    out  no policy isolates cart
    in   orders (shop.yaml:33) isolates orders, and the network plugin enforces none
`,
  )
})

const web = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: out, namespace: shop }
spec:
  podSelector: { matchLabels: { app: cart } }
  policyTypes: [Egress]
  egress:
    - { to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }], ports: [{ port: 443 }] }
    - { to: [{ ipBlock: { cidr: 10.20.0.15/32 } }], ports: [{ port: 8443 }] }
---
apiVersion: v1
kind: Service
metadata: { name: erp, namespace: shop }
spec: { ports: [{ port: 443, targetPort: 8443 }] }
---
apiVersion: v1
kind: Endpoints
metadata: { name: erp, namespace: shop }
subsets: [{ addresses: [{ ip: 10.20.0.15 }], ports: [{ port: 8443 }] }]
---
apiVersion: v1
kind: Service
metadata: { name: basket, namespace: shop }
spec: { selector: { app: cart }, ports: [{ port: 80, targetPort: 8080 }] }
`
const outward: [from: string, to: string, says: string][] = [
  [
    'cart',
    'outside',
    `open: cart → outside at TCP 443, to anywhere but 10.0.0.0/8: let through by out
    out  out (shop.yaml:40) isolates cart
         rule 1 of out lets it out (shop.yaml:43)
open: cart → outside at TCP 8443, to 10.20.0.15: let through by out
    out  out (shop.yaml:40) isolates cart
         rule 2 of out lets it out (shop.yaml:44)
`,
  ],
  [
    'cart',
    'outside:8443',
    `open: cart → outside at TCP 8443, to 10.20.0.15: let through by out
    out  out (shop.yaml:40) isolates cart
         rule 2 of out lets it out (shop.yaml:44)
`,
  ],
  [
    'cart',
    'erp',
    `open: cart → erp (10.20.0.15) at TCP 8443: let through by out
    out  out (shop.yaml:40) isolates cart
         rule 2 of out lets it out (shop.yaml:44)
`,
  ],
  ['checkout', 'basket:80', 'open: checkout → cart at TCP 8080: no policy that is shown isolates either\n'],
  ['checkout', 'Service/shop/basket', 'open: checkout → cart at TCP 8080: no policy that is shown isolates either\n'],
  [
    'cluster/shop/checkout',
    'cluster/cart',
    'open: checkout → cart at TCP 8080: no policy that is shown isolates either\n',
  ],
  ['prod/checkout', 'cart', '\n'],
]

for (const [from, to, says] of outward) {
  test(`reach: outward and by Services: ${from} to ${to}`, () =>
    assert.equal(pairText(paired({ from, to }, web).pairs, undefined), says))
}

test('reach: what several clusters answer alike is said once, under the names of all', () => {
  const [pair] = paired({ from: 'cart', to: 'orders' }).pairs
  const [other] = paired({ from: 'checkout', to: 'orders' }).pairs
  assert.ok(pair && other)
  const text = pairText([pair, { ...pair, cluster: 'prod' }, { ...other, cluster: 'test' }], undefined)
  assert.deepEqual(
    text.split('\n').filter((line) => !line.startsWith(' ')),
    [
      'in cluster, prod',
      'blocked: no rule lets cart in to orders at TCP 8080: orders isolates orders',
      '',
      'in test',
      'open: checkout → orders at TCP 8080: let through by orders',
      '',
    ],
  )
})

test('reach: each reason has its own line, and what all rests on is said once', () => {
  const shut = (direction: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: shut-${direction}, namespace: shop }
spec: { podSelector: { matchLabels: { app: cart } }, policyTypes: [${direction}] }
`
  const { estate } = importManifests(readManifests(shop + shut('Egress'), 'shop.yaml').manifests)
  const text = pairText(pairTask([estate], { asOf: '', options: { from: 'cart', to: 'orders' } }).pairs, undefined)
  assert.equal(
    text,
    `blocked: no rule lets cart out to orders at TCP 8080: shut-Egress isolates cart
blocked: no rule lets cart in to orders at TCP 8080: orders isolates orders
    out  shut-Egress (shop.yaml:39) isolates cart
    in   orders (shop.yaml:33) isolates orders
         rule 1 of orders does not take it: means pods with app=checkout; these have app=cart (shop.yaml:34)
unless the network plugin enforces no policy, and nobody here says: then all of this is open
`,
  )
})

const byLabel = (key: string, value: string) => `{ matchLabels: { ${key}: ${value} } }`
const edge = `namespaceSelector: ${byLabel('kubernetes.io/metadata.name', 'edge')}`
const kubeSystem = `namespaceSelector: ${byLabel('kubernetes.io/metadata.name', 'kube-system')}`
const meant = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: cart, namespace: shop }
spec:
  podSelector: { matchLabels: { app: cart } }
  policyTypes: [Ingress, Egress]
  ingress:
    - { from: [{ ${edge} }], ports: [{ port: 8080 }] }
    - { from: [{ ${edge} }], ports: [{ port: 9090 }] }
    - { from: [{ podSelector: { matchLabels: { app: till } } }] }
    - { from: [{ podSelector: { matchLabels: { app: cart } } }], ports: [{ port: 7000, endPort: 7010 }] }
    - { from: [{ ipBlock: { cidr: 192.0.2.7/32 } }], ports: [{ port: 8080 }] }
  egress:
    - { to: [{ ${kubeSystem}, podSelector: { matchLabels: { k8s-app: kube-dns } } }], ports: [{ port: 53, protocol: UDP }] }
    - { to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }], ports: [{ port: 443 }] }
    - { to: [{ podSelector: { matchLabels: { app: cart } } }] }
`

test('reach: whom policies mean that no file shows, and what goes out of the cluster', () => {
  const [cluster] = asked({ strangers: true }, meant).clusters
  assert.ok(cluster)
  assert.equal(
    reachText(cluster, { path: 'k8s', width: undefined }),
    `cluster · 3 workloads · 2 network policies

into shop/cart
  from edge (a namespace no file shows) at TCP 8080, 9090
  from its own pods at TCP 7000-7010
  from outside (192.0.2.7) at TCP 8080
  from pods with app=till (no file shows any) at every port
into shop/checkout
  from shop/orders, outside at every port
into shop/orders
  from shop/checkout at TCP 8080

out of the cluster
  shop/cart to anywhere but 10.0.0.0/8 at TCP 443
  shop/checkout, shop/orders to anywhere at every port

to what no file shows
  shop/cart to pods with k8s-app=kube-dns of kube-system (no file shows any) at UDP 53

one pair explained: seaworthy reach k8s FROM TO
`,
  )
})

test('reach: a namespace is told as a whole where none of it is left out', () => {
  const most = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: bank, namespace: bank }
spec:
  podSelector: {}
  ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: app, operator: In, values: [cart, checkout] }] } }] }]
`
  const bank = workload('bank').replaceAll('namespace: shop', 'namespace: bank')
  const [cluster] = asked({}, bank + most).clusters
  assert.ok(cluster)
  assert.match(
    reachText(cluster, { path: 'k8s', width: undefined }),
    /into bank\/bank\n {2}from shop\/cart, shop\/checkout at/,
  )
})

test('reach: what a policy lets out by name is told beside the addresses', () => {
  const byName = `---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: cart, namespace: shop }
spec:
  endpointSelector: { matchLabels: { app: cart } }
  egress:
    - { toFQDNs: [{ matchName: pay.example.com }], toPorts: [{ ports: [{ port: "443", protocol: TCP }] }] }
    - { toCIDR: [192.0.2.0/24], toPorts: [{ ports: [{ port: "8443", protocol: TCP }] }] }
`
  assert.equal(
    pairText(paired({ from: 'cart', to: 'outside' }, byName).pairs, undefined),
    `open: cart → outside at TCP 8443, to 192.0.2.0/24: let through by cart
    out  CiliumNetworkPolicy cart (shop.yaml:39) isolates cart
         rule 2 of CiliumNetworkPolicy cart lets it out (shop.yaml:43)
unknown: cart → pay.example.com at TCP 443: which addresses pay.example.com stands for is known in the running cluster only
`,
  )
  const [cluster] = asked({ strangers: true }, byName).clusters
  assert.ok(cluster)
  assert.match(
    reachText(cluster, { path: 'k8s', width: undefined }),
    /\n {2}shop\/cart to pay.example.com \(by name\) at TCP 443\n/,
  )
})
