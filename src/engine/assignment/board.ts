// The cluster as classes of pods see it: what stands where, counted once for all that ask.

import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsOf, textOf } from '../pods/untrusted.ts'
import { cycleOf } from '../scheduling/cycle.ts'
import type { SchedulingCluster } from '../scheduling/scheduler.ts'
import { standOn } from '../scheduling/scheduling-node.ts'
import { unmodelled } from '../scheduling/unmodelled.ts'
import { worldOf } from '../scheduling/world.ts'
import { askedBy } from './asked.ts'
import { type Cells, cellsOf } from './cells.ts'
import { chooseNode, takesPod } from './choose.ts'
import { heldTermsOf } from './class-terms.ts'
import { countersOf } from './counters.ts'
import { classesOf, type PodClass } from './pod-classes.ts'
import { roomBoard } from './room-scores.ts'

export interface Board {
  /** Places a pod, by its index among those that are to be placed; undefined where no node takes it. */
  place(index: number): string | undefined
  /** A pod got a node, or none, in another way. */
  stand(index: number, node: string | undefined): void
  /** Whether all that a pod uses is followed here. */
  isModelled(index: number): boolean
}

/** `standing` are pods that have a node, or had one; `pods` those that are to be placed. */
export function board(cluster: SchedulingCluster, standing: readonly Manifest[], pods: readonly Manifest[]): Board {
  const world = worldOf({ ...cluster, pods: [] })
  const { nodes, nodeNamed } = world
  const { classes, classOf, pins } = classesOf([...pods, ...standing], cluster.others, world.read)
  const counters = countersOf(classes)
  const held = heldTermsOf(classes, world)
  const rooms = roomBoard(nodes)
  const views = new Map<PodClass, Cells>()
  const left = new Int32Array(classes.length)
  for (let index = 0; index < pods.length; index++) addTo(left, at(classOf, index).id, 1)
  /** Nodes to which pods have come, in order: each view knows how far it has looked. */
  const changed: number[] = []

  const stand = (one: PodClass, node: number) => {
    const there = nodes[node]
    if (!there) return
    standOn(there, one.pod)
    counters.place(one, node)
    rooms.changed(node)
    changed.push(node)
  }
  const viewOf = (one: PodClass): Cells => {
    const found = views.get(one)
    if (found) {
      found.refresh(changed)
      return found
    }
    const made = cellsOf(askedBy(one.pod, world, { counters, held, rooms }), changed)
    views.set(one, made)
    return made
  }
  standing.forEach((pod, index) => {
    const name = textOf(fieldsOf(pod.spec).nodeName)
    const node = name ? nodeNamed.get(name) : undefined
    if (node) stand(at(classOf, pods.length + index), node.index)
  })
  const finish = (one: PodClass) => {
    // A view is as large as the cluster, and of no use after the last pod of its class.
    if (addTo(left, one.id, -1) === 0) views.delete(one)
  }
  const modelled = new Map<PodClass, boolean>()
  return {
    place(index) {
      const one = at(classOf, index)
      const view = viewOf(one)
      const pin = pins.get(index)
      const node = pin === undefined ? chooseNode(view) : pinnedNode(view, nodeNamed.get(pin)?.index)
      finish(one)
      if (node === undefined) return undefined
      stand(one, node)
      return nodes[node]?.name
    },
    stand(index, name) {
      const one = at(classOf, index)
      finish(one)
      const node = name === undefined ? undefined : nodeNamed.get(name)
      if (node) stand(one, node.index)
    },
    isModelled(index) {
      const one = at(classOf, index)
      const found = modelled.get(one) ?? unmodelled(cycleOf(world, one.pod)).length === 0
      modelled.set(one, found)
      return found
    },
  }
}

function pinnedNode(view: Cells, node: number | undefined): number | undefined {
  return node !== undefined && takesPod(view, node) ? node : undefined
}

function at(classOf: readonly PodClass[], index: number): PodClass {
  const found = classOf[index]
  if (!found) throw new RangeError(`there is no pod ${index}`)
  return found
}

function addTo(counts: Int32Array, index: number, by: number): number {
  const count = (counts[index] ?? 0) + by
  counts[index] = count
  return count
}
