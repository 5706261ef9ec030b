// Every placement of a small cluster, found by trying them all: the judge of the proofs, written without their code.
// Filters after the scheduler's documentation: a pod, a node, and what stands where.

import type { EstateNode } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { PodAffinityTerm } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'

/** Per class, per node: how many stand there. Pods that are Terminating are told apart: they hold their place only. */
export type Counts = readonly (readonly number[])[]

export interface Tried {
  readonly nodes: readonly EstateNode[]
  readonly classes: readonly PodClass[]
  readonly cpu: readonly number[]
}

const required = 'requiredDuringSchedulingIgnoredDuringExecution'

/** Whether the scheduler would let one more pod of class c go to node n. */
export function naiveFits(tried: Tried, c: number, n: number, live: Counts, dying: Counts = []): boolean {
  const { nodes, classes, cpu } = tried
  const pod = classes[c]
  const node = nodes[n]
  if (!pod || !node) return false
  const label = (at: number, key: string) => nodes[at]?.labels[key]
  const standing = (counts: Counts) =>
    classes.flatMap((other, i) =>
      nodes.flatMap((_, at) => Array.from({ length: counts[i]?.[at] ?? 0 }, () => ({ other, at }))),
    )
  const all = [...standing(live), ...standing(dying)]
  const meets = (term: PodAffinityTerm, other: PodClass) => matchesLabels(term.labelSelector ?? {}, other.labels)
  const apart = (of: PodClass) => of.spec.affinity?.podAntiAffinity?.[required] ?? []
  const shares = (key: string, at: number) => label(n, key) !== undefined && label(n, key) === label(at, key)

  for (const [key, value] of Object.entries(pod.spec.nodeSelector ?? {})) if (label(n, key) !== value) return false
  if (node.taints.some(({ effect }) => effect !== 'PreferNoSchedule')) return false
  const need = (of: PodClass) => Number((of.requests.cpu?.nano ?? 0n) / 1_000_000_000n)
  const used = all.filter(({ at }) => at === n).reduce((sum, { other }) => sum + need(other), 0)
  if (need(pod) > 0 && used + need(pod) > (cpu[n] ?? 0)) return false
  if (all.filter(({ at }) => at === n).length + 1 > Number(node.allocatable.pods)) return false
  if (all.some(({ other, at }) => at === n && portOf(other) !== undefined && portOf(other) === portOf(pod)))
    return false
  for (const term of apart(pod))
    if (all.some(({ other, at }) => meets(term, other) && shares(term.topologyKey, at))) return false
  for (const { other, at } of all)
    if (apart(other).some((term) => meets(term, pod) && shares(term.topologyKey, at))) return false
  if (!near(pod.spec.affinity?.podAffinity?.[required] ?? [])) return false
  return (pod.spec.topologySpreadConstraints ?? []).every(({ topologyKey, maxSkew, labelSelector }) => {
    if (label(n, topologyKey) === undefined) return false
    const counted = nodes.flatMap((_, at) =>
      label(at, topologyKey) !== undefined &&
      Object.entries(pod.spec.nodeSelector ?? {}).every(([k, v]) => label(at, k) === v)
        ? [at]
        : [],
    )
    const isTaken = (other: PodClass) => matchesLabels(labelSelector ?? {}, other.labels)
    const holds = (value: string | undefined) =>
      standing(live).filter(
        ({ other, at }) => isTaken(other) && counted.includes(at) && label(at, topologyKey) === value,
      ).length
    const least = Math.min(...counted.map((at) => holds(label(at, topologyKey))))
    return holds(label(n, topologyKey)) + (isTaken(pod) ? 1 : 0) - least <= maxSkew
  })

  function near(terms: readonly PodAffinityTerm[]): boolean {
    if (terms.length === 0) return true
    if (terms.some((term) => label(n, term.topologyKey) === undefined)) return false
    const liked = all.filter(({ other }) => terms.every((term) => meets(term, other)))
    if (terms.every((term) => liked.some(({ at }) => shares(term.topologyKey, at)))) return true
    const isCounted = liked.some(({ at }) => terms.some((term) => label(at, term.topologyKey) !== undefined))
    return !isCounted && pod !== undefined && terms.every((term) => meets(term, pod))
  }
}

function portOf(pod: PodClass): number | undefined {
  return pod.spec.containers[0]?.ports?.[0]?.hostPort
}

/** Everything that can come about from a start by placing one pod after the other; `most` pods of each class. */
export function* everyPlacement(
  tried: Tried,
  start: Counts,
  most: readonly number[],
  dying: Counts = [],
  closed = -1,
): Generator<Counts> {
  const seen = new Set<string>()
  const open = [start]
  for (let counts = open.pop(); counts; counts = open.pop()) {
    const key = counts.join('|')
    if (seen.has(key)) continue
    seen.add(key)
    yield counts
    for (const [c, row] of counts.entries()) {
      if (row.reduce((sum, one) => sum + one, 0) >= (most[c] ?? 0)) continue
      for (const n of tried.nodes.keys())
        if (n !== closed && naiveFits(tried, c, n, counts, dying))
          open.push(counts.map((other, i) => (i === c ? other.map((one, at) => (at === n ? one + 1 : one)) : other)))
    }
  }
}
