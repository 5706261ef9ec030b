// A journey of workloads beside manifests: each call that is seen from one to the next has to get through. Where none is
// seen, nothing is certain: its address may lie where nobody reads it.

import type { Assumption } from '../../engine/assumption.ts'
import type { Call } from '../../engine/reachability/call.ts'
import type { Component } from '../../platform/component.ts'
import type { Journey } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import type { View } from '../world.ts'
import { type CallRules, callParts } from './call-parts.ts'
import { judgedCalls } from './judged-calls.ts'

export type HopRules = CallRules & {
  unseen: { from: string; to: string }
  seen: { from: string; to: string; by: string }
}

export function workloadHops({ path }: Journey, view: View): readonly AnyPart<HopRules>[] {
  const steps = path.map((step) => (step.is === 'port' ? step.component : step))
  const calls = judgedCalls(view)
  return steps.slice(1).flatMap((to, index) => hop(steps[index] as Component, to, calls, view))
}

function hop(from: Component, to: Component, calls: readonly Call[], view: View): readonly AnyPart<HopRules>[] {
  const seen = calls.filter(
    ({ fact }) => fact.from === from.workload && fact.to.is === 'workload' && fact.to.workload === to.workload,
  )
  if (seen.length === 0) return [part('unseen', undefined, { from: from.name, to: to.name })]
  return [...guessParts(from, to, seen, view), ...seen.flatMap((call) => callParts(call, view))]
}

// That it calls at all is a guess, where no fact declares it.
function guessParts(
  from: Component,
  to: Component,
  seen: readonly Call[],
  { denied }: View,
): readonly AnyPart<HopRules>[] {
  const guesses = seen.flatMap(({ fact: { standing } }) => (standing.is === 'guessed' ? [standing.from] : []))
  const [by] = guesses
  if (by === undefined || guesses.length < seen.length) return []
  const guess: Assumption = {
    id: `calls/${from.workload}/${to.workload}`,
    says: `${from.name} calls ${to.name} (guessed from ${by})`,
    kind: 'guess',
  }
  const holds = denied.has(guess.id) ? undefined : true
  return [part('seen', holds, { from: from.name, to: to.name, by }, { assumes: [guess] })]
}
