import type { PodSpec, Taint } from '../../kubernetes/types.ts'
import { toleratesTaint } from '../pods/tolerations.ts'

/** The first taint that keeps a pod from being scheduled, if any; PreferNoSchedule never does. */
export function untoleratedTaint(spec: PodSpec, taints: readonly Taint[]): Taint | undefined {
  return taints.find((taint) => taint.effect !== 'PreferNoSchedule' && !toleratesTaint(spec.tolerations ?? [], taint))
}

const unreachable: Taint = { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' }

/**
 * Whether a pod stays for ever on a node that went silent; a toleration with a time only delays its end.
 * Of several, the shortest time counts (pkg/controller/tainteviction/taint_eviction.go:156, kubernetes v1.36.3).
 */
export function staysOnSilentNode(spec: PodSpec): boolean {
  const covering = (spec.tolerations ?? []).filter((toleration) => toleratesTaint([toleration], unreachable))
  return covering.length > 0 && covering.every((toleration) => toleration.tolerationSeconds === undefined)
}
