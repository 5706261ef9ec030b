import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { refers } from './refers.ts'

const pods = (name: string, labels: string, more = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  template:
    metadata: { labels: { ${labels} } }
    spec: { containers: [{ name: app, ${more} }] }
`
const object = (kind: string, name: string, spec: string, apiVersion = 'v1') => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec: ${spec}
`
const service = (name: string, selector: string) =>
  object('Service', name, `{ selector: { ${selector} }, ports: [{ port: 80 }] }`)
const budget = (selector: string) =>
  object('PodDisruptionBudget', 'cart', `{ minAvailable: 1, selector: ${selector} }`, 'policy/v1')
const shop = pods('till', 'app: till', 'env: [{ name: CART_URL, value: "http://cart" }]')
const cart = pods('cart', 'app: cart')
const opaque = object('RedisCluster', 'cart', '{}', 'example.com/v1')

const door = object(
  'Ingress',
  'door',
  '{ defaultBackend: { service: { name: cart, port: { number: 80 } } } }',
  'networking.k8s.io/v1',
)

const none = (what: string, selector: string, otherwise: string) =>
  `${what} selects ${selector}, and no pod has that: ${otherwise}`
const taken = (what: string, selector: string) =>
  `${what} selects ${selector}, which no pod has that was read: others are taken to have it`

const rows: [name: string, manifests: readonly string[], of: string, verdict: string | undefined, line?: string][] = [
  [
    'a Service of the very name of its pods',
    [shop, cart, service('cart', 'app: cartt')],
    'Service/cart',
    'broken',
    none('Service cart', 'app=cartt', 'it has no endpoint'),
  ],
  [
    'a slip for pods that no other Service selects',
    [shop, cart, service('basket', 'app: cartt')],
    'Service/basket',
    'broken',
    none('Service basket', 'app=cartt', 'it has no endpoint'),
  ],
  [
    'the value under another key',
    [shop, cart, service('cart', 'app.kubernetes.io/name: cart')],
    'Service/cart',
    'broken',
    none('Service cart', 'app.kubernetes.io/name=cart', 'it has no endpoint'),
  ],
  [
    'a slip for pods that another Service selects',
    [shop, cart, service('cart', 'app: cart'), service('basket', 'app: cartt')],
    'Service/basket',
    'assumed',
    taken('Service basket', 'app=cartt'),
  ],
  [
    'pods of another release',
    [shop, pods('cart-v1', 'app: cart-v1'), service('cart-v2', 'app: cart-v2')],
    'Service/cart-v2',
    'assumed',
    taken('Service cart-v2', 'app=cart-v2'),
  ],
  [
    'pods that nothing is like',
    [shop, service('search', 'app: search')],
    'Service/search',
    'assumed',
    taken('Service search', 'app=search'),
  ],
  [
    'a slip where an operator that nobody knows may make such pods',
    [shop, cart, service('cart', 'app: cartt'), opaque],
    'Service/cart',
    'assumed',
    taken('Service cart', 'app=cartt'),
  ],
  [
    'a label that is written while the pods run',
    [shop, cart, service('cart', 'app: cart, role: leader')],
    'Service/cart',
    'assumed',
    taken('Service cart', 'app=cart,role=leader'),
  ],
  [
    'one pod of a StatefulSet, by the label of its controller',
    [shop, service('till-0', 'statefulset.kubernetes.io/pod-name: till-0')],
    'Service/till-0',
    undefined,
  ],
  [
    'pods of that label',
    [shop, cart, service('cart', 'app: cart')],
    'Service/cart',
    'kept',
    'Service cart selects app=cart: Deployment cart',
  ],
  [
    'another name for what is outside',
    [shop, object('Service', 'cart', '{ type: ExternalName, externalName: a.example.com, selector: { app: x } }')],
    'Service/cart',
    undefined,
  ],
  [
    'a budget with a slip',
    [shop, cart, budget('{ matchLabels: { app: catr } }')],
    'PodDisruptionBudget/cart',
    'broken',
    none('PodDisruptionBudget cart', 'app=catr', 'it protects nothing'),
  ],
  [
    'a budget for pods that nothing is like',
    [shop, budget('{ matchLabels: { app: search } }')],
    'PodDisruptionBudget/cart',
    'assumed',
    taken('PodDisruptionBudget cart', 'app=search'),
  ],
  [
    'a budget for pods that are there',
    [shop, cart, budget('{ matchExpressions: [{ key: app, operator: In, values: [cart] }] }')],
    'PodDisruptionBudget/cart',
    'kept',
    'PodDisruptionBudget cart selects app=cart: Deployment cart',
  ],
  ['a budget for every pod', [shop, budget('{}')], 'PodDisruptionBudget/cart', undefined],
  [
    'requirements that are no list',
    [shop, budget('{ matchExpressions: 7, matchLabels: { app: x } }')],
    'PodDisruptionBudget/cart',
    undefined,
  ],
  ['a selector that is no object', [shop, budget('7')], 'PodDisruptionBudget/cart', undefined],
]

for (const [name, manifests, of, verdict, line] of rows) {
  test(`refers: a selector: ${name}`, () => {
    const found = verdictsOf(refers, manifestWorld(manifests.join('---'))).find(({ id }) => id === `refers/shop/${of}`)
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

const only = (manifests: readonly string[], denied: readonly string[] = []) =>
  verdictsOf(refers, manifestWorld(manifests.join('---'), { denied })).find(
    ({ id, verdict }) => verdict !== 'kept' && id.includes('/Service/'),
  )

test('refers: a selector that takes nothing: the line that decides, what was meant, who is hurt', () => {
  const [reason] = only([shop, cart, service('cart', 'app: cartt'), door])?.because ?? []
  assert.equal(reason?.hint, 'did you mean app=cart?')
  assert.equal(reason?.at?.line, 21)
  assert.deepEqual(reason?.says.rows, [
    ['Deployment cart', 'has app=cart'],
    ['Deployment till', 'is told to call it (env CART_URL)'],
    ['Ingress door', 'sends requests to it'],
  ])
})

test('refers: pods of others, by name; denied, the selector takes nothing', () => {
  const manifests = [shop, service('search', 'app: search')]
  const [assumption] = only(manifests)?.assumes ?? []
  assert.equal(assumption?.says, 'pods with app=search are deployed by others')
  assert.equal(only(manifests, [assumption?.id ?? ''])?.verdict, 'broken')
})

test('refers: a port name that no pod has: who is hurt, and the name of that number', () => {
  const named = pods(
    'cart',
    'app: cart',
    'ports: [{ name: web, containerPort: 80 }, { name: admin, containerPort: 81 }]',
  )
  const wrong = object('Service', 'cart', '{ selector: { app: cart }, ports: [{ port: 80, targetPort: http }] }')
  const [reason] = only([shop, named, wrong])?.because ?? []
  assert.equal(reason?.hint, 'did you mean web?')
  assert.deepEqual(reason?.says.rows, [
    ['Deployment cart', 'names admin, web'],
    ['Deployment till', 'is told to call it (env CART_URL)'],
  ])
})
