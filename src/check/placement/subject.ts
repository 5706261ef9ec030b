import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { View } from '../world.ts'

/** How a workload is told from all others in ids: its environment and name, or cluster, namespace and name; its kind where that is not enough. */
export function subjectOf(pod: PodClass, { estate, pods }: View): readonly [place: string, ...subject: string[]] {
  const { environment, namespace, name, kind } = pod
  const isSame = (other: PodClass) =>
    other.namespace === namespace && other.name === name && other.environment === environment
  const discriminator = pods.filter(isSame).length > 1 ? [kind] : []
  if (environment !== undefined) return [environment, name, ...discriminator]
  return [estate.cluster, namespace, name, ...discriminator]
}
