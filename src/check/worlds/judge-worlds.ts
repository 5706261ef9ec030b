// Worlds of one platform, judged: what two of them have in common is lowered once and asked once.

import type { Estate } from '../../estate/estate.ts'
import { lower } from '../../estate/lower.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import type { PlatformWorld } from '../../platform/worlds.ts'
import { withAfter } from '../after.ts'
import { askPromise, askQuestion } from '../ask.ts'
import type { AnyQuestion } from '../define.ts'
import { plansOf } from '../plans/plans.ts'
import { allQuestions } from '../platform-questions.ts'
import { standingOf } from '../platform-world.ts'
import { promiseKinds } from '../promises.ts'
import { type Remembered, remembering } from '../remembering.ts'
import type { RunOptions } from '../run-options.ts'
import { type Same, sameLists } from '../same.ts'
import type { Verdict } from '../verdict.ts'
import { type View, viewOf, type World } from '../world.ts'
import type { WorldVerdicts } from './merge.ts'

/** The verdicts of each world, in the order of the worlds; those of one world in no order. */
export function judgeWorlds(worlds: readonly PlatformWorld[], options: RunOptions): readonly WorldVerdicts[] {
  const judge = judging(options)
  return worlds.map((world) => ({ world: world.name, picks: world.picks, verdicts: judge(world) }))
}

/**
 * Judges one world after another: what it has in common with those that were kept is neither lowered nor asked again, and
 * has the very same verdicts.
 */
export function judging(options: RunOptions): (of: PlatformWorld, more?: { keep: boolean }) => readonly Verdict[] {
  const same = sameLists()
  const worldAs = worldsAs(options, same)
  const questions = allQuestions.map((question) => asking(question, same))
  const promises = new Map<object, Remembered<readonly Verdict[]>>()
  const promiseAsked = (promise: PlatformPromise, keep: boolean) => {
    const known = promises.get(promise) ?? remembering((world) => verdictsOf(promise, world), same)
    if (keep) promises.set(promise, known)
    return known
  }
  return (of, { keep } = { keep: true }) => {
    const world = worldAs(of, keep)
    const promised = world.promises.filter((promise) => promise.is !== 'planned')
    return withAfter([
      ...questions.flatMap((asked) => asked(world, keep)),
      ...promised.flatMap((promise) => promiseAsked(promise, keep)(world, keep)),
    ])
  }
}

function asking(question: AnyQuestion, same: Same): Remembered<readonly Verdict[]> {
  const asked = remembering((world) => [...askQuestion(question, world)], same)
  if (!question.perCluster) return asked
  return (world, keep) => world.views.flatMap((view) => asked({ ...world, views: [view] }, keep))
}

function verdictsOf<K extends PlatformPromise['kind']>(
  promise: Extract<PlatformPromise, { kind: K }>,
  world: World,
): readonly Verdict[] {
  return [...askPromise(promiseKinds[promise.kind], promise, world)]
}

/** Worlds whose views are the same objects where the same stands on their clusters. */
function worldsAs({ asOf, denied = new Set(), briefly = false, textOf, estates }: RunOptions, same: Same) {
  const lowered = remembering(({ platform }) => {
    if (!platform) throw new Error('a world of no platform')
    return estates ?? lower(platform, { textOf })
  }, same)
  const viewAs = viewsAs(denied)
  return ({ platform, planned, open }: PlatformWorld, keep: boolean): World => {
    const world = { platform, promises: platform.promises, views: [], asOf, denied, briefly }
    const views = lowered(world, keep).map((estate) => viewAs(estate, keep))
    return { ...world, plans: plansOf(platform, planned, open), views }
  }
}

function viewsAs(denied: ReadonlySet<string>): (estate: Estate, keep: boolean) => View {
  const byEstate = new Map<Estate, View>()
  const byContent = new Map<string, View>()
  return (estate, keep) => {
    const known = byEstate.get(estate)
    if (known) return known
    const content = JSON.stringify(estate, plainly)
    const view = byContent.get(content) ?? viewOf(standingOf(estate), denied)
    if (!keep) return view
    byContent.set(content, view)
    byEstate.set(estate, view)
    return view
  }
}

function plainly(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  return value instanceof Map || value instanceof Set ? [...value] : value
}
