import type { Estate } from '../../estate/estate.ts'
import type { PodClass } from '../pods/pod-class.ts'

// kubelet's --max-pods.
const usualMost = 110

/** Pods that may stand on one node: all there are, or as many as the roomiest takes. */
export function mostPodsOnNode({ nodes }: Estate, pods: readonly PodClass[]): number {
  const all = pods.reduce((sum, { count }) => sum + count, 0)
  const room = nodes.map(({ allocatable }) => Number(allocatable.pods ?? usualMost)).filter(Number.isFinite)
  return Math.min(all, room.length === 0 ? usualMost : Math.max(...room))
}
