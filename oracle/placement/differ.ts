import type { Candidate, Judged, Refusal, Scheduler } from '../../src/engine/scheduling/scheduler.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import { asJson, type Json, type JsonObject, sameText } from '../json.ts'
import type { RealAnswer, RealCost, RealRefusal } from './real.ts'

/** The first thing in which two answers about one pod part. */
export interface Difference {
  readonly pod: string
  readonly what: string
  readonly ours: Json
  readonly theirs: Json
}

/** What ours says of the pod, and where it parts from the real answer; `unknown`: what it says it does not model. */
export function differ(
  ours: Scheduler,
  pod: JsonObject,
  theirs: RealAnswer,
): Difference | { readonly unknown: readonly string[] } | undefined {
  const judged = ours.judge(pod as unknown as Manifest)
  if (judged.unknown) return { unknown: judged.unknown }
  const rows: readonly (readonly [what: string, ours: unknown, theirs: unknown])[] = [
    ['nowhere', plain(judged.nowhere), plain(theirs.nowhere)],
    ['feasible', [...judged.feasible].sort(), theirs.feasible],
    ['refused first', theirs.refused ? firstOf(judged, theirs) : {}, byNode(theirs.refused)],
    ['refused by all', theirs.also ? allOf(judged) : {}, plainAll(theirs.also)],
    ['scores', scoresOf(judged), scoresOfReal(theirs)],
    ['best', [...judged.best].sort(), theirs.best ?? []],
    ['chosen', theirs.chosen ?? null, chosenOf(judged, theirs)],
    ['preempts', ...preemption(ours.preempt(pod as unknown as Manifest).candidates, judged, theirs)],
  ]
  for (const [what, mine, real] of rows) {
    const [one, other] = [asJson(mine), asJson(real)]
    if (sameText(one) !== sameText(other)) return { pod: theirs.pod, what, ours: one, theirs: other }
  }
  return undefined
}

// The scheduler adds the reasons of resources in the order of a map.
function plain(refusal: Refusal | RealRefusal | undefined) {
  return refusal ? { plugin: refusal.plugin, reasons: [...refusal.reasons].sort() } : null
}

const leftOut = "node(s) didn't satisfy plugin(s) ["

function byNode(refused: RealAnswer['refused'] = {}) {
  return Object.fromEntries(Object.entries(refused).map(([node, one]) => [node, plain(one)]))
}

function firstOf({ refused, nowhere }: Judged, theirs: RealAnswer) {
  if (nowhere) return {}
  return Object.fromEntries(
    refused.map(({ node, by: [first] }) => {
      const mine = plain(first)
      const real = theirs.refused?.[node]
      // Where several plugins left a node out together, each may speak for them.
      const speaks = real?.reasons[0]?.startsWith(leftOut) && mine?.reasons[0] === real.reasons[0]
      return [node, speaks ? plain(real) : mine]
    }),
  )
}

function allOf({ refused, nowhere }: Judged) {
  if (nowhere) return {}
  return Object.fromEntries(refused.map(({ node, by }) => [node, sortedRefusals(by)]))
}

function plainAll(also: RealAnswer['also'] = {}) {
  return Object.fromEntries(Object.entries(also).map(([node, by]) => [node, sortedRefusals(by)]))
}

// What leaves a node out before filtering names all plugins that do, when they are asked together.
function sortedRefusals(by: readonly (Refusal | RealRefusal)[]) {
  return by
    .map((one) => (one.reasons[0]?.startsWith(leftOut) ? { plugin: one.plugin, reasons: ['left out'] } : plain(one)))
    .sort((one, other) => ((one?.plugin ?? '') < (other?.plugin ?? '') ? -1 : 1))
}

// A plugin that skips adds nothing, and one that adds nothing may have skipped.
function nonZero(by: { readonly [plugin: string]: number }) {
  return Object.fromEntries(Object.entries(by).filter(([, score]) => score !== 0))
}

function scoresOf({ scores }: Judged) {
  return Object.fromEntries(scores.map(({ node, by, total }) => [node, { by: nonZero(by), total }]))
}

function scoresOfReal({ scores = {} }: RealAnswer) {
  return Object.fromEntries(Object.entries(scores).map(([node, { by, total }]) => [node, { by: nonZero(by), total }]))
}

/** The real choice where it is one of our best. */
function chosenOf({ best }: Judged, { chosen }: RealAnswer): string | null {
  return chosen !== undefined && best.includes(chosen) ? chosen : (best[0] ?? null)
}

/** Ours: every candidate with its victims. Theirs: what stands at those nodes, and the nominated one among them. */
function preemption(mine: readonly Candidate[], judged: Judged, theirs: RealAnswer): [unknown, unknown] {
  if (judged.feasible.length > 0) return [null, null]
  const nominated = theirs.nominated || null
  if (mine.length === 0) return [null, nominated]
  const costs = theirs.candidates ?? {}
  const isAmong = mine.some(({ node }) => node === nominated)
  return [
    {
      nominated: isAmong ? nominated : mine.map(({ node }) => node),
      victims: Object.fromEntries(mine.map(({ node, victims }) => [node, victims])),
    },
    { nominated, victims: Object.fromEntries(mine.map(({ node }) => [node, victimsAt(costs[node])])) },
  ]
}

function victimsAt(cost: RealCost | undefined): readonly string[] | null {
  return cost ? cost.victims : null
}
