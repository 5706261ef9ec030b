// Terms of the pods that stand, summed per domain: a pod that is to be placed asks each different term once.

import { type AffinityTerm, type AffinityTerms, termKey } from './affinity-terms.ts'

export interface HeldTerm {
  readonly term: AffinityTerm
  /** Value of the topology key → weights of the terms of pods there; for required terms, how many there are. */
  readonly sums: Map<string, number>
  /** Pods that hold it, wherever they stand and whatever their node's labels. */
  holders: number
}

/** By what they do: refuse, draw near (required and preferred), keep away. */
export type HeldTerms = { readonly [kind in keyof AffinityTerms]: Map<string, HeldTerm> }

export function noHeldTerms(): HeldTerms {
  return { near: new Map(), apart: new Map(), ratherNear: new Map(), ratherApart: new Map() }
}

const kinds = ['near', 'apart', 'ratherNear', 'ratherApart'] as const

/** `by` more pods with these terms on a node with these labels. */
export function holdTerms(
  held: HeldTerms,
  terms: AffinityTerms,
  labelOf: (key: string) => string | undefined,
  by: 1 | -1,
): void {
  for (const kind of kinds) for (const term of terms[kind]) hold(held[kind], term, labelOf(term.topologyKey), by)
}

function hold(held: Map<string, HeldTerm>, term: AffinityTerm, value: string | undefined, by: number): void {
  const key = `${term.topologyKey} ${termKey(term)}`
  const found = held.get(key) ?? { term, sums: new Map(), holders: 0 }
  found.holders += by
  if (found.holders === 0) held.delete(key)
  else held.set(key, found)
  if (value === undefined) return
  const sum = (found.sums.get(value) ?? 0) + by * term.weight
  if (sum === 0) found.sums.delete(value)
  else found.sums.set(value, sum)
}
