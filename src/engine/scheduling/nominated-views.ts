// A node is asked twice where room on it is kept for others: with them, then without
// (pkg/scheduler/framework/runtime/framework.go:1209, RunFilterPluginsWithNominatedPods, kubernetes v1.36.3).

import { addToView, changeableView, type NodeView, type SchedulingNode, viewOf } from './scheduling-node.ts'
import type { SchedulingPod } from './scheduling-pod.ts'
import type { World } from './world.ts'

/** The views of a node that all have to take the pod. */
export function viewsOf(world: World, pod: SchedulingPod, node: SchedulingNode): readonly NodeView[] {
  const before = keptFor(world, pod, node)
  if (before.length === 0) return [viewOf(node)]
  const view = changeableView(node)
  for (const other of before) addToView(view, other)
  return [view, viewOf(node)]
}

/** Pods of at least the same priority for which room is kept on the node. */
export function keptFor({ nominated }: World, pod: SchedulingPod, { name }: SchedulingNode): readonly SchedulingPod[] {
  return (nominated.get(name) ?? []).filter((other) => other.priority >= pod.priority && other.id !== pod.id)
}
