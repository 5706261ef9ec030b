// Who is told to call a workload, through its Services or without one.

import { neededBy } from '../../check/survival/dependents.ts'
import type { View } from '../../check/world.ts'
import type { Ref } from '../../kubernetes/types.ts'

/** Workloads that call this one, sorted. */
export type CallersOf = (workload: Ref) => readonly Ref[]

export function callersIn(view: View): CallersOf {
  const found = new Map<Ref, Set<Ref>>()
  for (const { behind, callers } of neededBy(view).values())
    for (const { workload } of behind) {
      const known = found.get(workload) ?? new Set()
      for (const caller of callers) if (caller !== workload) known.add(caller)
      found.set(workload, known)
    }
  return (workload) => [...(found.get(workload) ?? [])].sort()
}
