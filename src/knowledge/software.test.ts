import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMovingTag, lifeOf, lifeOfImage } from './software.ts'

const digest = `sha256:${'a'.repeat(64)}`

const images: [image: string, ends: string | undefined, moves: boolean | undefined][] = [
  ['postgres:15-alpine', '2027-11-11', true],
  ['postgres:15', '2027-11-11', true],
  ['postgres:15.4', '2027-11-11', false],
  ['postgres:15.4-alpine3.18', '2027-11-11', false],
  ['postgres:alpine', undefined, true],
  ['postgres:13.21', '2025-11-13', false],
  ['postgres:99.1', undefined, false],
  [`postgres:15-alpine@${digest}`, '2027-11-11', false],
  ['ghcr.io/cloudnative-pg/postgresql:17.2', '2029-11-08', false],
  ['registry.k8s.io/ingress-nginx/controller:v1.12.1', '2026-03-31', false],
  ['registry.example/postgres:15', undefined, undefined],
  ['registry.example/shop', undefined, true],
  ['registry.example/shop:1', undefined, undefined],
  ['no image at all', undefined, undefined],
]

for (const [image, ends, moves] of images)
  test(`software of ${image.slice(0, 40)}`, () => {
    assert.equal(lifeOfImage(image)?.ends, ends)
    assert.equal(isMovingTag(image), moves)
  })

test('software by name', () => {
  assert.equal(lifeOf('ingress-nginx', undefined)?.ends, '2026-03-31')
  assert.equal(lifeOf('postgresql', '16.2')?.ends, '2028-11-09')
  assert.equal(lifeOf('postgresql', undefined), undefined)
  assert.equal(lifeOf('keycloak', '20.0.5')?.ends, '2023-02-23')
  assert.equal(lifeOf('Istio', '1.17')?.ends, '2023-10-27')
  assert.equal(lifeOf('mongodb', '6.0')?.ends, '2025-07-31')
  assert.equal(lifeOf('kong', '3.3')?.ends, '2024-05-19')
  assert.equal(lifeOf('kong', '3.14.0')?.ends, '2029-04-07')
  assert.equal(lifeOf('constructor', '1'), undefined)
})
