import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnyQuestion } from '../define.ts'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { enters } from './enters.ts'
import { looksUp } from './looks-up.ts'

const workload = (name: string, main: string, namespace = 'shop') => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, ${main} }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
`
const shop =
  workload('web', 'image: shop/web:1, env: [{ name: ORDERS_URL, value: "http://orders" }]') +
  workload('orders', 'image: shop/orders:1')
const controller = workload('edge', 'image: "registry.k8s.io/ingress-nginx/controller:v1.13.0"', 'edge')
const ingress = `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop, namespace: shop }
spec:
  ingressClassName: nginx
  rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { name: http } } } }] } }]
`
const policy = (name: string, spec: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop }
spec: ${spec}
`
const from = (peer: string, port = 8080) =>
  policy(
    'web',
    `{ podSelector: { matchLabels: { app: web } }, ingress: [{ from: [${peer}], ports: [{ port: ${port} }] }] }`,
  )
const ns = (name: string) => `{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } } }`
const deny = policy('deny', '{ podSelector: {}, policyTypes: [Ingress] }')
const namesEdge = policy(
  'orders',
  `{ podSelector: { matchLabels: { app: orders } }, ingress: [{ from: [${ns('ingress-nginx')}] }] }`,
)
const out = (rule: string) => policy('out', `{ podSelector: {}, policyTypes: [Egress], egress: [${rule}] }`)
const dnsRule = (protocol: string, peer = '') => `{ ${peer} ports: [{ port: 53, protocol: ${protocol} }] }`
const dnsPods = `to: [{ ...x, podSelector: { matchLabels: { k8s-app: kube-dns } } }],`.replace(
  '...x',
  'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }',
)

const cilium = (spec: string) => `---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: web, namespace: shop }
spec: ${spec}
`
const calico = (spec: string) => `---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: ${spec}
`
const ciliumDns = (rules = '') =>
  cilium(
    `{ endpointSelector: {}, egress: [{ toEndpoints: [{ matchLabels: { k8s:io.kubernetes.pod.namespace: kube-system, k8s-app: kube-dns } }], toPorts: [{ ports: [{ port: "53", protocol: ANY }], ${rules} }] }] }`,
  )
const calicoDns = (protocol: string) =>
  calico(
    `{ types: [Egress], egress: [{ action: Allow, protocol: ${protocol}, destination: { namespaceSelector: 'projectcalico.org/name == "kube-system"', selector: 'k8s-app == "kube-dns"', ports: [53] } }] }`,
  )
const admin = (action: string) => `---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: { name: guard }
spec: { priority: 1, subject: { namespaces: {} }, ingress: [{ action: ${action}, from: [${ns('ingress-nginx').replace('namespaceSelector', 'namespaces')}] }] }
`

const rows: [name: string, question: AnyQuestion, id: string, yaml: string, verdict: string | undefined][] = [
  ['nothing isolates', enters, 'Ingress/shop', shop + ingress, 'kept'],
  ['nobody is let in', enters, 'Ingress/shop', shop + ingress + deny, 'broken'],
  ['a rule for another port', enters, 'Ingress/shop', shop + ingress + from(ns('ingress-nginx'), 80), 'broken'],
  ['the namespace of its class', enters, 'Ingress/shop', shop + ingress + deny + from(ns('ingress-nginx')), 'kept'],
  ['a namespace that nobody shows', enters, 'Ingress/shop', shop + ingress + deny + from(ns('edge')), 'assumed'],
  ['its own namespace only', enters, 'Ingress/shop', shop + ingress + from('{ podSelector: {} }'), 'unknown'],
  [
    'its own namespace only, and other policies say where the controller stands',
    enters,
    'Ingress/shop',
    shop + ingress + from('{ podSelector: {} }') + namesEdge,
    'broken',
  ],
  [
    'another namespace than the one that other policies name',
    enters,
    'Ingress/shop',
    shop + ingress + deny + from(ns('edge')) + namesEdge,
    'assumed',
  ],
  [
    'the controller is shown and let in',
    enters,
    'Ingress/shop',
    shop + ingress + controller + from(ns('edge')),
    'kept',
  ],
  ['the controller is shown and not', enters, 'Ingress/shop', shop + ingress + controller + from(ns('web')), 'broken'],
  ['a backend that is not there is not its matter', enters, 'Ingress/shop', ingress, undefined],
  ['no egress policy', looksUp, 'web', shop, undefined],
  ['egress without DNS', looksUp, 'web', shop + out('{ ports: [{ port: 8080 }] }'), 'broken'],
  ['DNS over TCP alone', looksUp, 'web', shop + out(dnsRule('TCP')), 'broken'],
  ['DNS to anywhere', looksUp, 'web', shop + out(dnsRule('UDP')), 'assumed'],
  ['DNS to its usual pods', looksUp, 'web', shop + out(dnsRule('UDP', dnsPods)), 'assumed'],
  [
    'DNS to an address',
    looksUp,
    'web',
    shop + out(dnsRule('UDP', 'to: [{ ipBlock: { cidr: 169.254.20.10/32 } }],')),
    'unknown',
  ],
  ['Cilium: DNS to its usual pods', looksUp, 'web', shop + ciliumDns(), 'assumed'],
  ['Cilium: every name', looksUp, 'web', shop + ciliumDns('rules: { dns: [{ matchPattern: "*" }] }'), 'assumed'],
  ['Cilium: some names', looksUp, 'web', shop + ciliumDns('rules: { dns: [{ matchName: pay.example }] }'), 'unknown'],
  [
    'Cilium: no way to DNS',
    looksUp,
    'web',
    shop + cilium('{ endpointSelector: {}, egress: [{ toEntities: [world] }] }'),
    'unknown',
  ],
  ['Cilium: nothing goes out', looksUp, 'web', shop + cilium('{ endpointSelector: {}, egress: [{}] }'), 'broken'],
  ['Calico: DNS to its usual pods', looksUp, 'web', shop + calicoDns('UDP'), 'assumed'],
  ['Calico: DNS over TCP alone', looksUp, 'web', shop + calicoDns('TCP'), 'broken'],
  [
    'Cilium: from anywhere',
    enters,
    'Ingress/shop',
    shop + ingress + cilium('{ endpointSelector: {}, ingress: [{ fromEntities: [all] }] }'),
    'kept',
  ],
  [
    'Cilium: from the cluster',
    enters,
    'Ingress/shop',
    shop + ingress + namesEdge + cilium('{ endpointSelector: {}, ingress: [{ fromEntities: [cluster] }] }'),
    'kept',
  ],
  [
    'Cilium: from nobody',
    enters,
    'Ingress/shop',
    shop + ingress + cilium('{ endpointSelector: {}, ingress: [{}] }'),
    'broken',
  ],
  [
    'Cilium: from its own namespace',
    enters,
    'Ingress/shop',
    shop + ingress + namesEdge + cilium('{ endpointSelector: {}, ingress: [{ fromEndpoints: [{}] }] }'),
    'broken',
  ],
  [
    'an administrator refuses the namespace of its class',
    enters,
    'Ingress/shop',
    shop + ingress + namesEdge + admin('Deny'),
    'broken',
  ],
  [
    'an administrator lets it in before others refuse',
    enters,
    'Ingress/shop',
    shop + ingress + namesEdge + deny + admin('Allow'),
    'kept',
  ],
  [
    'DNS at the port of OpenShift',
    looksUp,
    'web',
    shop +
      out(
        dnsRule(
          'UDP',
          'to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: openshift-dns } } }],',
        ).replace('port: 53,', 'port: 5353,'),
      ),
    'unknown',
  ],
  [
    'another port in another namespace',
    looksUp,
    'web',
    shop +
      out(
        dnsRule('UDP', 'to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: mesh } } }],').replace(
          'port: 53,',
          'port: 5353,',
        ),
      ),
    'broken',
  ],
  ['pods that are told no name', looksUp, 'orders', shop + out('{ ports: [{ port: 8080 }] }'), undefined],
]

for (const [name, question, id, yaml, verdict] of rows) {
  test(`${question.id}: ${name}`, () => {
    const found = verdictsOf(question, manifestWorld(yaml)).find((each) => each.id === `${question.id}/shop/${id}`)
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    for (const assumption of found?.assumes ?? []) {
      const denied = manifestWorld(yaml, { denied: [assumption.id] })
      assert.equal(verdictsOf(question, denied).find((each) => each.id === found?.id)?.verdict, 'broken')
    }
  })
}

test('enters: of an outward Service one port that lets somebody in is enough', () => {
  const outward = `---
apiVersion: v1
kind: Service
metadata: { name: out, namespace: shop }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ name: a, port: 1, targetPort: 8080 }, { name: b, port: 2, targetPort: 9090 }] }
`
  const ask = (more: string) =>
    verdictsOf(enters, manifestWorld(shop + outward + more)).find(({ id }) => id === 'enters/shop/Service/out')
  assert.equal(ask(from('{ ipBlock: { cidr: 0.0.0.0/0 } }'))?.verdict, 'assumed')
  assert.equal(ask(deny)?.verdict, 'broken')
  assert.equal(ask(from('{ namespaceSelector: {} }'))?.verdict, 'assumed')
  const everybody = '{ podSelector: { matchLabels: { app: web } }, ingress: [{ ports: [{ port: 8080 }] }] }'
  assert.equal(ask(policy('web', everybody))?.verdict, 'kept')
})

const own = policy(
  'web',
  '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ ports: [{ port: 587 }] }] }',
)
const forOthers = policy(
  'allow-dns',
  `{ podSelector: { matchLabels: { app: orders } }, policyTypes: [Egress], egress: [${dnsRule('UDP', dnsPods)}] }`,
)
const noOut = policy('deny', '{ podSelector: {}, policyTypes: [Egress] }')
const unless = ['unless', 'the network plugin enforces no policy, and nobody here says: then all of this is open']

const told: [name: string, question: AnyQuestion, id: string, yaml: string, rows: string[][], line: string][] = [
  [
    'what a policy lets out, and who may ask for names, with the labels of these',
    looksUp,
    'web',
    shop + noOut + forOthers + own,
    [
      ['allow-dns', 'means pods with app=orders; these have app=web'],
      ['', 'the pods are labelled at shop.yaml:8'],
      ['web', 'lets out TCP 587 to anywhere'],
      unless,
    ],
    'podSelector: { matchLabels: { app: orders } }',
  ],
  ['nothing goes out, and nobody names DNS', looksUp, 'web', shop + noOut, [unless], 'name: deny'],
  [
    'the policy of these pods, not the one of all',
    enters,
    'Ingress/shop',
    shop + ingress + deny + from(ns('edge'), 80) + namesEdge,
    [['ingress-nginx', 'stands in ingress-nginx, by all that is shown'], unless],
    'app: web',
  ],
  [
    'a rule for another port, at that port',
    enters,
    'Ingress/shop',
    shop + ingress + deny + from(ns('ingress-nginx'), 80),
    [['ingress-nginx', 'stands in ingress-nginx, by all that is shown'], ['web', 'lets through TCP 80 only'], unless],
    'port: 80 }',
  ],
]

for (const [name, question, id, yaml, rows, line] of told) {
  test(`${question.id}: what is told: ${name}`, () => {
    const found = verdictsOf(question, manifestWorld(yaml)).find((each) => each.id === `${question.id}/shop/${id}`)
    const reason = found?.because.find(({ truth }) => truth === false)
    assert.deepEqual(reason?.says.rows, rows)
    const at = yaml
      .split('\n')
      .slice((reason?.at?.line ?? 1) - 2, reason?.at?.line)
      .join(' ')
    assert.ok(at.includes(line), at)
  })
}

test('enters: where a policy asks for labels that no file shows, they are what is wanting', () => {
  const hintOf = (more: string) =>
    verdictsOf(enters, manifestWorld(shop + ingress + more))
      .find(({ id }) => id === 'enters/shop/Ingress/shop')
      ?.because.map(({ hint }) => hint)
  const guard = admin('Deny').replace(
    /from: .*\] }\] }/,
    'from: [{ namespaces: { matchLabels: { trust: low } } }] }] }',
  )
  assert.deepEqual(hintOf(guard), ['the manifests of ingress-nginx among the files, its namespace too: labels decide'])
  const shown = (trust: string) =>
    `---\napiVersion: v1\nkind: Namespace\nmetadata: { name: ingress-nginx, labels: { trust: ${trust} } }\n`
  assert.deepEqual(hintOf(guard + shown('high')), [undefined])
  assert.deepEqual(hintOf(guard + shown('low')), ['a rule of shop that lets ingress-nginx in to web at TCP 8080'])
})

test('looks-up: every name that is told and cannot be resolved is named, Services first', () => {
  const env = [
    ['ORDERS_URL', 'http://orders'],
    ['PAY_URL', 'https://pay.example.com'],
    ['MAIL_HOST', 'mail.example.com'],
    ['LOCAL_HOST', 'written.example.com'],
    ['BANK_HOST', '192.0.2.7'],
  ].map(([name, value]) => `{ name: ${name}, value: "${value}" }`)
  const web = workload('web', `image: "shop/web:1", env: [${env.join(', ')}]`).replace(
    'spec: { containers',
    'spec: { hostAliases: [{ ip: 192.0.2.8, hostnames: [written.example.com] }], containers',
  )
  const yaml = web + workload('orders', 'image: shop/orders:1') + noOut
  const found = verdictsOf(looksUp, manifestWorld(yaml)).find(({ id }) => id === 'looks-up/shop/web')
  assert.ok(found)
  assert.match(linesOf(found)[0] ?? '', /, so orders, mail.example.com, pay.example.com cannot be resolved$/)
})
