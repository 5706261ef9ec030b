// A node with what stands on it, and the same node as it would be with some pods more or fewer.

import type { Labels, Manifest, Taint } from '../../kubernetes/types.ts'
import { amountsOf } from '../pods/amounts.ts'
import { fieldsIn, fieldsOf, listOf, textOf, textsOf } from '../pods/untrusted.ts'
import { copyOfPorts, freePorts, type UsedPorts, usePorts } from './host-ports.ts'
import { type Room, roomOf } from './room.ts'
import type { SchedulingPod } from './scheduling-pod.ts'

/** What its pods take together, in the units of `Room`. */
export interface TakenRoom {
  milliCpu: number
  memoryBytes: number
  ephemeralBytes: number
  readonly others: Map<string, number>
  /** With missing requests filled in, for the score. */
  atLeastMilliCpu: number
  atLeastMemoryBytes: number
}

export interface SchedulingNode {
  readonly index: number
  readonly name: string
  readonly labels: Labels
  readonly taints: readonly Taint[]
  readonly isUnschedulable: boolean
  readonly allocatable: Room
  /** Image name → bytes, as this node lists them; the first entry of a name counts. */
  readonly images: ReadonlyMap<string, number>
  readonly features: ReadonlySet<string>
  readonly standing: SchedulingPod[]
  readonly taken: TakenRoom
  readonly ports: UsedPorts
}

/** Reads nodes; equal amounts are read once. */
export function nodeReader(): (manifest: Manifest, index: number) => SchedulingNode {
  const rooms = new Map<string, Room>()
  return (manifest, index) => {
    const { allocatable } = fieldsOf(manifest.status)
    const key = JSON.stringify(allocatable)
    const room = rooms.get(key) ?? roomOf(amountsOf(allocatable))
    rooms.set(key, room)
    return schedulingNode(manifest, index, room)
  }
}

function schedulingNode({ metadata, spec, status }: Manifest, index: number, allocatable: Room): SchedulingNode {
  const { taints, unschedulable } = fieldsOf(spec)
  const { images, declaredFeatures } = fieldsOf(status)
  return {
    index,
    name: textOf(metadata.name) ?? '',
    labels: textsOf(metadata.labels),
    taints: fieldsIn(taints) as unknown as readonly Taint[],
    isUnschedulable: unschedulable === true,
    allocatable,
    images: imagesOf(images),
    features: new Set(listOf(declaredFeatures).filter((name) => typeof name === 'string')),
    standing: [],
    taken: noRoomTaken(),
    ports: new Map(),
  }
}

function imagesOf(value: unknown): ReadonlyMap<string, number> {
  const images = new Map<string, number>()
  for (const { names, sizeBytes } of fieldsIn(value))
    for (const name of listOf(names))
      if (typeof name === 'string' && !images.has(name)) images.set(name, typeof sizeBytes === 'number' ? sizeBytes : 0)
  return images
}

function noRoomTaken(): TakenRoom {
  return {
    milliCpu: 0,
    memoryBytes: 0,
    ephemeralBytes: 0,
    others: new Map(),
    atLeastMilliCpu: 0,
    atLeastMemoryBytes: 0,
  }
}

/** A node as a filter looks at it: as it is, or with pods that are not there yet, or no more. */
export interface NodeView {
  readonly node: SchedulingNode
  readonly taken: TakenRoom
  readonly ports: UsedPorts
  podCount: number
  /** Against the node as it is. */
  readonly more: SchedulingPod[]
  readonly fewer: SchedulingPod[]
}

export function viewOf(node: SchedulingNode): NodeView {
  return { node, taken: node.taken, ports: node.ports, podCount: node.standing.length, more: [], fewer: [] }
}

/** A view that may be changed without changing the node. */
export function changeableView(node: SchedulingNode): NodeView {
  const taken = { ...node.taken, others: new Map(node.taken.others) }
  return { ...viewOf(node), taken, ports: copyOfPorts(node.ports) }
}

export function addToView(view: NodeView, pod: SchedulingPod): void {
  takeRoom(view.taken, pod, 1)
  usePorts(view.ports, pod.ports)
  view.podCount += 1
  if (!drop(view.fewer, pod)) view.more.push(pod)
}

export function removeFromView(view: NodeView, pod: SchedulingPod): void {
  takeRoom(view.taken, pod, -1)
  freePorts(view.ports, pod.ports)
  view.podCount -= 1
  if (!drop(view.more, pod)) view.fewer.push(pod)
}

/** The pods of a view, in no order that matters. */
export function podsIn({ node, more, fewer }: NodeView): readonly SchedulingPod[] {
  if (more.length + fewer.length === 0) return node.standing
  return [...node.standing.filter((pod) => !fewer.includes(pod)), ...more]
}

function drop(list: SchedulingPod[], pod: SchedulingPod): boolean {
  const at = list.indexOf(pod)
  if (at !== -1) list.splice(at, 1)
  return at !== -1
}

export function standOn(node: SchedulingNode, pod: SchedulingPod): void {
  node.standing.push(pod)
  takeRoom(node.taken, pod, 1)
  usePorts(node.ports, pod.ports)
}

/** The last pod takes the place of the one that goes, as in the scheduler's cache: victims are found in that order. */
export function leaveNode(node: SchedulingNode, pod: SchedulingPod): void {
  const at = node.standing.indexOf(pod)
  const last = node.standing.pop()
  if (last !== undefined && last !== pod) node.standing[at] = last
  takeRoom(node.taken, pod, -1)
  freePorts(node.ports, pod.ports)
}

function takeRoom(taken: TakenRoom, { requests }: SchedulingPod, sign: 1 | -1): void {
  taken.milliCpu += sign * requests.taken.milliCpu
  taken.memoryBytes += sign * requests.taken.memoryBytes
  taken.ephemeralBytes += sign * requests.taken.ephemeralBytes
  taken.atLeastMilliCpu += sign * requests.takenAtLeast.milliCpu
  taken.atLeastMemoryBytes += sign * requests.takenAtLeast.memoryBytes
  if (requests.taken.others.size === 0) return
  for (const [name, amount] of requests.taken.others)
    taken.others.set(name, (taken.others.get(name) ?? 0) + sign * amount)
}
