// The tests of what answers are said to rest on: with any one of its assumptions taken to be false, an answer is broken.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '../../src/check/verdict.ts'
import { asked, type Judged } from './judged.ts'

/** A platform in one state, and how many assumptions it takes at least. */
export type Resting = readonly [name: string, judged: Judged, least: number]

export function testAssumptions(platforms: readonly Resting[]): void {
  for (const [name, { platform, verdicts }, least] of platforms) {
    const assumed = [...verdicts.values()].filter(({ verdict }) => verdict === 'assumed')
    const assumptions = new Map(assumed.flatMap(({ assumes }) => assumes.map(({ id, says }) => [id, says] as const)))

    test(`${name}: something is assumed`, () => assert.ok(assumptions.size >= least, `${assumptions.size} assumptions`))

    for (const [id, says] of assumptions)
      test(`${name}: unless ${says} (${id})`, () => {
        const resting = assumed.filter(({ assumes }) => assumes.some((one) => one.id === id))
        const without = asked(
          platform,
          resting.map(({ asks }) => asks),
          new Set([id]),
        )
        const standing = resting.filter((verdict) => without.get(verdict.id)?.verdict !== 'broken')
        assert.deepEqual(
          standing.map((verdict) => stillIs(verdict, without)),
          [],
        )
      })
  }

  test('every assumption is named once, with one meaning', () => {
    for (const [, { verdicts }] of platforms) {
      const said = new Map<string, string>()
      for (const { assumes } of verdicts.values())
        for (const { id, says, kind } of assumes) {
          assert.equal(said.get(id) ?? `${kind}: ${says}`, `${kind}: ${says}`, id)
          said.set(id, `${kind}: ${says}`)
        }
    }
  })
}

function stillIs({ id }: Verdict, without: ReadonlyMap<string, Verdict>): string {
  return `${id} is ${without.get(id)?.verdict ?? 'gone'}`
}
