// The cluster as classes of pods see it: what stands where, counted once for all that ask.

import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsOf, textOf } from '../pods/untrusted.ts'
import type { SchedulingCluster } from '../scheduling/scheduler.ts'
import type { SchedulingNode } from '../scheduling/scheduling-node.ts'
import { worldOf } from '../scheduling/world.ts'
import type { Cells } from './cells.ts'
import { chooseNode, takesPod } from './choose.ts'
import { placedPods } from './placed-pods.ts'
import { classesOf, type PodClass } from './pod-classes.ts'
import { viewsOf } from './views.ts'

export interface Board {
  /** Where a pod goes, by its index among those that are to be placed; undefined where no node takes it. */
  nodeFor(index: number): string | undefined
  /** For a pod that no node takes: who would have to go, and where; undefined where that does not help. */
  preemptionFor(index: number): Preempted | undefined | 'not followed'
  /** A pod stands on a node from now on. */
  stand(index: number, node: string): void
  /** A pod goes, by `namespace/name`. */
  leave(id: string): void
  /** Whether all that a pod uses is followed here. */
  isModelled(index: number): boolean
  /** Nothing more is asked about a pod. */
  finish(index: number): void
}

export interface Preempted {
  readonly node: string
  /** `namespace/name`, sorted. */
  readonly victims: readonly string[]
}

/**
 * `standing` are pods that have a node, or had one; `pods` those that are to be placed. Only where they may go is it
 * remembered who stands where.
 */
export function board(
  cluster: SchedulingCluster,
  { standing, pods, mayGo }: { standing: readonly Manifest[]; pods: readonly Manifest[]; mayGo: boolean },
): Board {
  const world = worldOf({ ...cluster, pods: [] })
  const { classes, classOf, pins } = classesOf([...pods, ...standing], cluster.others, world.read)
  const classAt = (index: number): PodClass => {
    const found = classOf[index]
    if (!found) throw new RangeError(`there is no pod ${index}`)
    return found
  }
  const placed = placedPods(world, classes, mayGo)
  const views = viewsOf(placed, classes, classOf.slice(0, pods.length))
  let chosen: SchedulingNode | undefined
  const stand = (index: number, pod: Manifest | undefined, name: string) => {
    // The node that was just found for it is not looked up by its name again.
    const node = chosen?.name === name ? chosen : world.nodeNamed.get(name)
    if (node && pod) placed.stand(classAt(index), pod, node.index)
  }
  standing.forEach((pod, index) => {
    const name = textOf(fieldsOf(pod.spec).nodeName)
    if (name) stand(pods.length + index, pod, name)
  })
  return {
    nodeFor(index) {
      const pin = pins.get(index)
      const view = views.of(classAt(index))
      const node = pin === undefined ? chooseNode(view) : pinnedNode(view, world.nodeNamed.get(pin)?.index)
      chosen = node === undefined ? undefined : world.nodes[node]
      return chosen?.name
    },
    preemptionFor(index) {
      // One that names its node looks at no other.
      const preemptions = pins.has(index) ? undefined : views.preemptionsOf(classAt(index))
      if (!preemptions) return 'not followed'
      const best = preemptions.best()
      return best && { node: best.node.name, victims: best.victims.map(({ id }) => id).sort() }
    },
    stand: (index, node) => stand(index, pods[index], node),
    leave: placed.leave,
    isModelled: (index) => views.isModelled(classAt(index)),
    finish: (index) => views.finish(classAt(index)),
  }
}

function pinnedNode(view: Cells, node: number | undefined): number | undefined {
  return node !== undefined && takesPod(view, node) ? node : undefined
}
