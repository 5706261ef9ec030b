// What some questions and kinds of promises answer of a platform. Judging is pure: nothing is asked twice.

import { askPromises, askQuestion } from '../../src/check/ask.ts'
import { allQuestions } from '../../src/check/platform-questions.ts'
import { platformWorld } from '../../src/check/platform-world.ts'
import { promiseKinds } from '../../src/check/promises.ts'
import type { Verdict } from '../../src/check/verdict.ts'
import type { World } from '../../src/check/world.ts'
import type { Platform } from '../../src/platform/model.ts'
import { worldsOf } from '../../src/platform/worlds.ts'
import type { Judged } from './claim.ts'

const asOf = '2026-11-21'
const judges = new WeakMap<Platform, (asks: string) => readonly Verdict[]>()
const worlds = new WeakMap<Platform, World>()

export function asked(platform: Platform, asks: readonly string[]): Judged {
  const [first = { platform, planned: [] }] = worldsOf(platform).worlds
  const world = worlds.get(platform) ?? platformWorld(first, { asOf })
  worlds.set(platform, world)
  const judge = judges.get(platform) ?? judgeOf(world)
  judges.set(platform, judge)
  return { world, verdicts: new Map(asks.flatMap(judge).map((verdict) => [verdict.id, verdict])) }
}

function judgeOf(world: World): (asks: string) => readonly Verdict[] {
  const known = new Map<string, readonly Verdict[]>()
  return (asks) => {
    const verdicts = known.get(asks) ?? [
      ...allQuestions.filter(({ id }) => id === asks).flatMap((question) => [...askQuestion(question, world)]),
      ...Object.values(promiseKinds)
        .filter(({ kind }) => kind === asks)
        .flatMap((kind) => [...askPromises(kind, world)]),
    ]
    known.set(asks, verdicts)
    return verdicts
  }
}
