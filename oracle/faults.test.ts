// Each deliberate fault still fits the sources that it makes wrong, and names a comparison that is asked.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { faults } from './faults.ts'
import { suites } from './suites.ts'

const comparisons = suites.flatMap(({ comparisons }) => comparisons)

for (const { comparison, says, patch } of await faults()) {
  test(`fault of ${comparison}: ${says}`, () => {
    assert.ok(comparisons.includes(comparison), `nothing asks ${comparison}`)
    const { status, stderr } = spawnSync('git', ['apply', '--check', patch], {
      cwd: join(import.meta.dirname, '..'),
      encoding: 'utf8',
    })
    assert.equal(status, 0, stderr)
  })
}
