// The tests of the faults of a document that are found by rule: what shows each, what puts it right, and how its verdicts end
// then.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reason, Words } from '../../src/check/verdict.ts'
import { choicesIn } from '../../src/platform/worlds.ts'
import type { Entry, Found, FoundByRule } from './entry.ts'
import type { Judged, JudgedWith } from './judged.ts'

/** `amended`: the platform in which every fault is put right; entries that bring no design of their own are held against it. */
export function testFindings(entries: readonly Entry[], judgedWith: JudgedWith, amended?: () => Judged): void {
  for (const { id, fault, found } of entries) {
    test(`${id}, ${fault}: found, with its figures`, () => {
      for (const each of found) {
        const text = textFound(each, judgedWith())
        for (const part of each.shows)
          assert.ok(text.includes(part), `${JSON.stringify(each)} does not say '${part}' in\n${text}`)
      }
    })
  }

  for (const { id, fault, found, by, stays } of entries) {
    const correct = by ? () => judgedWith(by) : amended
    if (!correct) continue
    test(`${id}, ${fault}: ${stays ? `stays: ${stays}` : 'the correct design takes its cause away'}`, () => {
      const after = correct()
      for (const each of found)
        assert.equal(
          isThere(each, after),
          stays !== undefined,
          `${JSON.stringify(each)} is ${stays ? 'gone' : 'still there'}`,
        )
    })
  }

  for (const { id, fault, by = [], beside = [], ends } of entries) {
    if (!ends) continue
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
  })
}

// A cause in any verdict; of what breaks nothing, all that it shows.
function isThere(found: Found, judged: Judged): boolean {
  if ('cause' in found) return falseCauses(judged).has(found.cause)
  const text = textFound(found, judged)
  return text !== '' && found.shows.every((part) => text.includes(part))
}

// What it is found by, as text; empty where it is not found.
function textFound(found: Found, { platform, verdicts, advice }: Judged): string {
  if ('open' in found)
    return choicesIn([platform])
      .filter(({ name }) => name === found.open)
      .map(({ labels }) => labels.join(', '))
      .join('\n')
  if ('advice' in found)
    return advice
      .filter(({ id }) => id === found.advice)
      .map(({ says }) => wordsOf(says))
      .join('\n')
  const verdict = verdicts.get(found.verdict)
  if ('assumes' in found) {
    if (verdict?.verdict !== 'assumed') return ''
    return verdict.assumes
      .filter(({ id }) => id === found.assumes)
      .map(({ says }) => says)
      .join('\n')
  }
  if ('unsaid' in found)
    return (verdict?.because ?? [])
      .filter(({ rule, truth }) => truth === undefined && rule === found.unsaid)
      .map(({ says }) => wordsOf(says))
      .join('\n')
  return (verdict?.because ?? [])
    .filter((reason) => isBy(reason, found))
    .map(({ says }) => wordsOf(says))
    .join('\n')
}

function isBy({ truth, rule, cause }: Reason, found: FoundByRule): boolean {
  return truth === false && rule === found.rule && cause === found.cause
}

function wordsOf({ line, rows = [] }: Words): string {
  return [line, ...rows.map(([label, text]) => `${label}: ${text}`)].join('\n')
}

function falseCauses({ verdicts }: Judged): ReadonlySet<string | undefined> {
  const reasons = [...verdicts.values()].flatMap(({ because }) => because)
  return new Set(reasons.filter(({ truth }) => truth === false).map(({ cause }) => cause))
}

function endOf(verdict: ReturnType<Judged['verdicts']['get']>): string | readonly string[] {
  if (!verdict) return 'gone'
  if (verdict.verdict !== 'assumed') return verdict.verdict
  return verdict.assumes.map(({ id }) => id)
}
