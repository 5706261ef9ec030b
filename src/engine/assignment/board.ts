// The cluster as classes of pods see it: what stands where, counted once for all that ask.

import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsOf, textOf } from '../pods/untrusted.ts'
import { cycleOf } from '../scheduling/cycle.ts'
import type { SchedulingCluster } from '../scheduling/scheduler.ts'
import { standOn } from '../scheduling/scheduling-node.ts'
import { unmodelled } from '../scheduling/unmodelled.ts'
import { type World, worldOf } from '../scheduling/world.ts'
import { askedBy } from './asked.ts'
import { type Cells, cellsOf } from './cells.ts'
import { chooseNode, takesPod } from './choose.ts'
import { heldTermsOf } from './class-terms.ts'
import type { Ground } from './company.ts'
import { countersOf } from './counters.ts'
import { nodeDomains } from './node-domains.ts'
import { classesOf, type PodClass } from './pod-classes.ts'
import { type RoomBoard, roomBoard } from './room-scores.ts'
import { shelvesOf } from './shelf.ts'

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
  const classed = classesOf([...pods, ...standing], cluster.others, world.read)
  const classOf = (index: number): PodClass => {
    const found = classed.classOf[index]
    if (!found) throw new RangeError(`there is no pod ${index}`)
    return found
  }
  const placed = placedPods(world, classed.classes)
  const views = viewsOf(
    placed,
    pods.map((_, index) => classOf(index)),
  )
  standing.forEach((pod, index) => {
    const name = textOf(fieldsOf(pod.spec).nodeName)
    if (name) placed.stand(classOf(pods.length + index), world.nodeNamed.get(name)?.index)
  })
  return {
    place(index) {
      const one = classOf(index)
      const pin = classed.pins.get(index)
      const view = views.of(one)
      const node = pin === undefined ? chooseNode(view) : pinnedNode(view, world.nodeNamed.get(pin)?.index)
      views.finish(one)
      placed.stand(one, node)
      return node === undefined ? undefined : world.nodes[node]?.name
    },
    stand(index, name) {
      views.finish(classOf(index))
      if (name !== undefined) placed.stand(classOf(index), world.nodeNamed.get(name)?.index)
    },
    isModelled: (index) => views.isModelled(classOf(index)),
  }
}

interface PlacedPods extends Ground {
  readonly rooms: RoomBoard
  /** Nodes to which pods have come, in order: each view knows how far it has looked. */
  readonly changed: readonly number[]
  stand(one: PodClass, node: number | undefined): void
}

function placedPods(world: World, classes: readonly PodClass[]): PlacedPods {
  const counters = countersOf(classes)
  const rooms = roomBoard(world.nodes)
  const changed: number[] = []
  return {
    world,
    counters,
    held: heldTermsOf(classes, world),
    domains: nodeDomains(world),
    rooms,
    changed,
    stand(one, index) {
      const node = index === undefined ? undefined : world.nodes[index]
      if (!node) return
      standOn(node, one.pod)
      counters.place(one, node.index)
      rooms.changed(node.index)
      changed.push(node.index)
    },
  }
}

interface Views {
  /** The cells of a class, as they are now. */
  of(one: PodClass): Cells
  isModelled(one: PodClass): boolean
  /** One pod of the class less is to come. */
  finish(one: PodClass): void
}

function viewsOf(placed: PlacedPods, coming: readonly PodClass[]): Views {
  const views = new Map<PodClass, Cells>()
  const shelves = shelvesOf(placed.changed)
  const modelled = new Map<PodClass, boolean>()
  const left = new Map<PodClass, number>()
  for (const one of coming) left.set(one, (left.get(one) ?? 0) + 1)
  return {
    of(one) {
      const found = views.get(one)
      found?.refresh(placed.changed)
      const view = found ?? cellsOf(askedBy(one.pod, placed), shelves, placed.changed)
      views.set(one, view)
      return view
    },
    isModelled(one) {
      const found = modelled.get(one) ?? unmodelled(cycleOf(placed.world, one.pod)).length === 0
      modelled.set(one, found)
      return found
    },
    finish(one) {
      const count = (left.get(one) ?? 0) - 1
      left.set(one, count)
      // A view is as large as the cluster, and of no use after the last pod of its class.
      if (count === 0) views.delete(one)
    },
  }
}

function pinnedNode(view: Cells, node: number | undefined): number | undefined {
  return node !== undefined && takesPod(view, node) ? node : undefined
}
