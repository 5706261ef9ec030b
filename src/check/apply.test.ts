import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lower } from '../estate/lower.ts'
import { environment } from '../platform/language/environment.ts'
import { platform } from '../platform/language/platform.ts'
import { sized } from '../platform/language/sized.ts'
import type { Platform } from '../platform/model.ts'
import { applyEdits } from './apply.ts'
import { shop } from './sample.ts'
import type { Edit } from './verdict.ts'

const component = (name: string, environment?: string) => ({ is: 'component', name, environment }) as const

function twoShops(): Platform {
  const { harbour, live, checkout } = shop()
  const beta = environment('beta', {
    on: harbour,
    namespace: 'shop-beta',
    like: live,
    sized: [sized(checkout, { replicas: 1 })],
  })
  return platform('shop', { environments: [live, beta] })
}

function replicas(of: Platform): { readonly [ref: string]: unknown } {
  const objects = lower(of).flatMap((estate) => estate.objects)
  const counted = objects.filter(({ manifest }) => manifest.kind === 'Deployment' || manifest.kind === 'StatefulSet')
  return Object.fromEntries(counted.map(({ ref, manifest }) => [ref, (manifest.spec as { replicas: number }).replicas]))
}

const before = {
  'Deployment/shop/checkout': 2,
  'Deployment/shop/orders': 1,
  'Deployment/shop-beta/checkout': 1,
  'Deployment/shop-beta/orders': 1,
  'StatefulSet/shop/ledger-db': 1,
  'StatefulSet/shop-beta/ledger-db': 1,
}

const rows: [name: string, edits: readonly Edit[], changed: { readonly [ref: string]: number }][] = [
  ['nothing', [], {}],
  [
    'an option of a component, wherever it runs',
    [{ of: component('orders'), path: ['replicas'], to: 3 }],
    { 'Deployment/shop/orders': 3, 'Deployment/shop-beta/orders': 3 },
  ],
  [
    'an option of a component in one environment',
    [{ of: component('orders', 'beta'), path: ['replicas'], to: 3 }],
    { 'Deployment/shop-beta/orders': 3 },
  ],
  [
    'and in those that are like it, unless they size it themselves',
    [
      { of: component('orders', 'live'), path: ['replicas'], to: 3 },
      { of: component('checkout', 'live'), path: ['replicas'], to: 3 },
    ],
    { 'Deployment/shop/orders': 3, 'Deployment/shop-beta/orders': 3, 'Deployment/shop/checkout': 3 },
  ],
  [
    'in an environment that sizes it already',
    [{ of: component('checkout', 'beta'), path: ['replicas'], to: 4 }],
    { 'Deployment/shop-beta/checkout': 4 },
  ],
  [
    'an option taken away is its default again',
    [{ of: component('checkout'), path: ['replicas'], to: undefined }],
    { 'Deployment/shop/checkout': 1 },
  ],
  [
    'several edits',
    [
      { of: component('orders', 'beta'), path: ['replicas'], to: 2 },
      { of: component('orders', 'beta'), path: ['update'], to: { maxSurge: 1 } },
      { of: component('checkout', 'live'), path: ['replicas'], to: 5 },
    ],
    { 'Deployment/shop-beta/orders': 2, 'Deployment/shop/checkout': 5 },
  ],
  ['of what is not there', [{ of: component('search'), path: ['replicas'], to: 3 }], {}],
]

for (const [name, edits, changed] of rows) {
  test(`edit: ${name}`, () => {
    const declared = twoShops()
    assert.deepEqual(replicas(applyEdits(declared, edits)), { ...before, ...changed })
    assert.deepEqual(replicas(declared), before, 'what was declared stays as it was')
  })
}

test('edit: a field deep in an option', () => {
  const edit: Edit = { of: component('ledger-db'), path: ['volume', 'size'], to: '20Gi' }
  const { platform: declared } = shop()
  const size = (of: Platform) => JSON.stringify(lower(of)).match(/"storage":"(\d+Gi)"/)?.[1]
  assert.equal(size(declared), '10Gi')
  assert.equal(size(applyEdits(declared, [edit])), '20Gi')
})

test('edit: of an environment and of a cluster', () => {
  const edits: Edit[] = [
    { of: { is: 'environment', name: 'live' }, path: ['labels', 'tier'], to: 'front' },
    { of: { is: 'cluster', name: 'harbour' }, path: ['kubernetes'], to: '1.35' },
  ]
  const [estate] = lower(applyEdits(shop().platform, edits))
  assert.equal(estate?.minor, '1.35')
  const namespace = estate?.objects.find(({ ref }) => ref === 'Namespace//shop')
  assert.equal(namespace?.manifest.metadata.labels?.tier, 'front')
})
