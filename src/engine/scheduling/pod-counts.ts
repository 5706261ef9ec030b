// How many pods that a selector takes stand on each node, kept up to date: a question costs the number of nodes, never
// the number of pods. Pods are told apart by namespace, labels and whether they are ending: nothing else is selected by.

import type { Labels } from '../../kubernetes/types.ts'

export interface PodKind {
  readonly id: number
  readonly namespace: string
  readonly labels: Labels
  /** It has been deleted and still stands there. */
  readonly isEnding: boolean
  /** Counts that it changes. */
  readonly counts: Int32Array[]
}

export interface PodCounts {
  kindOf(pod: { readonly namespace: string; readonly labels: Labels; readonly isEnding: boolean }): PodKind
  /** Per node, by index: pods of the kinds that `takes` names; `key` tells questions apart. Not to be changed. */
  countOf(key: string, takes: (kind: PodKind) => boolean): Int32Array
  /** `by` pods of a kind more on a node. */
  change(kind: PodKind, node: number, by: number): void
}

export function podCounts(nodes: number): PodCounts {
  const kinds = new Map<string, PodKind>()
  const perNode = Array.from({ length: nodes }, () => new Map<PodKind, number>())
  const known = new Map<string, { readonly counts: Int32Array; readonly takes: (kind: PodKind) => boolean }>()

  return {
    kindOf({ namespace, labels, isEnding }) {
      const key = JSON.stringify([namespace, isEnding, Object.entries(labels).sort()])
      const found = kinds.get(key)
      if (found) return found
      const made: PodKind = { id: kinds.size, namespace, labels, isEnding, counts: [] }
      for (const { counts, takes } of known.values()) if (takes(made)) made.counts.push(counts)
      kinds.set(key, made)
      return made
    },
    countOf(key, takes) {
      const found = known.get(key)
      if (found) return found.counts
      const counts = new Int32Array(nodes)
      const taken = new Set([...kinds.values()].filter(takes))
      for (const kind of taken) kind.counts.push(counts)
      perNode.forEach((here, node) => {
        for (const [kind, count] of here) if (taken.has(kind)) counts[node] = (counts[node] ?? 0) + count
      })
      known.set(key, { counts, takes })
      return counts
    },
    change(kind, node, by) {
      const here = perNode[node]
      if (!here) return
      const left = (here.get(kind) ?? 0) + by
      if (left === 0) here.delete(kind)
      else here.set(kind, left)
      for (const counts of kind.counts) counts[node] = (counts[node] ?? 0) + by
    },
  }
}
