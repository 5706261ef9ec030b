// Every volume that an environment, or all of a cluster, claims, with its class.

import type { StorageBound } from '../../estate/estate.ts'
import { type Quantity, scaleQuantity, tryQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import type { ClaimSpec } from '../../kubernetes/types.ts'
import type { View } from '../world.ts'

export interface ClaimedVolume {
  /** Empty where no class is named and the cluster has no default. */
  readonly class: string
  readonly bound: StorageBound['bound']
  readonly size: Quantity
}

/** Those of templates, one for each pod, and those of claims of their own. */
export function volumesOf({ estate, pods }: View, environment: string | undefined): readonly ClaimedVolume[] {
  const isThere = (one: { readonly environment?: string }) =>
    environment === undefined || one.environment === environment
  const ofPods = pods
    .filter((pod) => pod.steady && isThere(pod))
    .flatMap(({ claims, count }) =>
      claims
        .filter(({ perPod }) => perPod)
        .map((claim) => ({
          class: claim.class,
          bound: claim.bound,
          size: scaleQuantity(claim.size ?? zeroQuantity, count),
        })),
    )
  const [first, ...more] = Object.entries(estate.classes).filter(([, { default: isDefault }]) => isDefault)
  const usual = first && more.length === 0 ? first[0] : ''
  const single = estate.objects
    .filter((object) => object.manifest.kind === 'PersistentVolumeClaim' && isThere(object))
    .map(({ manifest }) => {
      const spec = manifest.spec as (ClaimSpec & { readonly storageClassName?: unknown }) | undefined
      const name = typeof spec?.storageClassName === 'string' ? spec.storageClassName : usual
      const known = Object.hasOwn(estate.classes, name) ? estate.classes[name] : undefined
      const size = tryQuantity(spec?.resources?.requests?.storage) ?? zeroQuantity
      return { class: name, bound: known?.bound ?? ('unknown' as const), size }
    })
  return [...ofPods, ...single]
}
