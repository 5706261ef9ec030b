// Open choices make several worlds. Kept or broken means so in all of them; else the verdict names those that break it.

import { joinAssumptions } from '../../engine/assumption.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Verdict, Word } from '../verdict.ts'
import { mergedParts } from './merged-parts.ts'
import { type WorldSpace, whereOf, worldSpace } from './where.ts'

/** The verdicts of one world, named by its choices (`logs=loki`). */
export interface WorldVerdicts {
  readonly world: string
  /** The same, choice by choice. */
  readonly picks: readonly string[]
  readonly verdicts: readonly Verdict[]
}

interface Answer {
  /** Number of the world. */
  readonly at: number
  readonly world: string
  readonly verdict: Verdict
}

// From bad to good: the merged verdict is never better than the worst world.
const worst: readonly Word[] = ['broken', 'unknown', 'assumed', 'kept']

export function mergeWorlds(worlds: readonly WorldVerdicts[]): readonly Verdict[] {
  const [only] = worlds
  if (only && worlds.length === 1) return only.verdicts
  const answers = worlds.flatMap(({ world, verdicts }, at) => verdicts.map((verdict) => ({ at, world, verdict })))
  const space = worldSpace(worlds.map(({ picks }) => picks))
  return [...Map.groupBy(answers, ({ verdict }) => verdict.id).values()]
    .map((of) => merged(of, space))
    .sort((a, b) => byCodePoint(a.id, b.id))
}

function merged(answers: readonly Answer[], space: WorldSpace): Verdict {
  const sorted = [...answers].sort((a, b) => rank(a.verdict) - rank(b.verdict) || byCodePoint(a.world, b.world))
  const [first] = sorted
  if (!first) throw new Error('a verdict of no world')
  const word = first.verdict.verdict
  const same = sorted.filter(({ verdict }) => verdict.verdict === word)
  const alike = same.length === space.picks.length
  // Broken in some worlds and not in others is nobody's certainty: undetermined until the choice is made.
  const verdict: Word = word === 'broken' && !alike ? 'unknown' : word
  // It holds in all worlds only if what each of them rests on holds.
  const assumes = joinAssumptions(word === 'broken' ? [] : answers.map((answer) => answer.verdict.assumes))
  const world = alike ? {} : { world: whereOf(space, new Set(same.map(({ at }) => at))) }
  const because = mergedParts(
    same.map(({ at, verdict: { because } }) => ({ at, because })),
    space,
  )
  return { ...first.verdict, verdict, says: titleOf(first, same, space), because, assumes, ...world }
}

/** What should hold, as the first of them says it. */
function titleOf({ verdict: { says } }: Answer, same: readonly Answer[], space: WorldSpace): string {
  const alike = same.filter(({ verdict }) => verdict.says === says)
  return alike.length === same.length
    ? says
    : `for example where ${whereOf(space, new Set(alike.map(({ at }) => at)))}: ${says}`
}

function rank({ verdict }: Verdict): number {
  return worst.indexOf(verdict)
}

/** Where there are more worlds than can be judged, nothing is known of any: what came out for one of them says why. */
export function unknownInAll(verdicts: readonly Verdict[], why: string): readonly Verdict[] {
  const reason = { rule: 'worlds', truth: undefined, because: { why }, says: { line: why }, assumes: [] }
  return verdicts.map((verdict) => ({
    ...verdict,
    verdict: 'unknown',
    because: [reason],
    assumes: [],
    cause: undefined,
  }))
}
