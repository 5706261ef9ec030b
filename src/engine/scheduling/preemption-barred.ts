import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import type { NodeRefusal } from './refusal.ts'
import type { SchedulingNode } from './scheduling-node.ts'
import type { SchedulingPod } from './scheduling-pod.ts'

/**
 * Why a pod may make nobody go: its class says never, or those that it made go from the node that is kept for it are still
 * ending (default_preemption.go:363, kubernetes v1.36.3).
 */
export function barredFrom(
  pod: SchedulingPod,
  nominated: SchedulingNode | undefined,
  refusal: NodeRefusal | undefined,
): 'never' | 'ending' | undefined {
  if (pod.spec.preemptionPolicy === 'Never') return 'never'
  if (!nominated || refusal?.isFinal) return undefined
  const isEnding = nominated.standing.some((other) => other.priority < pod.priority && isMadeToGo(other))
  return isEnding ? 'ending' : undefined
}

function isMadeToGo({ isEnding, manifest }: SchedulingPod): boolean {
  const condition = fieldsIn(fieldsOf(manifest.status).conditions).find(({ type }) => type === 'DisruptionTarget')
  return isEnding && condition?.status === 'True' && condition.reason === 'PreemptionByScheduler'
}
