// What is prepared for and brings back what a promise is about: the release before, rows from a copy, a follower that is
// promoted. The promise itself says nothing of how long its steps take.

import type { Span } from '../../engine/recovery/span.ts'
import type { Failure, Procedure, Scenario, Step } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import { failureNoun } from '../failure-words.ts'
import { stepRow } from '../path-words.ts'
import { saySpan } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { mostSeconds, mostText } from './most-time.ts'
import { isOf, partBrought, recoveredName } from './promised-time.ts'
import { areOverWithin, estimateOf, type ScenarioTime, scenarioTime } from './scenario-time.ts'
import { listed, openWords, takenWords } from './scenario-words.ts'
import type { Recovers } from './store-recovery.ts'
import { isStore } from './stores-in.ts'

export type BroughtParts = {
  brought: { scenario: string; steps: readonly string[]; time: ScenarioTime; takes: Span; within: string }
  unprepared: { what: string; failure: string; within: string }
}

/** Nothing where no scenario of the place has a step that brings it back. `struck`: failures that it has to come back from. */
export function broughtParts(
  promise: Recovers,
  struck: readonly Failure[],
  world: World,
): readonly AnyPart<BroughtParts>[] {
  const { from, in: place, stated, what } = promise
  const within = mostText(promise)
  if (within === undefined || promise.by || what.is === 'monitoring') return []
  const found = (world.plans?.scenarios ?? []).filter((one) => one.in.name === place?.name && isOf(from, one.of))
  const parts = found.flatMap((one) => (one.by ? scenarioPart(one, one.by, promise, within, world) : []))
  if (parts.length === 0) return []
  const open = struck.filter(
    (failure) => !found.some(({ of, by }) => isOf(of, failure) && by && bringing(by, promise).length > 0),
  )
  return [
    ...parts,
    ...open.map((failure) =>
      part(
        'unprepared',
        undefined,
        { what: recoveredName(promise), failure: failureNoun(failure), within },
        { waitsFor: `what is done about ${failureNoun(failure)}: a scenario with a procedure`, stated: [stated] },
      ),
    ),
  ]
}

function scenarioPart(
  one: Scenario,
  by: Procedure,
  promise: Recovers,
  within: string,
  world: World,
): readonly AnyPart<Pick<BroughtParts, 'brought'>>[] {
  const steps = bringing(by, promise)
  const last = steps.at(-1)
  if (!last) return []
  const until = { ...one, by: { ...by, steps: by.steps.slice(0, by.steps.indexOf(last) + 1) } }
  const time = scenarioTime(until, world, recoveredName(promise))
  if (!time) return []
  const seconds = mostSeconds(promise) ?? 0
  const byPath = areOverWithin(time, seconds)
  const isEstimated = byPath === undefined && time.isEstimated && (time.span.to ?? 0) <= seconds
  const takes = isEstimated ? time.span : (time.path?.span ?? time.span)
  const assumes = byPath ? (time.path?.assumes ?? []) : isEstimated ? [estimateOf(one)] : []
  const isDenied = assumes.some(({ id }) => world.denied.has(id))
  return [
    part(
      'brought',
      isDenied ? false : (byPath ?? (isEstimated || undefined)),
      { scenario: one.name, steps: steps.map(({ name }) => name), time, takes, within },
      {
        assumes: isDenied ? [] : assumes,
        waitsFor: `how long ${listed([...time.unsaid, ...time.bounded])} takes: "takes" of its steps`,
        cause: `slow-scenario/${one.in.name}/${one.name}`,
        hint: 'steps that take less, or a promise that they keep',
        stated: [promise.stated, ...time.stated],
      },
    ),
  ]
}

// Rows that no step names are all of the place.
function bringing({ steps }: Procedure, { what, part: half }: Recovers): readonly Step[] {
  return steps.filter(({ does, of }) => {
    if (what.is !== 'component') return half !== undefined && partBrought(does) === half
    if (does === 'promote' || does === 'restore')
      return of === undefined ? isStore(what) : of.some(({ name }) => name === what.name)
    return partBrought(does) !== undefined && (of?.some(({ name }) => name === what.name) ?? false)
  })
}

export const broughtWords = {
  brought: ({ scenario, steps, time, takes, within }: BroughtParts['brought'], truth: Truth): Words => {
    const line = `what is prepared for ${scenario} brings it back by ${listed(steps)}`
    const rows = time.path?.steps.map(stepRow) ?? []
    if (truth === undefined && time.isEstimated)
      return {
        line: `${line}, and is said to take ${saySpan(time.span)}: ${openWords(time)}, so ${within} is not shown`,
        rows,
      }
    if (truth === undefined)
      return { line: `${line}, which takes ${takenWords(time)}, so ${within} is not shown`, rows }
    return {
      line: `${line}, after ${saySpan(takes)}${truth ? `, within ${within}` : `, and ${within} is promised`}`,
      rows,
    }
  },
  unprepared: ({ what, failure, within }: BroughtParts['unprepared']): string =>
    `no procedure says how ${what} comes back from ${failure}, and ${within} is promised`,
}
