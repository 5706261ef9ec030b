// The terms of all classes, each different one once, found by the namespaces that they name: a class asks only those
// that may be about it.

import { type AffinityTerm, type AffinityTerms, termKey, termTakes } from '../scheduling/affinity-terms.ts'
import type { SchedulingPod } from '../scheduling/scheduling-pod.ts'
import type { World } from '../scheduling/world.ts'
import type { PodClass } from './pod-classes.ts'

export interface HeldTerm {
  readonly kind: keyof AffinityTerms
  readonly term: AffinityTerm
  readonly key: string
  /** How often a pod has it; a pod may say the same twice. */
  readonly heldBy: ReadonlyMap<SchedulingPod, number>
}

/** The terms that others may hold, and that take a pod. */
export type HeldTerms = (pod: SchedulingPod) => readonly HeldTerm[]

const kinds = ['near', 'apart', 'ratherNear', 'ratherApart'] as const

export function heldTermsOf(classes: readonly PodClass[], { namespaceLabels }: World): HeldTerms {
  const known = new Map<string, HeldTerm & { readonly heldBy: Map<SchedulingPod, number> }>()
  for (const { pod } of classes)
    for (const kind of kinds)
      for (const term of pod.terms[kind]) {
        const key = `${kind} ${term.weight} ${JSON.stringify(term.topologyKey)} ${termKey(term)}`
        const found = known.get(key) ?? { kind, term, key, heldBy: new Map() }
        known.set(key, found)
        found.heldBy.set(pod, (found.heldBy.get(pod) ?? 0) + 1)
      }
  const anywhere = [...known.values()].filter(({ term }) => term.namespaceSelector !== undefined)
  const named = new Map<string, HeldTerm[]>()
  for (const one of known.values())
    if (one.term.namespaceSelector === undefined)
      for (const namespace of new Set(one.term.namespaces)) {
        const there = named.get(namespace)
        if (there) there.push(one)
        else named.set(namespace, [one])
      }
  return (pod) => {
    const labels = namespaceLabels(pod.namespace) ?? {}
    return [...(named.get(pod.namespace) ?? []), ...anywhere].filter(({ term }) => termTakes(term, pod, labels))
  }
}
