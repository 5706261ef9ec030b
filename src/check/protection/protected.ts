// What protection is judged on: the namespace of an environment, what stands in it, and the pods that run there.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { View } from '../world.ts'

export interface Protected {
  readonly namespace: string
  readonly objects: readonly EstateObject[]
  readonly pods: readonly PodClass[]
  readonly view: View
}

/** undefined where nothing of that environment stands in the cluster. */
export function protectedIn(view: View, environment: string | undefined): Protected | undefined {
  const place = view.estate.environments.find(({ name }) => name === environment)
  if (!place) return undefined
  const { namespace } = place
  return {
    namespace,
    view,
    objects: view.estate.objects.filter(({ ref }) => partsOf(ref).namespace === namespace),
    pods: view.pods.filter((pod) => pod.namespace === namespace && pod.count > 0),
  }
}

/** `a, b and 3 more`. */
export function someOf(names: Iterable<string>): string {
  const all = [...new Set(names)].sort()
  return all.length > 6 ? `${all.slice(0, 5).join(', ')} and ${all.length - 5} more` : all.join(', ')
}
