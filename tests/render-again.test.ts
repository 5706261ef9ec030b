// Random small platforms, rendered and read again: whatever they declare comes through their files.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inventedPlatform } from '../oracle/render/invent.ts'
import { lower } from '../src/estate/lower.ts'
import { worldsOf } from '../src/platform/worlds.ts'
import { kubernetes } from '../src/render/kubernetes/kubernetes.ts'
import { judgedTwice } from '../src/render/kubernetes/sample.ts'

const seeds = Array.from({ length: 40 }, (_, index) => index + 1)

for (const seed of seeds)
  test(`the platform of seed ${seed} is judged alike from its files`, () => {
    const { declared, read } = judgedTwice(inventedPlatform(seed))
    assert.deepEqual(read, declared)
  })

test('the same platform is the same bytes', () => {
  const bytes = () => {
    const platform = inventedPlatform(7)
    const decided = worldsOf(platform).worlds[0]?.platform ?? platform
    return JSON.stringify(kubernetes.render({ platform, estates: lower(decided), asOf: '2026-11-21' }))
  }
  assert.equal(bytes(), bytes())
})

test('no value of a Secret is written anywhere', () => {
  for (const seed of seeds) {
    const platform = inventedPlatform(seed)
    const decided = worldsOf(platform).worlds[0]?.platform ?? platform
    assert.ok(
      !JSON.stringify(kubernetes.render({ platform, estates: lower(decided), asOf: '2026-11-21' })).includes(
        'never to be written',
      ),
    )
  }
})
