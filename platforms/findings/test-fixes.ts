// The tests of the fixes that a platform's findings bring: made in the platform and asked again, what each is for no longer
// fails; a part of it is not enough.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../src/check/apply.ts'
import type { Edit, Reason, Verdict } from '../../src/check/verdict.ts'
import { asked, type JudgedWith } from './judged.ts'

interface Proposed {
  readonly verdict: Verdict
  readonly reason: Reason
  readonly fix: readonly Edit[]
}

/** There are more of them than `least`. */
export function testFixes(judgedWith: JudgedWith, least: number): void {
  const asWritten = judgedWith().platform
  const proposed: readonly Proposed[] = [...judgedWith().verdicts.values()].flatMap((verdict) =>
    verdict.because.flatMap((reason) =>
      reason.truth === false && reason.fix ? [{ verdict, reason, fix: reason.fix }] : [],
    ),
  )

  test('some findings bring a fix', () => assert.ok(proposed.length > least, `${proposed.length} fixes`))

  const byFix = Map.groupBy(proposed, ({ fix }) => JSON.stringify(fix))

  for (const group of byFix.values()) {
    const [{ fix }] = group as [Proposed]
    const text = fix.map(({ of, path, to }) => `${of.name} ${path.join('.')} ${JSON.stringify(to)}`).join(', ')
    const asks = [...new Set(group.map(({ verdict }) => verdict.asks))]

    test(`the fix holds: ${text}`, () => {
      const after = asked(applyEdits(asWritten, fix), asks)
      assert.deepEqual(
        group.filter((one) => stillFails(one, after)).map(({ verdict }) => verdict.id),
        [],
      )
    })

    if (fix.length > 1)
      for (const edit of fix)
        test(`and not without ${edit.path.join('.')}: ${text}`, () => {
          const part = fix.filter((other) => other !== edit)
          const after = asked(applyEdits(asWritten, part), asks)
          assert.ok(group.every((one) => stillFails(one, after)))
        })
  }
}

function stillFails({ verdict, reason }: Proposed, after: ReadonlyMap<string, Verdict>): boolean {
  const again = after.get(verdict.id)
  return (
    !again ||
    again.because.some(({ truth, rule, cause }) => truth === false && rule === reason.rule && cause === reason.cause)
  )
}
