// A budget that allows no eviction keeps its node for ever. Zero for the length of a rollout is no finding, so the steady
// state is judged: all pods ready, at the number that is declared.

import { type Budget, budgetsOf } from '../../engine/disruption/budget.ts'
import { countOf } from '../count-words.ts'
import { defineQuestion } from '../define.ts'
import { writtenFirst } from '../only-live.ts'
import type { Truth } from '../verdict.ts'
import type { View, World } from '../world.ts'
import { type AllowedParts, allowedPart, overlaps, twiceParts } from './allowed-part.ts'
import { countedRows } from './counted-rows.ts'
import { type EmptiedParts, emptiedPart } from './emptied-part.ts'

export const drains = defineQuestion<AllowedParts & EmptiedParts>({
  id: 'drains',
  asks: 'Can every node be drained?',
  perCluster: true,

  *judge(world) {
    for (const view of world.views)
      for (const budget of budgetsOf(view.estate, view.pods)) {
        const { environment, source } = budget
        yield {
          id: subjectOf(budget, view),
          environment,
          cluster: view.estate.cluster,
          says: `every node that holds pods of ${sayCovered(budget)} can be drained`,
          source,
          about: writtenFirst([budget.ref, ...budget.covers.map(({ workload }) => workload)], view),
          parts: partsOf(budget, view, world),
        }
      }
  },

  says: {
    allowed: (because, truth) => ({ line: allowedLine(because, truth), rows: countedRows(because) }),
    single: ({ workload, budgets }, truth) =>
      truth === true
        ? `one budget covers ${workload}`
        : `${budgets.join(' and ')} both cover ${workload}: the API server evicts no pod that several budgets cover`,
    emptied: ({ budget, allowed, node, least, most, usual, seen }, truth) => {
      const pods = most === 1 ? 'pod' : 'pods'
      const stand = seen ? `${most === 1 ? 'was' : 'were'} seen` : most === 1 ? 'stands' : 'stand'
      const share = `at most ${most} ${pods} ${stand} on one node, and ${budget} allows ${allowed} at once`
      if (truth === true && usual !== undefined)
        return `as the scheduler spreads them, at most ${usual} of them ${usual === 1 ? 'stands' : 'stand'} on one node, and ${budget} allows ${allowed} at once`
      if (truth === true)
        return most <= allowed ? share : `${share}: each that goes finds a place elsewhere, and the next may go`
      if (node === '')
        return `${budget} allows ${allowed} of ${countOf(most, 'pod')} to go at once, and nobody says what nodes there are`
      const here = seen
        ? `${most} ${pods} ${stand} on ${node}`
        : least > allowed
          ? `${countOf(least, 'pod stands', 'pods stand')} on ${node}`
          : `up to ${countOf(most, 'pod')} may stand on ${node}`
      return truth === false
        ? `${here} and have no other place, and ${budget} allows ${allowed}: the drain stops after ${allowed}`
        : `${here}, and ${budget} allows ${allowed} at once: the next must wait until those are ready elsewhere, which is not certain`
    },
  },
})

function allowedLine(because: AllowedParts['allowed'], truth: Truth): string {
  const { budget, healthy, expected, mustStay, allowed, fault, uncountable, covers, scaled } = because
  if (covers.length === 0) return `${budget} covers no pod`
  if (fault === 'asks for nothing')
    return `${budget} says neither minAvailable nor maxUnavailable: allowed disruptions = 0`
  if (fault === 'a workload without a scale')
    return `${budget} counts from the scale of ${uncountable.join(', ')}, which has none: allowed disruptions = 0`
  if (fault === 'an owner that nobody shows')
    return `${budget} counts from the scale of what owns ${uncountable.join(', ')}, and nobody shows whether that has one`
  if (truth === undefined)
    return `${budget} allows ${scaled.map((at) => `${at.allowed} of ${at.pods}`).join(' to ')} pods to go, as an autoscaler moves their number`
  if (fault) return `${budget} asks for ${sayAsked(because.asks)}, which is ${fault}: allowed disruptions = 0`
  if (expected === 0 && healthy > mustStay)
    return `${budget} expects no pod, since bare pods have no scale: allowed disruptions = 0`
  const of = expected === healthy ? '' : ` of ${expected} that are expected`
  return `${budget} wants ${mustStay} to stay and there are ${healthy}${of}: allowed disruptions = ${healthy} − ${mustStay} = ${allowed}`
}

function sayAsked(asks: AllowedParts['allowed']['asks']): string {
  return Object.entries(asks ?? {})
    .map(([field, value]) => `${field} ${JSON.stringify(value)}`)
    .join()
}

/** The workload that it covers, where that is one and no other budget covers it; else the budget's own name. */
function subjectOf(budget: Budget, view: View): readonly [place: string, ...subject: string[]] {
  const { environment, namespace, name } = budget
  const [only, ...others] = budget.covers
  const isPlain = only && others.length === 0 && !overlaps(view).has(only.workload)
  const isTaken = view.pods.some((pod) => pod.namespace === namespace && pod.name === name)
  const subject = isPlain ? [only.name] : isTaken ? [name, 'budget'] : [name]
  return environment === undefined ? [view.estate.cluster, namespace, ...subject] : [environment, ...subject]
}

function sayCovered({ covers, name }: Budget): string {
  return covers.length === 0 ? `the budget ${name}` : covers.map((pod) => pod.name).join(', ')
}

function partsOf(budget: Budget, view: View, world: World) {
  const allowed = allowedPart(budget, view, world)
  return [allowed, ...twiceParts(budget, view), ...(allowed.truth === true ? emptiedPart(budget, view) : [])]
}
