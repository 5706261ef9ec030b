// Who needs what a Service leads to: the workloads that are told to call it, and what lets traffic in from outside.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { answersOf } from '../../engine/reachability/service.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { reachable } from '../reachability/reachable.ts'
import { backendsOf } from '../traffic/backends.ts'
import { table, type View } from '../world.ts'

export interface Needed {
  /** All pods that answer for it, whatever workload they are of. */
  readonly behind: readonly PodClass[]
  readonly callers: ReadonlySet<Ref>
  /** Some of them are known by their settings alone. */
  readonly guessed: boolean
  /** Ingresses, routes and Services that let traffic in to it. */
  readonly entries: ReadonlySet<Ref>
}

/** By what leads there: a Service, or a workload that is called without one. What nobody needs is left out. */
export const neededBy = table((view): ReadonlyMap<Ref, Needed> => {
  const found = new Map<Ref, { callers: Set<Ref>; entries: Set<Ref>; guessed: boolean }>()
  const of = (ref: Ref) => {
    const known = found.get(ref) ?? { callers: new Set<Ref>(), entries: new Set<Ref>(), guessed: false }
    found.set(ref, known)
    return known
  }
  const metered = new Set(
    view.estate.facts.flatMap((fact) => (fact.trait === 'metered' ? [`${fact.of} ${fact.port}`] : [])),
  )
  for (const fact of view.estate.facts) {
    if (fact.trait !== 'calls' || fact.to.is !== 'workload') continue
    // Members of one workload do not wait for each other, and who reads metrics does without for a while.
    if (fact.from === fact.to.workload || metered.has(`${fact.to.workload} ${fact.to.portName}`)) continue
    // A job that fails for a while is run again.
    if (!view.byWorkload.get(fact.from)?.steady) continue
    const needs = of(fact.to.service ?? fact.to.workload)
    needs.callers.add(fact.from)
    needs.guessed ||= fact.standing.is === 'guessed'
  }
  for (const object of view.estate.objects)
    for (const { service } of (object.source.live ? undefined : backendsOf(object)) ?? [])
      of(service).entries.add(object.ref)
  return new Map([...found].map(([ref, needs]) => [ref, { behind: behindOf(ref, view), ...needs }]))
})

function behindOf(ref: Ref, view: View): readonly PodClass[] {
  const own = view.byWorkload.get(ref)
  if (own) return own.steady ? [own] : []
  const r = reachable(view)
  const service = r.services.get(ref)
  const workloads = new Set((service && answersOf(r, service))?.map(({ workload }) => workload))
  return [...workloads].flatMap((workload) => r.pods.get(workload) ?? [])
}
