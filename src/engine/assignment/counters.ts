// How many placed pods that a question is about stand in each domain of a topology, kept up to date pod by pod. Each
// different question is counted once, for all classes that ask it.

import type { SchedulingPod } from '../scheduling/scheduling-pod.ts'
import type { Topology } from '../scheduling/topology.ts'
import { type NodeBits, nodeBits, setBit } from './node-set.ts'
import type { PodClass } from './pod-classes.ts'

export interface Counter {
  /** Per node: its domain; −1 where it is in none. */
  readonly domainOf: Int32Array
  /** Per domain. */
  readonly counts: Int32Array
  /** No domain holds two nodes: what it says of a node changes only when a pod comes to that very node. */
  readonly isPerNode: boolean
  /** Nodes whose domain holds a pod that counts; only kept where it is per node. */
  readonly present: NodeBits
  /** Sum over all domains. */
  total: number
}

export interface Question {
  /** Equal for questions that count the same. */
  readonly key: string
  readonly topology: Topology
  /** Namespaces whose pods may count; absent: all. */
  readonly among?: readonly string[] | undefined
  /** How often a pod counts: once, or as often as it holds a term. */
  counts(pod: SchedulingPod): number
  /** Per node: 1 where pods count at all; absent where they do everywhere. */
  readonly within?: Uint8Array
}

export interface Counters {
  of(question: Question): Counter
  /** A pod of the class comes to the node. */
  place(one: PodClass, node: number): void
  /** A pod of the class goes from the node. */
  leave(one: PodClass, node: number): void
}

interface Change {
  readonly counter: Counter
  readonly within: Uint8Array | undefined
  readonly by: number
}

/** Counts pods of the classes; a counter that is asked for late counts those that came before as well. */
export function countersOf(classes: readonly PodClass[]): Counters {
  const known = new Map<string, Counter>()
  const changes: readonly Change[][] = classes.map(() => [])
  const placed: readonly number[][] = classes.map(() => [])
  const gone: readonly number[][] = classes.map(() => [])
  const byNamespace = Map.groupBy(classes, ({ pod }) => pod.namespace)
  const among = (namespaces: readonly string[]) =>
    [...new Set(namespaces)].flatMap((name) => byNamespace.get(name) ?? [])
  const isPerNode = perTopology(isOnePerDomain)
  return {
    of(question) {
      const found = known.get(question.key)
      if (found) return found
      const { domainOf, values } = question.topology
      const counts = new Int32Array(values.length)
      const ofNodes = isPerNode(question.topology)
      const present = nodeBits(ofNodes ? domainOf.length : 0)
      const counter: Counter = { domainOf, counts, isPerNode: ofNodes, present, total: 0 }
      known.set(question.key, counter)
      for (const { id, pod } of question.among ? among(question.among) : classes) {
        const by = question.counts(pod)
        if (by === 0) continue
        const change = { counter, within: question.within, by }
        changes[id]?.push(change)
        for (const node of placed[id] ?? []) count(change, node, 1)
        for (const node of gone[id] ?? []) count(change, node, -1)
      }
      return counter
    },
    place({ id }, node) {
      placed[id]?.push(node)
      for (const change of changes[id] ?? []) count(change, node, 1)
    },
    leave({ id }, node) {
      gone[id]?.push(node)
      for (const change of changes[id] ?? []) count(change, node, -1)
    },
  }
}

function count({ counter, within, by }: Change, node: number, sign: 1 | -1): void {
  const domain = counter.domainOf[node] ?? -1
  if (domain === -1 || (within && within[node] !== 1)) return
  const now = (counter.counts[domain] ?? 0) + sign * by
  counter.counts[domain] = now
  counter.total += sign * by
  if (counter.isPerNode) setBit(counter.present, node, now > 0)
}

function perTopology(ask: (topology: Topology) => boolean): (topology: Topology) => boolean {
  const known = new Map<Topology, boolean>()
  return (topology) => {
    const found = known.get(topology) ?? ask(topology)
    known.set(topology, found)
    return found
  }
}

function isOnePerDomain({ domainOf, values }: Topology): boolean {
  const seen = new Uint8Array(values.length)
  for (const domain of domainOf) {
    if (domain === -1) continue
    if (seen[domain] === 1) return false
    seen[domain] = 1
  }
  return true
}

/** Pods of a counter in the domain of a node; none where the node is in no domain. */
export function countAt({ domainOf, counts }: Counter, node: number): number {
  const domain = domainOf[node] ?? -1
  return domain === -1 ? 0 : (counts[domain] ?? 0)
}
