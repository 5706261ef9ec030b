import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import type { NodeRefusal } from './refusal.ts'
import type { SchedulingNode } from './scheduling-node.ts'
import type { SchedulingPod } from './scheduling-pod.ts'

/**
 * Whether a pod may make others go: not where its class says never, nor while those that it made go from the node that
 * is kept for it are still ending (default_preemption.go:363, kubernetes v1.36.3).
 */
export function isEligible(
  pod: SchedulingPod,
  nominated: SchedulingNode | undefined,
  refusal: NodeRefusal | undefined,
): boolean {
  if (pod.spec.preemptionPolicy === 'Never') return false
  if (!nominated || refusal?.isFinal) return true
  return !nominated.standing.some((other) => other.priority < pod.priority && isMadeToGo(other))
}

function isMadeToGo({ isEnding, manifest }: SchedulingPod): boolean {
  const condition = fieldsIn(fieldsOf(manifest.status).conditions).find(({ type }) => type === 'DisruptionTarget')
  return isEnding && condition?.status === 'True' && condition.reason === 'PreemptionByScheduler'
}
