import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { shown, written } from '../../platform/language/manifest.ts'
import { platform } from '../../platform/language/platform.ts'
import type { Shown, Written } from '../../platform/model.ts'
import type { Estate } from '../estate.ts'
import { lower } from '../lower.ts'

const east = cluster('east', { kubernetes: '1.33', nodes: [] })
const orders = service('orders', { listens: 80 })

function estateWith(...includes: readonly (Written | Shown)[]): Estate {
  const live = environment('live', { on: east, namespace: 'shop', runs: [orders], includes })
  return lower(platform('shop', { environments: [live] }))[0] as Estate
}

function objectOf(estate: Estate, ref: string) {
  return estate.objects.find((object) => object.ref === ref)
}

test('what is written takes the place of what is derived', () => {
  const manifest = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders' }, spec: { replicas: 7 } }
  const object = objectOf(estateWith(written(manifest)), 'Deployment/shop/orders')
  assert.deepEqual(
    [object?.origin, object?.component, object?.environment, object?.manifest.spec],
    ['written', 'orders', 'live', { replicas: 7 }],
  )
})

test('what is written beside everything is added', () => {
  const object = objectOf(
    estateWith(written({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'rates' } })),
    'ConfigMap/shop/rates',
  )
  assert.deepEqual([object?.origin, object?.component], ['written', undefined])
})

test('a namespace that only a written manifest names is implied, with its name for a label', () => {
  const estate = estateWith(
    written({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key', namespace: 'vault' } }),
  )
  assert.equal(objectOf(estate, 'Secret/vault/key')?.environment, 'live')
  const implied = objectOf(estate, 'Namespace//vault')
  assert.equal(implied?.implied, true)
  assert.deepEqual(implied?.manifest.metadata.labels, { 'kubernetes.io/metadata.name': 'vault' })
  assert.equal(objectOf(estate, 'Namespace//shop')?.implied, undefined)
})

test('a written namespace gets the label that the API server adds', () => {
  const manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { stage: 'live' } } }
  assert.deepEqual(objectOf(estateWith(written(manifest)), 'Namespace//shop')?.manifest.metadata, {
    name: 'shop',
    labels: { stage: 'live', 'kubernetes.io/metadata.name': 'shop' },
  })
})

const excerpts: [name: string, kind: string, called: string, of: string][] = [
  ['of a workload', 'Deployment', 'orders', 'Deployment/shop/orders'],
  ['of a workload under another name', 'Deployment', 'order-service', 'Deployment/shop/orders'],
  ['of an object beside it', 'Service', 'orders', 'Service/shop/orders'],
]

for (const [name, kind, called, of] of excerpts) {
  test(`an excerpt ${name} is no object, and knows which one it shows`, () => {
    const apiVersion = kind === 'Service' ? 'v1' : 'apps/v1'
    const estate = estateWith(shown({ apiVersion, kind, metadata: { name: called } }, { of: orders }))
    assert.deepEqual(
      estate.shown.map((one) => [one.of, one.component]),
      [[of, 'orders']],
    )
    assert.equal(objectOf(estate, 'Deployment/shop/orders')?.origin, 'lowered')
  })
}
