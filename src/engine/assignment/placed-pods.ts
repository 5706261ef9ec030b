// Pods that stand on nodes, counted for all classes that ask about them.

import type { Manifest } from '../../kubernetes/types.ts'
import { leaveNode, type SchedulingNode, standOn } from '../scheduling/scheduling-node.ts'
import { podLike, type SchedulingPod } from '../scheduling/scheduling-pod.ts'
import type { World } from '../scheduling/world.ts'
import { heldTermsOf } from './class-terms.ts'
import type { Ground } from './company.ts'
import { countersOf } from './counters.ts'
import { nodeDomains } from './node-domains.ts'
import type { PodClass } from './pod-classes.ts'
import { type RoomBoard, roomBoard } from './room-scores.ts'

export interface PlacedPods extends Ground {
  readonly rooms: RoomBoard
  /** Nodes to which pods have come, or from which they have gone, in order: each view knows how far it has looked. */
  readonly changed: readonly number[]
  stand(one: PodClass, manifest: Manifest, node: number): void
  /** A pod goes, by `namespace/name`; one that does not stand is passed over. */
  leave(id: string): void
}

interface Standing {
  readonly one: PodClass
  readonly pod: SchedulingPod
  readonly node: SchedulingNode
}

/** Pods that never go need no name: one of their class stands for each of them. */
export function placedPods(world: World, classes: readonly PodClass[], mayGo: boolean): PlacedPods {
  const counters = countersOf(classes)
  const rooms = roomBoard(world.nodes)
  const changed: number[] = []
  const named = new Map<string, Standing>()
  return {
    world,
    counters,
    held: heldTermsOf(classes, world),
    domains: nodeDomains(world),
    rooms,
    changed,
    stand(one, manifest, index) {
      const node = world.nodes[index]
      if (!node) return
      const pod = mayGo ? podLike(one.pod, manifest) : one.pod
      if (mayGo) named.set(pod.id, { one, pod, node })
      standOn(node, pod)
      counters.place(one, index)
      rooms.changed(index)
      changed.push(index)
    },
    leave(id) {
      const found = named.get(id)
      if (!found) return
      const { one, pod, node } = found
      named.delete(id)
      leaveNode(node, pod)
      counters.leave(one, node.index)
      rooms.changed(node.index)
      changed.push(node.index)
    },
  }
}
