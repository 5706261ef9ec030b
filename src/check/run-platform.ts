// One run over a platform, as a report: worlds, lowering, judging, merging, counting.

import type { Platform } from '../platform/model.ts'
import { byCodePoint } from '../platform/order.ts'
import { type Slice, slicesOf, withPromises } from '../platform/slices.ts'
import { worldsOf } from '../platform/worlds.ts'
import { advise } from './advise.ts'
import { judge } from './judge.ts'
import { allQuestions } from './platform-questions.ts'
import { platformWorld } from './platform-world.ts'
import { promiseKinds } from './promises.ts'
import type { Report } from './report.ts'
import { reportOf } from './report-of.ts'
import type { RunOptions } from './run-options.ts'
import type { Verdict } from './verdict.ts'
import { needlessWaivers, waived } from './waive.ts'
import type { World } from './world.ts'
import { judgeWorlds } from './worlds/judge-worlds.ts'
import { mergeWorlds, unknownInAll } from './worlds/merge.ts'
import { openChoices } from './worlds/open-choices.ts'

/** Judges a platform: every open choice becomes a world, and each world is lowered and judged. */
export function runPlatform(platform: Platform, options: RunOptions): Report {
  const { worlds, tooMany } = worldsOf(platform)
  const [first] = worlds
  if (!first) throw new Error('a platform without a world')
  const world = platformWorld(first, options)
  const merged = tooMany
    ? [...slicedVerdicts(platform, options), ...unknownInAll(judged(world).filter(isNowhere), tooMany)].sort(byId)
    : worlds.length === 1
      ? judged(world)
      : mergeWorlds(judgeWorlds(worlds, options))
  return reportOf({
    title: platform.title ?? platform.name,
    asOf: options.asOf,
    verdicts: waived(merged, platform.waivers, options.asOf),
    estates: world.views.map(({ estate }) => estate),
    planned: platform.environments.filter(({ is }) => is === 'planned').length,
    advice: [
      ...advise(world),
      ...openChoices(platform.name, first.open ?? [], options.asOf),
      ...needlessWaivers(merged, platform.waivers),
    ],
    unread: [],
    notes: tooMany
      ? [{ is: 'note', says: `${tooMany}; each verdict is from the worlds of the choices that it can read` }]
      : [],
  })
}

function judged(world: World): readonly Verdict[] {
  return judge(world, promiseKinds, allQuestions)
}

function slicedVerdicts(platform: Platform, options: RunOptions): readonly Verdict[] {
  return slicesOf(platform).flatMap((slice) => {
    const { worlds, tooMany } = worldsOf(withPromises(platform, slice.promises), slice.readBy)
    const answers = judgeWorlds(worlds.slice(0, tooMany ? 1 : undefined), options).map(({ verdicts, ...world }) => ({
      ...world,
      verdicts: verdicts.filter((verdict) => isAnswered(verdict, slice)),
    }))
    return tooMany ? unknownInAll(answers[0]?.verdicts ?? [], tooMany) : mergeWorlds(answers)
  })
}

function isAnswered({ kind, environment, cluster }: Verdict, { places }: Slice): boolean {
  return kind !== 'question' || [environment, cluster].some((name) => name !== undefined && places.has(name))
}

// A question about the platform as a whole may read any choice.
function isNowhere({ kind, environment, cluster }: Verdict): boolean {
  return kind === 'question' && environment === undefined && cluster === undefined
}

function byId(a: Verdict, b: Verdict): number {
  return byCodePoint(a.id, b.id)
}
