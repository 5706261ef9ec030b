// The tests of an amended platform: it keeps what its document promises, and every assumption that this takes is one that a
// reader has seen.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { runPlatform } from '../../src/check/run-platform.ts'
import type { Verdict } from '../../src/check/verdict.ts'
import type { Platform } from '../../src/platform/model.ts'
import { worldsOf } from '../../src/platform/worlds.ts'
import { asOf } from '../findings/judged.ts'

/** The accepted assumptions stand in the file at `golden`. */
export function testAmended(platform: Platform, golden: URL): void {
  const { verdicts } = runPlatform(platform, { asOf })

  test('nothing is broken', () =>
    assert.deepEqual(
      verdicts.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id),
      [],
    ))

  test('nothing is unknown', () =>
    assert.deepEqual(
      verdicts.filter(({ verdict }) => verdict === 'unknown').map(({ id }) => id),
      [],
    ))

  test('every verdict has an id of its own', () =>
    assert.equal(new Set(verdicts.map(({ id }) => id)).size, verdicts.length))

  test('nothing is tolerated, nothing is open, and nothing that is promised is only planned', () => {
    assert.deepEqual(platform.waivers, [])
    assert.equal(worldsOf(platform).worlds.length, 1)
    assert.deepEqual(
      platform.promises.filter(({ is }) => is === 'planned'),
      [],
    )
  })

  // UPDATE=1 writes it again: read each line that is new before it is committed.
  test('what is assumed is what was accepted, one by one', () => {
    const text = assumedText(verdicts)
    if (process.env.UPDATE === '1') writeFileSync(golden, text)
    assert.equal(text, readFileSync(golden, 'utf8'))
  })
}

// Each assumption with what it says, and the verdicts that rest on it.
function assumedText(verdicts: readonly Verdict[]): string {
  const resting = new Map<string, string[]>()
  const says = new Map<string, string>()
  for (const { id, verdict, assumes } of verdicts)
    if (verdict === 'assumed')
      for (const one of assumes) {
        says.set(one.id, `${one.kind}: ${one.says}`)
        resting.set(one.id, [...(resting.get(one.id) ?? []), id])
      }
  return [...resting]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, verdicts]) => [id, `  ${says.get(id)}`, ...verdicts.map((verdict) => `    ${verdict}`), ''].join('\n'))
    .join('\n')
}
