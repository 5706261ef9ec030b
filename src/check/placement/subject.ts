import type { PodClass } from '../../engine/pods/pod-class.ts'
import { table, type View } from '../world.ts'

/** How a workload is told from all others in ids: its environment and name, or cluster, namespace and name; its kind where that is not enough. */
export function subjectOf(pod: PodClass, view: View): readonly [place: string, ...subject: string[]] {
  const { environment, namespace, name, kind } = pod
  const discriminator = (alike(view).get(nameOf(pod)) ?? 0) > 1 ? [kind] : []
  if (environment !== undefined) return [environment, name, ...discriminator]
  return [view.estate.cluster, namespace, name, ...discriminator]
}

/** How many workloads have the same name in the same place. */
const alike = table(({ pods }) => {
  const found = new Map<string, number>()
  for (const pod of pods) found.set(nameOf(pod), (found.get(nameOf(pod)) ?? 0) + 1)
  return found
})

function nameOf({ environment = '', namespace, name }: PodClass): string {
  return `${environment}\0${namespace}\0${name}`
}
