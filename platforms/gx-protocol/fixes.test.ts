import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../src/check/apply.ts'
import { runPlatform } from '../../src/check/run.ts'
import type { Edit, Reason, Verdict } from '../../src/check/verdict.ts'
import asWritten from './as-written.ts'

// Every fix that a finding offers is applied and asked again; a fix that a part of itself would do is too large.

const asOf = '2026-11-21'
const offered = runPlatform(asWritten, { asOf }).verdicts.flatMap(({ id, because }) =>
  because.flatMap(({ rule, truth, cause, fix }) =>
    truth === false && fix && fix.length > 0 ? [{ id, rule, cause, fix }] : [],
  ),
)
const distinct = [...new Map(offered.map((one) => [JSON.stringify([one.rule, one.cause, one.fix]), one])).values()]

test('findings offer fixes', () => assert.ok(distinct.length >= 3, `${distinct.length} fixes`))

for (const { id, rule, cause, fix } of distinct) {
  test(`fix of ${id}: ${rule}`, () => {
    assert.ok(!stillFails(fix, id, rule, cause), 'what it should mend is as it was')
    for (const part of properParts(fix))
      assert.ok(stillFails(part, id, rule, cause), `${part.length} of ${fix.length} edits are enough`)
  })
}

function stillFails(edits: readonly Edit[], id: string, rule: string, cause: string | undefined): boolean {
  const { verdicts } = runPlatform(applyEdits(asWritten, edits), { asOf })
  const verdict = verdicts.find((one: Verdict) => one.id === id)
  return (
    verdict?.because.some(
      (reason: Reason) => reason.rule === rule && reason.truth === false && reason.cause === cause,
    ) ?? false
  )
}

// Each edit left out in turn: if none of these suffices, no smaller part does.
function properParts(fix: readonly Edit[]): readonly (readonly Edit[])[] {
  return fix.length < 2 ? [] : fix.map((_, left) => fix.filter((_edit, at) => at !== left))
}
