import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whereOf, worldSpace } from './where.ts'

// The first choice varies slowest: loki and istio, loki and linkerd, elastic and istio, …
const logs = ['logs=loki', 'logs=elastic', 'logs=splunk']
const meshes = ['mesh=istio', 'mesh=linkerd']
const space = worldSpace(logs.flatMap((log) => meshes.map((mesh) => [log, mesh])))

const rows: [name: string, among: readonly number[], where: string][] = [
  ['all of them', [0, 1, 2, 3, 4, 5], ''],
  ['one choice decides', [0, 2, 4], 'mesh=istio'],
  ['two options of it', [2, 3, 4, 5], 'logs=elastic or splunk'],
  ['both decide', [3, 5], 'logs=elastic or splunk, mesh=linkerd'],
  ['what no product names is named by its first', [1, 2], 'logs=loki, mesh=linkerd'],
]

for (const [name, among, where] of rows)
  test(`where: ${name}`, () => assert.equal(whereOf(space, new Set(among)), where))

test('where: of many the first is named', () => {
  const many = worldSpace([1, 2, 3, 4, 5, 6].map((size) => [`size=${size}`]))
  assert.equal(whereOf(many, new Set([1, 2, 3, 4, 5])), 'size=2 and 4 others')
})

test('where: a platform without open choices', () => assert.equal(whereOf(worldSpace([[]]), new Set([0])), ''))
