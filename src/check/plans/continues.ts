// What people need the platform for: whether it is back before they can do without no longer, whichever prepared failure
// strikes, and whatever time is promised of what it needs.

import { sourceOf } from '../../estate/source.ts'
import type { BusinessFunction, Failure, Scenario } from '../../platform/model.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { failureNoun } from '../failure-words.ts'
import { stepRow } from '../path-words.ts'
import { neededBy } from '../recovery/needed-by.ts'
import { recoveredName, recoveriesIn } from '../recovery/promised-time.ts'
import { estimateOf, isOverWithin, type ScenarioTime, scenarioTime } from '../recovery/scenario-time.ts'
import { takenWords } from '../recovery/scenario-words.ts'
import type { Recovers } from '../recovery/store-recovery.ts'
import { isStore } from '../recovery/stores-in.ts'
import { saySpan, sayTime } from '../span-words.ts'
import type { Words } from '../verdict.ts'
import { viewFor, type World } from '../world.ts'
import { type OrderParts, orderPart, orderWords } from './function-order.ts'

interface Around {
  readonly downAtMost: string
  readonly meanwhile?: string
  readonly tells?: string
}

type Rules = {
  scenario: Around & { scenario: string; failure: string; time?: ScenarioTime; isStruck: boolean | undefined }
  promised: Around & { of: string; within: string }
  unprepared: Around
} & OrderParts

export const continues = defineQuestion<Rules>({
  id: 'continues',
  asks: 'Is what people need back before they can do without it no longer?',

  *judge(world) {
    for (const one of world.plans?.functions ?? []) {
      const { name, in: place, downAtMost, stated } = one
      yield {
        id: [place.name, name],
        environment: place.name,
        cluster: viewFor(world, place)?.estate.cluster,
        says: `${name} is never down for more than ${downAtMost}`,
        source: sourceOf(one, stated),
        parts: [...partsOf(one, world), ...orderPart(one, world.plans?.functions ?? [])],
      }
    }
  },

  says: {
    scenario: ({ scenario, failure, time, isStruck, ...around }, truth): Words => ({
      line: scenarioLine({ scenario, failure, time, isStruck, ...around }, truth === true),
      rows: [...(time?.path?.steps.map(stepRow) ?? []), ...meanwhileRows(around)],
    }),
    promised: ({ of, within, ...around }, truth): Words => ({
      line: `it needs ${of}, which is promised back within ${within}${truth ? '' : `, and ${around.downAtMost} is the most`}`,
      rows: meanwhileRows(around),
    }),
    ...orderWords,
    unprepared: ({ downAtMost }) => `nobody says how long anything takes that it needs, so ${downAtMost} is not shown`,
  },
})

function partsOf(one: BusinessFunction, world: World): readonly AnyPart<Rules>[] {
  const struck = (world.plans?.scenarios ?? []).filter(({ in: place }) => place.name === one.in.name)
  const parts = [...struck.flatMap((scenario) => scenarioPart(one, scenario, world)), ...promisedParts(one, world)]
  return parts.length > 0 ? parts : [part('unprepared', undefined, aroundOf(one), { stated: [one.stated] })]
}

function scenarioPart(one: BusinessFunction, scenario: Scenario, world: World): readonly AnyPart<Rules>[] {
  const isStruck = strikes(scenario.of, one)
  if (isStruck === false) return []
  const time = scenarioTime(scenario, world)
  const seconds = secondsOf(one.downAtMost) ?? 0
  const truth = isStruck === undefined || !time ? undefined : isOverWithin(time, seconds)
  const estimates = time?.isEstimated ? [estimateOf(scenario)] : (time?.path?.assumes ?? [])
  const estimated = truth === true ? estimates : []
  const isDenied = estimated.some(({ id }) => world.denied.has(id))
  return [
    part(
      'scenario',
      isDenied ? false : truth,
      {
        ...aroundOf(one),
        scenario: scenario.name,
        failure: failureNoun(scenario.of),
        isStruck,
        ...(time && { time }),
      },
      {
        assumes: isDenied ? [] : estimated,
        cause: `slow-scenario/${scenario.in.name}/${scenario.name}`,
        hint: 'a recovery that is as short as people can do without, or a way to serve them meanwhile',
        stated: [one.stated, ...(time?.stated ?? [scenario.stated])],
      },
    ),
  ]
}

/** Whether a failure takes what a function needs; undefined where nobody says what it needs. */
function strikes({ kind, of }: Failure, { needs, in: place }: BusinessFunction): boolean | undefined {
  if (kind === 'breach' || (kind === 'loss' && (of === 'region' || of === 'cluster'))) return true
  if (kind === 'release') return needs === undefined ? undefined : true
  if (kind !== 'corruption' && of !== 'store') return false
  return needs === undefined ? undefined : neededBy(needs, place).some(isStore)
}

// Each of what it needs has to be back; whichever takes longest alone is the least that it is down.
function promisedParts(one: BusinessFunction, world: World): readonly AnyPart<Rules>[] {
  const needed = one.needs === undefined ? undefined : new Set(neededBy(one.needs, one.in).map(({ name }) => name))
  const keepsRows = one.needs === undefined || neededBy(one.needs, one.in).some(isStore)
  const isNeeded = ({ what, part: whole }: Recovers) => {
    if (what.is === 'component') return needed?.has(what.name) ?? false
    // People are served whether or not somebody watches.
    if (what.is === 'monitoring') return false
    return whole === 'data' ? keepsRows : true
  }
  const seconds = secondsOf(one.downAtMost) ?? 0
  const promises = recoveriesIn(one.in, undefined, world).filter(isNeeded)
  const isSaidBefore = (promise: Recovers, at: number) => promises.slice(0, at).some((other) => isSame(other, promise))
  return promises
    .filter((promise, at) => !isSaidBefore(promise, at))
    .flatMap((promise) => {
      const within = secondsOf(promise.within)
      if (within === undefined) return []
      return [
        part(
          'promised',
          within <= seconds,
          { ...aroundOf(one), of: recoveredName(promise), within: `${promise.within}` },
          {
            cause: `slow-target/${promise.in?.name}/${recoveredName(promise)}`,
            hint: `a target of ${one.downAtMost} at most, or a function that people can do without for ${sayTime(within)}`,
            stated: [one.stated, ...promises.filter((other) => isSame(other, promise)).map(({ stated }) => stated)],
          },
        ),
      ]
    })
}

// One time that is promised twice is one.
function isSame(other: Recovers, promise: Recovers): boolean {
  return recoveredName(other) === recoveredName(promise) && secondsOf(other.within) === secondsOf(promise.within)
}

function aroundOf({ downAtMost, meanwhile, tells }: BusinessFunction): Around {
  return { downAtMost, ...(meanwhile !== undefined && { meanwhile }), ...(tells !== undefined && { tells }) }
}

function meanwhileRows({ meanwhile, tells }: Around): readonly (readonly [string, string])[] {
  return [
    ...(meanwhile === undefined ? [] : [['meanwhile', meanwhile] as const]),
    ...(tells === undefined ? [] : [['told', tells] as const]),
  ]
}

function scenarioLine({ scenario, failure, time, isStruck, downAtMost }: Rules['scenario'], isIn: boolean): string {
  if (isStruck === undefined) return `nobody says what it needs, so whether ${failure} takes it is open`
  if (!time) return `nobody says how long ${failure} takes it away`
  const isOpen = !time.isEstimated && time.unsaid.length + time.bounded.length > 0
  const line = `${scenario} takes it away for ${isOpen ? takenWords(time) : saySpan(time.span)}`
  if (isIn) return `${scenario} takes it away for ${saySpan(time.span)}, within ${downAtMost}`
  return `${line}${isOpen ? ';' : ', and'} ${downAtMost} is the most`
}
