// All that stands in the cluster, kept up to date while pods come and go.

import type { Labels, Manifest } from '../../kubernetes/types.ts'
import { fieldsOf, textOf, textsOf } from '../pods/untrusted.ts'
import { type HeldTerms, holdTerms, noHeldTerms } from './held-terms.ts'
import { type PodCounts, type PodKind, podCounts } from './pod-counts.ts'
import type { SchedulingCluster } from './scheduler.ts'
import { leaveNode, nodeReader, type SchedulingNode, standOn } from './scheduling-node.ts'
import { hasEnded, namedClaims, podReader, type SchedulingPod } from './scheduling-pod.ts'
import { type SpreadOwners, spreadOwnersOf } from './spread-owners.ts'
import { type Storage, storageOf } from './storage.ts'
import { type Topology, topologyOf } from './topology.ts'
import { limitsOn } from './volume-limits.ts'
import { usesStrayClaim } from './volume-uses.ts'

export interface World {
  readonly nodes: readonly SchedulingNode[]
  readonly nodeNamed: ReadonlyMap<string, SchedulingNode>
  readonly others: readonly Manifest[]
  readonly read: (manifest: Manifest) => SchedulingPod
  readonly counts: PodCounts
  readonly held: HeldTerms
  readonly storage: Storage
  readonly owners: SpreadOwners
  /** Labels of a namespace; undefined where there is none of that name. */
  readonly namespaceLabels: (name: string) => Labels | undefined
  readonly topology: (key: string) => Topology
  /** Answers that depend on the nodes alone, by a key that says all else: 1 where `holds`. */
  readonly nodeMask: (key: string, holds: (node: SchedulingNode) => boolean) => Uint8Array
  /** Image name → bytes, and on how many nodes it lies. */
  readonly images: ReadonlyMap<string, { readonly bytes: number; readonly nodes: number }>
  /** `namespace/claim` → pods on nodes that use it. */
  readonly claimUsers: Map<string, number>
  /** Pods for which room is kept, by node. */
  readonly nominated: Map<string, SchedulingPod[]>
  /** Pods that use a claim which was made for another, on nodes whose volumes are counted. */
  readonly strays: Set<string>
  readonly kindOf: (pod: SchedulingPod) => PodKind
  readonly standing: Map<string, { readonly pod: SchedulingPod; readonly node: SchedulingNode }>
}

export function worldOf({ nodes, pods, others, made }: SchedulingCluster): World {
  const read = nodes.map(nodeReader())
  const counts = podCounts(read.length)
  const namespaces = new Map(
    others
      .filter(({ kind }) => kind === 'Namespace')
      .map(({ metadata }) => [textOf(metadata.name) ?? '', textsOf(metadata.labels)]),
  )
  const kinds = new WeakMap<SchedulingPod, PodKind>()
  const world: World = {
    nodes: read,
    nodeNamed: new Map(read.map((node) => [node.name, node])),
    others,
    read: podReader(),
    counts,
    held: noHeldTerms(),
    storage: storageOf({ others, ...(made && { made }) }),
    owners: spreadOwnersOf(others),
    namespaceLabels: (name) => namespaces.get(name),
    topology: kept((key) => topologyOf(key, read)),
    nodeMask: nodeMasks(read),
    images: imagesOn(read),
    claimUsers: new Map(),
    nominated: new Map(),
    strays: new Set(),
    kindOf: (pod) => {
      const kind = kinds.get(pod) ?? counts.kindOf(pod)
      kinds.set(pod, kind)
      return kind
    },
    standing: new Map(),
  }
  for (const manifest of pods) if (!hasEnded(manifest)) bring(world, manifest)
  return world
}

function bring(world: World, manifest: Manifest): void {
  const pod = world.read(manifest)
  const node = textOf(fieldsOf(manifest.spec).nodeName)
  if (node) stand(world, pod, node)
  else if (pod.nominated && isQueued(pod))
    world.nominated.set(pod.nominated, [...(world.nominated.get(pod.nominated) ?? []), pod])
}

// What waits for another scheduler is not in this one's queue, nor is room kept for it (pkg/scheduler/eventhandlers.go:138).
function isQueued({ spec }: SchedulingPod): boolean {
  return (textOf(spec.schedulerName) ?? 'default-scheduler') === 'default-scheduler'
}

/** The pod stands on the node from now on; one on a node that is not there takes no part. */
export function stand(world: World, pod: SchedulingPod, name: string): void {
  leave(world, pod.id)
  const node = world.nodeNamed.get(name)
  if (!node) return
  standOn(node, pod)
  if (limitsOn(world.storage, name).size > 0 && usesStrayClaim(pod, world.storage)) world.strays.add(pod.id)
  world.standing.set(pod.id, { pod, node })
  change(world, pod, node, 1)
}

/** The pod is gone, from its node or from the one that was kept for it. */
export function leave(world: World, id: string): void {
  for (const [name, pods] of world.nominated) {
    const left = pods.filter((pod) => pod.id !== id)
    if (left.length === 0) world.nominated.delete(name)
    else if (left.length < pods.length) world.nominated.set(name, left)
  }
  const found = world.standing.get(id)
  if (!found) return
  leaveNode(found.node, found.pod)
  world.strays.delete(id)
  world.standing.delete(id)
  change(world, found.pod, found.node, -1)
}

function change(world: World, pod: SchedulingPod, node: SchedulingNode, by: 1 | -1): void {
  world.counts.change(world.kindOf(pod), node.index, by)
  holdTerms(world.held, pod.terms, (key) => (Object.hasOwn(node.labels, key) ? node.labels[key] : undefined), by)
  for (const claim of namedClaims(pod)) {
    const id = `${pod.namespace}/${claim}`
    world.claimUsers.set(id, (world.claimUsers.get(id) ?? 0) + by)
  }
}

function nodeMasks(nodes: readonly SchedulingNode[]): World['nodeMask'] {
  const masks = new Map<string, Uint8Array>()
  return (key, holds) => {
    const mask = masks.get(key) ?? Uint8Array.from(nodes, (node) => (holds(node) ? 1 : 0))
    masks.set(key, mask)
    return mask
  }
}

function kept<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const found = made.get(key) ?? make(key)
    made.set(key, found)
    return found
  }
}

// The size is the one that the first node said (pkg/scheduler/backend/cache/cache.go:714).
function imagesOn(nodes: readonly SchedulingNode[]): World['images'] {
  const images = new Map<string, { bytes: number; nodes: number }>()
  for (const node of nodes)
    for (const [name, bytes] of node.images) {
      const found = images.get(name)
      if (found) found.nodes += 1
      else images.set(name, { bytes, nodes: 1 })
    }
  return images
}
