// Each fault of the document that is found by rule: what shows it, what puts it right, and how its verdicts end then.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reason } from '../../src/check/verdict.ts'
import type { Entry, Found } from './findings/entry.ts'
import { manifests } from './findings/manifests.ts'
import { network } from './findings/network.ts'
import { nodeLoss } from './findings/node-loss.ts'
import { stores } from './findings/stores.ts'
import { sums } from './findings/sums.ts'
import { type Judged, judgedWith } from './judged.ts'

const entries = [...sums, ...nodeLoss, ...stores, ...manifests, ...network]

for (const { id, fault, found } of entries) {
  test(`${id}, ${fault}: found, with its figures`, () => {
    for (const each of found) {
      const verdict = judgedWith().verdicts.get(each.verdict)
      assert.equal(verdict?.verdict, 'broken', each.verdict)
      const reasons = verdict?.because.filter((reason) => isBy(reason, each)) ?? []
      assert.ok(reasons.length > 0, `${each.verdict} has no false ${each.rule} by ${each.cause}`)
      const text = reasons.map(textOf).join('\n')
      for (const part of each.shows)
        assert.ok(text.includes(part), `${each.verdict} does not say '${part}' in\n${text}`)
    }
  })
}

for (const { id, fault, found, by } of entries) {
  test(`${id}, ${fault}: the correct design takes its cause out of every verdict`, () => {
    const after = falseCauses(judgedWith(by))
    for (const { cause } of found) assert.ok(!after.has(cause), `${cause} is still there`)
  })
}

for (const { id, fault, by, beside = [], ends } of entries) {
  test(`${id}, ${fault}: with the rest of its verdicts put right they hold`, () => {
    const { verdicts } = judgedWith([...by, ...beside])
    assert.deepEqual(
      Object.fromEntries(Object.keys(ends).map((verdict) => [verdict, endOf(verdicts.get(verdict))])),
      ends,
    )
  })
}

test('no entry is listed twice', () => {
  const ids = entries.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(ids.length, 24)
})

function isBy({ truth, rule, cause }: Reason, found: Found): boolean {
  return truth === false && rule === found.rule && cause === found.cause
}

function textOf({ says }: Reason): string {
  return [says.line, ...(says.rows ?? []).map(([label, text]) => `${label}: ${text}`)].join('\n')
}

function falseCauses({ verdicts }: Judged): ReadonlySet<string | undefined> {
  const reasons = [...verdicts.values()].flatMap(({ because }) => because)
  return new Set(reasons.filter(({ truth }) => truth === false).map(({ cause }) => cause))
}

function endOf(verdict: ReturnType<Judged['verdicts']['get']>): Entry['ends'][string] | string {
  if (!verdict) return 'gone'
  if (verdict.verdict !== 'assumed') return verdict.verdict
  return verdict.assumes.map(({ id }) => id)
}
