import assert from 'node:assert/strict'
import { test } from 'node:test'
import { globMatches } from './glob.ts'

const rows: [pattern: string, path: string, matches: boolean][] = [
  ['*', 'apps/shop/web.yaml', true],
  ['*.yaml', 'apps/shop/web.yaml', true],
  ['*.yaml', 'apps/shop/web.yml', false],
  ['shop/', 'apps/shop/web.yaml', true],
  ['shop/', 'apps/workshop/web.yaml', false],
  ['shop/', 'apps/shop', false],
  ['/apps/', 'apps/shop/web.yaml', true],
  ['/shop/', 'apps/shop/web.yaml', false],
  ['apps/shop', 'apps/shop/web.yaml', true],
  ['apps/shop', 'other/apps/shop/web.yaml', false],
  ['docs/*', 'docs/ci.md', true],
  ['docs/*', 'docs/old/ci.md', false],
  ['docs/**', 'docs/old/ci.md', true],
  ['docs/**', 'docs', false],
  ['**/logs', 'build/logs/today.txt', true],
  ['apps/**/web.yaml', 'apps/web.yaml', true],
  ['apps/**/web.yaml', 'apps/shop/live/web.yaml', true],
  ['apps/*/web.yaml', 'apps/shop/live/web.yaml', false],
  ['/apps/sh?p/', 'apps/shop/web.yaml', true],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'axb', false],
  ['/', 'apps/web.yaml', true],
]

for (const [pattern, path, matches] of rows) {
  test(`glob: ${pattern} ${matches ? 'means' : 'does not mean'} ${path}`, () => {
    assert.equal(globMatches(pattern, path), matches)
  })
}

test('glob: a pattern that would make a search try every way answers at once', () => {
  const path = `${'a'.repeat(5_000)}/${'b/'.repeat(200)}c`
  assert.equal(globMatches(`${'*a'.repeat(200)}x`, path), false)
  assert.equal(globMatches(`${'**/'.repeat(40)}x`, path), false)
})
