import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prometheus } from '../../platform/component/prometheus.ts'
import { manifestWorld, sampleWorld } from '../sample.ts'
import { singlePoints } from './single-points.ts'

interface Shape {
  readonly kind?: string
  readonly spec?: string
  readonly env?: string
  readonly pod?: string
  readonly namespace?: string
}

const workload = (
  name: string,
  { kind = 'Deployment', spec = '', env = '', pod = '', namespace = 'shop' }: Shape = {},
) => `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  ${spec}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { ${pod} containers: [{ name: main, image: '${name}:1', env: [${env}] }] }
`
const service = (name: string, app = name, more = '', namespace = 'shop') => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { ${more} selector: { app: ${app} }, ports: [{ port: 80 }] }
`
const autoscaler = (min: number) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: orders, namespace: shop }
spec: { scaleTargetRef: { kind: Deployment, name: orders, apiVersion: apps/v1 }, minReplicas: ${min}, maxReplicas: 9 }
`
const ingress = `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop, namespace: shop }
spec: { defaultBackend: { service: { name: orders, port: { number: 80 } } } }
`
const node = (name: string, zone: string) => `---
apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name}, topology.kubernetes.io/zone: ${zone} } }
status: { allocatable: { cpu: "4", memory: 8Gi, pods: "10" } }
`
const told = '{ name: ORDERS_URL, value: "http://orders" }'
const checkout = workload('checkout', { spec: 'replicas: 2', env: told })
const cart = workload('cart', { spec: 'replicas: 2', env: told })
const orders = workload('orders') + service('orders')
const nodes = node('n1', 'east') + node('n2', 'east') + node('n3', 'west')
const east = 'nodeSelector: { topology.kubernetes.io/zone: east },'

const tier = (yaml: string) => yaml.replace('labels: {', 'labels: { tier: web,')

const rows: [what: string, yaml: string, found: [string, string][]][] = [
  ['nobody needs it', orders, []],
  ['one pod that another calls', orders + checkout, [['shop/orders', '1 workload is told to call it']]],
  ['two pods', workload('orders', { spec: 'replicas: 2' }) + service('orders') + checkout, []],
  ['none, on purpose', workload('orders', { spec: 'replicas: 0' }) + service('orders') + checkout, []],
  ['an autoscaler keeps two', orders + autoscaler(2) + checkout, []],
  [
    'an autoscaler keeps one',
    orders + autoscaler(1) + checkout,
    [['shop/orders', 'at the minimum of its autoscaler; 1 workload is told to call it']],
  ],
  [
    'one of each color behind a Service',
    tier(workload('blue')) +
      tier(workload('green')) +
      service('orders').replace('selector: { app: orders }', 'selector: { tier: web }') +
      checkout,
    [],
  ],
  ['what people look at', (orders + ingress).replace("'orders:1'", 'axllent/mailpit:v1.21'), []],
  ['a way in from outside', orders + ingress, [['shop/orders', 'Ingress shop leads to it']]],
  [
    'a Service of its own for outside',
    workload('orders') + service('orders', 'orders', 'type: LoadBalancer,'),
    [['shop/orders', 'Service orders leads to it']],
  ],
  [
    'what most need comes first',
    orders +
      checkout +
      cart +
      workload('mail') +
      service('mail') +
      workload('news', { spec: 'replicas: 2', env: '{ name: MAIL_URL, value: "http://mail" }' }),
    [
      ['shop/orders', '2 workloads are told to call it'],
      ['shop/mail', '1 workload is told to call it'],
    ],
  ],
  [
    'one on every node',
    workload('orders', { kind: 'DaemonSet' }) + service('orders') + checkout + node('n1', 'east'),
    [],
  ],
  [
    'a place for trials',
    [
      workload('orders', { namespace: 'shop-dev' }),
      service('orders', 'orders', '', 'shop-dev'),
      workload('checkout', { namespace: 'shop-dev', env: told }),
    ].join(''),
    [],
  ],
  [
    'all in one zone',
    nodes + workload('orders', { spec: 'replicas: 3', pod: east }) + service('orders') + checkout,
    [['shop/orders', 'zone east; 1 workload is told to call it']],
  ],
  ['in either zone', nodes + workload('orders', { spec: 'replicas: 3' }) + service('orders') + checkout, []],
  [
    'there is one zone only',
    node('n1', 'east') +
      node('n2', 'east') +
      workload('orders', { spec: 'replicas: 3', pod: east }) +
      service('orders') +
      checkout,
    [],
  ],
]

for (const [what, yaml, found] of rows) {
  test(`single points: ${what}`, () => {
    const advice = [...singlePoints(manifestWorld(yaml))]
    assert.deepEqual(
      advice.flatMap(({ says }) => says.rows ?? []),
      found,
    )
  })
}

test('single points: their line counts them', () => {
  const [advice] = singlePoints(manifestWorld(orders + checkout))
  assert.equal(advice?.id, 'single-pod/cluster')
  assert.match(advice?.says.line ?? '', /^a workload that others need is one pod/)
})

test('single points: who scrapes does without, and who calls goes without', () => {
  const collector = prometheus('prometheus', { operatedBy: 'prometheus-operator' })
  const world = sampleWorld({
    checkout: { listens: { http: 8080, metrics: 9090 }, metrics: { port: 'metrics' }, replicas: 1 },
    orders: { replicas: 1 },
    more: () => [collector],
  })
  const [told] = [...singlePoints(world)]
  const named = told?.says.rows?.map(([label]) => label) ?? []
  assert.deepEqual(
    ['checkout', 'orders'].map((name) => named.some((label) => label.includes(name))),
    [false, true],
  )
})
