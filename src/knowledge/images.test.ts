import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ImageReference, imageOf, imageUser } from './images.ts'

const digest = `sha256:${'a'.repeat(64)}`

const references: [reference: string, image: ImageReference | undefined][] = [
  ['redis', { registry: 'docker.io', repository: 'library/redis', tag: 'latest' }],
  ['redis:7.2-alpine', { registry: 'docker.io', repository: 'library/redis', tag: '7.2-alpine' }],
  ['shop/orders', { registry: 'docker.io', repository: 'shop/orders', tag: 'latest' }],
  ['docker.io/redis', { registry: 'docker.io', repository: 'library/redis', tag: 'latest' }],
  ['index.docker.io/library/redis', { registry: 'docker.io', repository: 'library/redis', tag: 'latest' }],
  ['registry.shop.example/a/b/c:1', { registry: 'registry.shop.example', repository: 'a/b/c', tag: '1' }],
  ['localhost/orders', { registry: 'localhost', repository: 'orders', tag: 'latest' }],
  ['localhost:5000/orders:2', { registry: 'localhost:5000', repository: 'orders', tag: '2' }],
  ['registry:5000/orders', { registry: 'registry:5000', repository: 'orders', tag: 'latest' }],
  ['[::1]:5000/orders', { registry: '[::1]:5000', repository: 'orders', tag: 'latest' }],
  ['Shop/orders', { registry: 'Shop', repository: 'orders', tag: 'latest' }],
  [`redis@${digest}`, { registry: 'docker.io', repository: 'library/redis', digest }],
  [`redis:7@${digest}`, { registry: 'docker.io', repository: 'library/redis', tag: '7', digest }],
  ['orders__a.b--c', { registry: 'docker.io', repository: 'library/orders__a.b--c', tag: 'latest' }],
  ['', undefined],
  [':7', undefined],
  ['redis:', undefined],
  ['redis:7:8', undefined],
  ['Redis', undefined],
  ['shop/Orders', undefined],
  ['redis 7', undefined],
  ['redis@sha256:short', undefined],
  ['https://shop.example/redis', undefined],
  ['a//b', undefined],
  ['$' + '{IMAGE}', undefined],
  [`${'a'.repeat(600)}`, undefined],
]
for (const [reference, image] of references) {
  test(`image ${JSON.stringify(reference).slice(0, 40)}`, () => assert.deepEqual(imageOf(reference), image))
}

const users: [reference: string, servesAs: number | undefined][] = [
  ['postgres:15-alpine', 70],
  ['postgres:15-alpine3.22', 70],
  ['postgres:alpine', 70],
  ['postgres:15', 999],
  ['postgres', 999],
  ['docker.io/library/postgres:16-bookworm', 999],
  ['redis:7-alpine', 999],
  ['nginx:1.27', 101],
  [`nginx@${digest}`, 101],
  [`postgres@${digest}`, undefined],
  ['registry.shop.example/postgres:15-alpine', undefined],
  ['shop/orders:1', undefined],
  ['constructor', undefined],
]
for (const [reference, servesAs] of users) {
  test(`user of ${reference.slice(0, 40)}`, () => {
    const known = imageUser(reference)
    assert.equal(known?.value.servesAs, servesAs)
    if (known !== undefined) assert.equal(known.value.startsAs, 0)
  })
}
