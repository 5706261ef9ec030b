// One run for each set of corrections, whoever asks for it: judging is pure. Where few questions matter, only those are
// asked.

import { askPromises, askQuestion } from '../../src/check/ask.ts'
import { allQuestions } from '../../src/check/platform-questions.ts'
import { platformWorld } from '../../src/check/platform-world.ts'
import { promiseKinds } from '../../src/check/promises.ts'
import type { Advice } from '../../src/check/report.ts'
import { runPlatform } from '../../src/check/run-platform.ts'
import type { Verdict } from '../../src/check/verdict.ts'
import type { Platform } from '../../src/platform/model.ts'
import { problemsOf } from '../../src/platform/problems.ts'
import { worldsOf } from '../../src/platform/worlds.ts'
import { type Correction, corrected } from './changing.ts'

export const asOf = '2026-11-21'

export interface Judged {
  readonly platform: Platform
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly advice: readonly Advice[]
}

/** The platform with all of these corrections, each once, judged. Throws where one of them is refused. */
export type JudgedWith = (corrections?: readonly Correction[]) => Judged

export function judging(asWritten: Platform): JudgedWith {
  const numbers = new Map<Correction, number>()
  const known = new Map<string, Judged>()
  return (corrections = []) => {
    for (const correction of corrections) if (!numbers.has(correction)) numbers.set(correction, numbers.size)
    const all = [...new Set(corrections)].sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0))
    const key = all.map((each) => numbers.get(each)).join(' ')
    const judged = known.get(key) ?? judgedNow(corrected(asWritten, all))
    known.set(key, judged)
    return judged
  }
}

/** What some questions and kinds of promises answer of a platform, while some assumptions are taken to be false. */
export function asked(
  platform: Platform,
  asks: readonly string[],
  denied: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, Verdict> {
  const [first = { platform, planned: [] }] = worldsOf(platform).worlds
  const world = platformWorld(first, { asOf, denied })
  const verdicts = [
    ...allQuestions.filter(({ id }) => asks.includes(id)).flatMap((question) => [...askQuestion(question, world)]),
    ...Object.values(promiseKinds)
      .filter(({ kind }) => asks.includes(kind))
      .flatMap((kind) => [...askPromises(kind, world)]),
  ]
  return new Map(verdicts.map((verdict) => [verdict.id, verdict]))
}

function judgedNow(platform: Platform): Judged {
  const problems = problemsOf(platform)
  if (problems.length > 0) throw new Error(problems.map(({ of, path, found }) => `${of} ${path}: ${found}`).join('\n'))
  const { verdicts, advice } = runPlatform(platform, { asOf })
  return { platform, advice, verdicts: new Map(verdicts.map((verdict) => [verdict.id, verdict])) }
}
