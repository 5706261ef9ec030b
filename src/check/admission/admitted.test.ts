import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatQuantity, parseQuantity, quantityOf, subtractQuantity } from '../../kubernetes/quantity.ts'
import { postgres } from '../../platform/component/postgres.ts'
import { shown } from '../../platform/language/manifest.ts'
import { applyEdits } from '../apply.ts'
import { linesOf, manifestWorld, type ShopOptions, sampleWorld, shop, verdictsOf } from '../sample.ts'
import { admitted } from './admitted.ts'

const id = (name: string) => `admitted/live/${name}`

const bounded = { default: { memory: '128Mi' } } as const
const rows: [name: string, options: ShopOptions, subject: string, verdict: string, says: readonly string[]][] = [
  [
    'a plain service',
    {},
    'Deployment/checkout',
    'kept',
    ['every field is known and allowed in Kubernetes 1.34', 'its 2 pods stay within the bounds of the namespace'],
  ],
  [
    'a store',
    {},
    'StatefulSet/ledger-db',
    'kept',
    ['every field is known and allowed in Kubernetes 1.34', 'its pod stays within the bounds of the namespace'],
  ],
  [
    'a request above the default limit',
    { live: { limits: bounded } },
    'Deployment/checkout',
    'broken',
    ['none of its 2 pods is created: container checkout: memory request 256Mi is above its limit 128Mi'],
  ],
  [
    'a limit of its own',
    { live: { limits: bounded }, checkout: { limits: { memory: '256Mi' } } },
    'Deployment/checkout',
    'kept',
    ['every field is known and allowed in Kubernetes 1.34', 'its 2 pods stay within the bounds of the namespace'],
  ],
  [
    'a quota that counts what nobody says',
    { live: { quota: { 'limits.cpu': 4 } } },
    'StatefulSet/ledger-db',
    'broken',
    ['its pod is never created: quota live counts limits.cpu, and container ledger-db says nothing about it'],
  ],
  [
    'a quota too small is another question',
    { live: { quota: { 'requests.cpu': '1m' } } },
    'Deployment/checkout',
    'kept',
    ['every field is known and allowed in Kubernetes 1.34', 'its 2 pods stay within the bounds of the namespace'],
  ],
  [
    'above the most of the namespace',
    { live: { limits: { max: { memory: '200Mi' } } } },
    'Deployment/orders',
    'broken',
    [
      'its pod is never created: container orders: memory request 256Mi is above its limit 200Mi',
      'its pod is never created: container orders: memory request 256Mi is above 200Mi of LimitRange live (spec.limits[0].max.memory)',
    ],
  ],
  [
    'a port that is none',
    { checkout: { listens: 8080, requests: { cpu: '3', memory: '1Gi' }, limits: { cpu: '2' } } },
    'Deployment/checkout',
    'broken',
    ['spec.template.spec.containers[0].resources.requests cpu request 3 cores is above the limit 2 cores'],
  ],
]
for (const [name, options, subject, verdict, expected] of rows) {
  test(`admitted: ${name}`, () => {
    const found = verdictsOf(admitted, sampleWorld(options)).find((one) => one.id === id(subject))
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), expected)
  })
}

const fixes: [name: string, options: ShopOptions, subject: string, option: string][] = [
  ['a limit as large as the request', { live: { limits: bounded } }, 'Deployment/checkout', 'memory'],
  [
    'limits that a quota wants said',
    { live: { quota: { 'limits.cpu': 4, 'limits.memory': '4Gi' } } },
    'Deployment/orders',
    'cpu',
  ],
]
for (const [name, options, subject, option] of fixes) {
  test(`fix: ${name}; less does not do`, () => {
    const { platform } = shop(options)
    const ask = (edits: Parameters<typeof applyEdits>[1]) =>
      verdictsOf(admitted, sampleWorld(applyEdits(platform, edits))).find((one) => one.id === id(subject))?.verdict
    const broken = verdictsOf(admitted, sampleWorld(platform)).find((one) => one.id === id(subject))
    const edits = broken?.because.find(({ fix }) => fix)?.fix ?? []
    assert.equal(broken?.verdict, 'broken')
    assert.equal(ask(edits), 'kept')
    const smaller = edits.map((edit) => {
      if (edit.path[1] !== option) return edit
      const step = option === 'cpu' ? parseQuantity('1m') : quantityOf(1)
      return { ...edit, to: formatQuantity(subtractQuantity(parseQuantity(String(edit.to)), step)) }
    })
    assert.equal(ask(smaller), 'broken')
    for (const edit of edits) if (edits.length > 1) assert.equal(ask(edits.filter((other) => other !== edit)), 'broken')
  })
}

test('workloads under one default limit have one cause', () => {
  const verdicts = verdictsOf(admitted, sampleWorld({ live: { limits: bounded } }))
  const causes = new Set(verdicts.filter(({ verdict }) => verdict === 'broken').map(({ cause }) => cause))
  assert.deepEqual([...causes], ['default-limit/harbour/shop/live/memory'])
})

test('an excerpt is held to what it shows, not to what it leaves out', () => {
  const db = postgres('stock-db', { volume: { size: '1Gi' } })
  const excerpt = (container: object) =>
    shown(
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: { name: 'stock-db' },
        spec: { template: { spec: { containers: [{ name: 'stock-db', image: 'postgres:16', ...container }] } } },
      },
      { of: db },
    )
  const ask = (container: object) => {
    const world = sampleWorld({ more: () => [db], live: { includes: [excerpt(container)] } })
    return verdictsOf(admitted, world).find((one) => one.id === id('StatefulSet/stock-db/shown'))
  }
  const good = ask({})
  assert.equal(good?.verdict, 'kept')
  assert.match((good && linesOf(good).join()) ?? '', /does not show spec.selector is not held against it/)
  const deep = ask({ volumeClaimTemplates: [] })
  assert.equal(deep?.verdict, 'broken')
  assert.deepEqual(deep && linesOf(deep), [
    'spec.template.spec.containers[0].volumeClaimTemplates is no field of Container: it belongs to spec.volumeClaimTemplates',
  ])
})

const policy = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: office, namespace: shop}
spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.7/8}}]}]}`
const read: [name: string, yaml: string, kubernetes: string | undefined, verdict: string][] = [
  ['host bits before 1.36', policy, '1.35', 'kept'],
  ['host bits from 1.36 on', policy, '1.36', 'broken'],
  [
    'a kind that nobody here knows',
    'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a, namespace: shop}',
    '1.36',
    'assumed',
  ],
]
for (const [name, yaml, kubernetes, verdict] of read) {
  test(`a folder: ${name}`, () => {
    const verdicts = verdictsOf(admitted, manifestWorld(yaml, { kubernetes }))
    assert.deepEqual(
      verdicts.map((one) => one.verdict),
      [verdict],
    )
  })
}

test('without a version, what only some refuse is unknown, and what all take is kept', () => {
  const { views, ...world } = manifestWorld(policy)
  const unversioned = {
    ...world,
    views: views.map((view) => ({ ...view, estate: { ...view.estate, minor: undefined } })),
  }
  const [verdict] = verdictsOf(admitted, unversioned)
  assert.equal(verdict?.verdict, 'unknown')
  assert.match(
    (verdict && linesOf(verdict).join()) ?? '',
    /refused by Kubernetes 1.36 only, and the cluster may run another/,
  )
})

test('a folder: one family of addresses is there, unless somebody denies it', () => {
  const yaml =
    'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec: {selector: {app: a}, ports: [{port: 80}], ipFamilies: [IPv4]}'
  const [found] = verdictsOf(admitted, manifestWorld(yaml))
  assert.deepEqual([found?.verdict, found?.assumes.map(({ id }) => id)], ['assumed', ['ipv4/cluster']])
  assert.equal(verdictsOf(admitted, manifestWorld(yaml, { denied: ['ipv4/cluster'] }))[0]?.verdict, 'unknown')
})

test('admitted: kinds that nobody here knows are said once, whatever their number', () => {
  const made = (kind: string, name: string) => `apiVersion: example.com/v1\nkind: ${kind}\nmetadata: { name: ${name} }`
  const world = manifestWorld([made('Widget', 'a'), made('Widget', 'b'), made('Gadget', 'a')].join('\n---\n'))
  const [found, ...more] = verdictsOf(admitted, world)
  assert.deepEqual([found?.id, found?.verdict, more.length], ['admitted/cluster/other-kinds', 'assumed', 0])
  assert.deepEqual(
    found?.assumes.map(({ says }) => says),
    ['the fields of Gadget, Widget are as their definitions want them: nobody here looks at them'],
  )
  assert.deepEqual(found?.because[0]?.says.rows, [
    ['Gadget of example.com/v1', '1 object'],
    ['Widget of example.com/v1', '2 objects'],
  ])
})
