import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Assumption } from '../engine/assumption.ts'
import { conclude, type Reason, type Truth, type Word } from './verdict.ts'

const assumption = (id: string): Assumption => ({ id, says: id, kind: 'estimate' })

function reason(truth: Truth, ...assumes: readonly string[]): Reason {
  return { rule: 'any', truth, because: {}, says: { line: '' }, assumes: assumes.map(assumption) }
}

const rows: [name: string, reasons: readonly Reason[], verdict: Word, assumes: readonly string[]][] = [
  ['what holds is kept', [reason(true), reason(true)], 'kept', []],
  ['what does not hold is broken', [reason(false)], 'broken', []],
  ['false wins over true', [reason(true), reason(false)], 'broken', []],
  ['false wins over undetermined', [reason(undefined), reason(false)], 'broken', []],
  ['false is broken whatever is assumed beside it', [reason(true, 'a'), reason(false)], 'broken', []],
  ['undetermined is not kept', [reason(true), reason(undefined)], 'unknown', []],
  ['nothing asked is not kept', [], 'unknown', []],
  ['true on an assumption is assumed', [reason(true), reason(true, 'a')], 'assumed', ['a']],
  ['assumptions of all conjuncts join, each once', [reason(true, 'b', 'a'), reason(true, 'b')], 'assumed', ['a', 'b']],
  ['undetermined wins over assumed', [reason(true, 'a'), reason(undefined, 'b')], 'unknown', ['a', 'b']],
]

for (const [name, reasons, verdict, assumes] of rows) {
  test(`conclude: ${name}`, () => {
    for (const order of [reasons, reasons.toReversed()]) {
      const concluded = conclude(order)
      assert.equal(concluded.verdict, verdict)
      assert.deepEqual(
        concluded.assumes.map(({ id }) => id),
        assumes,
      )
    }
  })
}
