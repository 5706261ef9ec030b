import type { PodSpec, Taint } from '../../kubernetes/types.ts'
import { staysSeconds, toleratesTaint, unreachableTaint } from '../pods/tolerations.ts'

/** The first taint that keeps a pod from being scheduled, if any; PreferNoSchedule never does. */
export function untoleratedTaint(spec: PodSpec, taints: readonly Taint[]): Taint | undefined {
  return taints.find((taint) => taint.effect !== 'PreferNoSchedule' && !toleratesTaint(spec.tolerations ?? [], taint))
}

/** Whether a pod stays for ever on a node that went silent; a toleration with a time only delays its end. */
export function staysOnSilentNode(spec: PodSpec): boolean {
  return staysSeconds(spec.tolerations ?? [], unreachableTaint) === Number.POSITIVE_INFINITY
}
