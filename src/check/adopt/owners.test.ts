import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manifestWorld } from '../sample.ts'
import { reason, verdict } from '../sample-verdict.ts'
import type { Verdict } from '../verdict.ts'
import { codeOwnersOf, ownersOfFile } from './code-owners.ts'
import { withFileOwners, withSaidOwners } from './owners.ts'

const world = manifestWorld(`
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: storefront } }
---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop, annotations: { a8r.io/owner: ann } }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { owner: '', team: [ben] } }
`)
const estates = world.views.map(({ estate }) => estate)
const rules = codeOwnersOf('* @plants/platform\n/shop/ @plants/shop\n')
const files = (file: string) => ownersOfFile(rules, file)
const withOwners = (of: Verdict) => withFileOwners(withSaidOwners([of], estates), files)[0]?.owners
const at = (file: string) => ({ file, line: 3, column: 1 })
const broken = (about: readonly `${string}/${string}/${string}`[], file?: string) =>
  verdict('drains/shop/x', 'broken', {
    cluster: 'cluster',
    about,
    because: [reason('x', { at: file ? at(file) : undefined })],
  })

const rows: [name: string, of: Verdict, owners: readonly string[] | undefined][] = [
  ['the object says it', broken(['Service/shop/orders']), ['ann']],
  ['the namespace says it where the object does not', broken(['Service/shop/cart']), ['storefront']],
  ['the file has owners', broken([], 'shop/web.yaml'), ['@plants/shop']],
  ['both, each once', broken(['Service/shop/orders'], 'dns.yaml'), ['@plants/platform', 'ann']],
  ['nobody', broken(['Service/other/x']), undefined],
  ['a name that every object inherits', broken(['Service/__proto__/constructor']), undefined],
  ['what is kept needs nobody', { ...broken(['Service/shop/orders']), verdict: 'kept' }, undefined],
]

for (const [name, of, owners] of rows) {
  test(`owners: ${name}`, () => {
    assert.deepEqual(withOwners(of), owners)
  })
}

test('owners: where nothing decides against it, the file of the thing itself', () => {
  const assumed = verdict('drains/shop/x', 'assumed', { at: at('shop/web.yaml') })
  assert.deepEqual(withOwners(assumed), ['@plants/shop'])
})
