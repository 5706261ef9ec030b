// What a first promises file is guessed from: the workloads of one cluster, who calls whom, and what lets traffic in.

import { reachable } from '../../check/reachability/reachable.ts'
import { backendsOf } from '../../check/traffic/backends.ts'
import type { View } from '../../check/world.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { answersOf } from '../../engine/reachability/service.ts'
import type { EstateObject, FactOf } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Field, field, type LineOf } from './entry.ts'

export interface Seen {
  readonly view: View
  readonly byRef: ReadonlyMap<Ref, EstateObject>
  /** Where there are several clusters, an entry says which one. */
  readonly isOneOfSeveral: boolean
  /** Where a thing is written, as seen from the folder. */
  readonly lineOf: LineOf
  /** What a team owns of a workload: the resource of an operator that it is made of, else itself. */
  readonly owned: (workload: Ref) => Ref
  /** StatefulSets with volumes, sorted. */
  readonly stores: readonly PodClass[]
  /** By workload: what lets traffic from outside in to it. */
  readonly front: ReadonlyMap<Ref, readonly EstateObject[]>
  /** Calls by the workload that is called. */
  readonly calls: ReadonlyMap<Ref, readonly FactOf<'calls'>[]>
}

export function seenIn(view: View, isOneOfSeveral: boolean, lineOf: LineOf): Seen {
  const { estate, pods } = view
  const stores = pods
    .filter(({ kind, claims, count, steady }) => kind === 'StatefulSet' && steady && count > 0 && claims.length > 0)
    .toSorted((a, b) => byCodePoint(a.workload, b.workload))
  const calls = estate.facts.filter((fact): fact is FactOf<'calls'> => fact.trait === 'calls')
  const byRef = new Map(estate.objects.map((object) => [object.ref, object]))
  const [front, owned] = [frontOf(view), ownedIn(view)]
  return { view, byRef, isOneOfSeveral, lineOf, owned, stores, front, calls: Map.groupBy(calls, calledBy) }
}

// Of one resource that is made into several workloads, what says one of them alone.
function ownedIn({ pods, byWorkload }: View): Seen['owned'] {
  const made = Map.groupBy(pods, ({ source }) => source.made?.by)
  return (workload) => {
    const by = byWorkload.get(workload)?.source.made
    if (!by) return workload
    return by.part ?? (made.get(by.by)?.length === 1 ? by.by : workload)
  }
}

function calledBy({ to }: FactOf<'calls'>): Ref {
  return to.is === 'workload' ? to.workload : 'None//'
}

function frontOf(view: View): Seen['front'] {
  const services = new Map(
    view.estate.objects.flatMap((object) => (object.manifest.kind === 'Service' ? [[object.ref, object]] : [])),
  )
  const r = reachable(view)
  const front = new Map<Ref, EstateObject[]>()
  for (const object of view.estate.objects)
    for (const ref of new Set((backendsOf(object) ?? []).map(({ service }) => service))) {
      const service = services.get(ref)
      for (const workload of new Set((service ? answersOf(r, service) : undefined)?.map((answer) => answer.workload)))
        front.set(workload, [...(front.get(workload) ?? []), object])
    }
  return front
}

/** `in: prod/shop`, where it has to be said. */
export function inField(environment: string | undefined, { isOneOfSeveral }: Seen): readonly Field[] {
  return isOneOfSeveral && environment !== undefined ? [field('in', environment)] : []
}

/** Whether some policy decides who gets in to its pods. */
export function isIsolated({ workload }: PodClass, { view }: Seen): boolean {
  const r = reachable(view)
  return (r.isolating.ingress[r.classOf.get(workload) ?? -1] ?? []).length > 0
}
