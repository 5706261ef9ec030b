import assert from 'node:assert/strict'
import { test } from 'node:test'
import { external } from '../../platform/component/external.ts'
import { service } from '../../platform/component/service.ts'
import { environment } from '../../platform/language/environment.ts'
import { written } from '../../platform/language/manifest.ts'
import { applyEdits } from '../apply.ts'
import { linesOf, type ShopOptions, sampleWorld, shop, verdictsOf } from '../sample.ts'
import { reaches } from './reaches.ts'

const policy = (name: string, spec: object) =>
  written({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'shop' }, spec })
const deny = policy('deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })
const among = (...ports: object[]) =>
  policy('among', {
    podSelector: {},
    ingress: [{ from: [{ podSelector: {} }] }],
    egress: [{ to: [{ podSelector: {} }], ports }],
  })
const unseen = { says: 'default deny' }

const toOrders = 'reaches/live/checkout/orders:main'

const rows: [name: string, live: ShopOptions['live'], verdict: string, lines: string[]][] = [
  [
    'nothing isolates',
    {},
    'kept',
    ['orders leads to orders', 'checkout → orders at TCP 8080: no policy that is shown isolates either'],
  ],
  [
    'a rule lets it through',
    { includes: [deny, among({ port: 8080 })] },
    'kept',
    ['orders leads to orders', 'checkout → orders at TCP 8080: let through by among'],
  ],
  [
    'everything is shut',
    { includes: [deny] },
    'broken',
    [
      'no rule lets checkout out to orders at TCP 8080: deny isolates checkout',
      'no rule lets checkout in to orders at TCP 8080: deny isolates orders',
    ],
  ],
  [
    'a port is missing',
    { includes: [deny, among({ port: 5432 })] },
    'broken',
    ['no rule lets checkout out to orders at TCP 8080: among and deny isolate checkout'],
  ],
  [
    'policies that nobody shows',
    { unseenPolicies: unseen },
    'assumed',
    ['orders leads to orders', 'checkout → orders at TCP 8080: no policy that is shown isolates either'],
  ],
  [
    'a list of what is outside says nothing of pods',
    { unseenPolicies: { ...unseen, egress: 'listed' } },
    'assumed',
    ['orders leads to orders', 'checkout → orders at TCP 8080: no policy that is shown isolates either'],
  ],
]

const outward = [
  ['on a list that nobody shows', unseen, 'listed', undefined, 'unknown'],
  ['whose addresses are said', unseen, 'listed', '203.0.113.7/32', 'assumed'],
  ['by policies that nobody shows', unseen, undefined, undefined, 'assumed'],
  ['policies of others', { ...unseen, of: [service('till', {})] }, 'listed', undefined, 'kept'],
] as const

for (const [name, said, egress, at, verdict] of outward)
  test(`reaches: what is outside, ${name}`, () => {
    const bank = external('bank', { listens: 443, ...(at && { at }) })
    const options = { checkout: { calls: [bank] }, more: () => [bank], live: { unseenPolicies: { ...said, egress } } }
    const found = verdictsOf(reaches, sampleWorld(options)).find(({ id }) => id === 'reaches/live/checkout/bank')
    assert.equal(found?.verdict, verdict)
  })

for (const [name, live, verdict, lines] of rows) {
  test(`reaches: ${name}`, () => {
    const found = verdictsOf(reaches, sampleWorld({ live })).find(({ id }) => id === toOrders)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), lines)
    for (const { id } of found?.assumes ?? []) {
      const negated = verdictsOf(reaches, sampleWorld({ live }, { denied: [id] })).find((each) => each.id === toOrders)
      assert.equal(negated?.verdict, 'broken')
    }
  })
}

test('reaches: the nearest rule is told with what it lets through', () => {
  const told = verdictsOf(reaches, sampleWorld({ live: { includes: [deny, among({ port: 5432 })] } })).find(
    ({ id }) => id === toOrders,
  )
  assert.deepEqual(told?.because.find(({ truth }) => truth === false)?.says.rows, [
    ['among', 'lets through TCP 5432 only'],
  ])
  assert.equal(told?.cause, 'egress-ports/NetworkPolicy/shop/among')
})

test('reaches: a namespace gets the label that a policy looks for, and only that lets it through', () => {
  const edge = policy('edge', {
    podSelector: {},
    ingress: [{ from: [{ namespaceSelector: { matchLabels: { name: 'till' } } }] }],
  })
  const options: ShopOptions = {
    live: { includes: [edge] },
    environments: ({ harbour, checkout }) => [
      environment('till', {
        on: harbour,
        namespace: 'till',
        runs: [service('scanner', { listens: 80, calls: [checkout] })],
      }),
    ],
  }
  const ask = (platform: Parameters<typeof sampleWorld>[0]) =>
    verdictsOf(reaches, sampleWorld(platform)).find(({ id }) => id.startsWith('reaches/till/'))
  const { platform } = shop(options)
  const broken = ask(platform)
  assert.equal(broken?.verdict, 'broken')
  assert.equal(broken?.cause, 'namespace-label/harbour/name=till')
  const fix = broken?.because.find(({ truth }) => truth === false)?.fix ?? []
  assert.deepEqual(fix, [{ of: { is: 'environment', name: 'till' }, path: ['labels', 'name'], to: 'till' }])
  assert.equal(ask(applyEdits(platform, fix))?.verdict, 'kept')
})
