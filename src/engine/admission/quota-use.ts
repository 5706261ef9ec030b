import type { Estate } from '../../estate/estate.ts'
import { scaledValue } from '../../kubernetes/intstr.ts'
import { addQuantity, type Quantity, scaleQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fieldsOf } from '../pods/untrusted.ts'
import { isCounted, takings } from './object-usage.ts'
import { isPodResource, podUsage } from './pod-usage.ts'
import { countsPod, type Quota, quotasOf } from './quotas.ts'

/** One resource of one quota when all is well, and what rollouts and jobs need beside that. */
export interface QuotaUse {
  readonly quota: Ref
  readonly resource: string
  readonly hard: Quantity
  /** All steady pods, claims and objects; undefined where this resource is not counted here. */
  readonly used: Quantity | undefined
  readonly by: readonly Share[]
  /** What each workload adds while it is rolled out; they roll out one by one or all at once, as somebody decides. */
  readonly surge: readonly Share[]
  /** What one run of each job adds. */
  readonly runs: readonly Share[]
}

export interface Share {
  readonly ref: Ref
  readonly amount: Quantity
}

/** What the quotas of an estate hold and what is used of them, by quota and resource, the largest share first. */
export function quotaUse(estate: Estate, pods: readonly PodClass[]): readonly QuotaUse[] {
  const objects = takings(estate, pods)
  const strategies = new Map(estate.objects.map(({ ref, manifest }) => [ref, fieldsOf(manifest.spec)]))
  const quotas = [...quotasOf(estate.objects).values()].flat().sort((a, b) => (a.ref < b.ref ? -1 : 1))
  return quotas.flatMap((quota) => {
    const counted = pods.filter(
      (pod) => pod.namespace === quota.namespace && pod.count > 0 && countsPod(quota, pod.spec),
    )
    return [...quota.hard].map(([resource, hard]): QuotaUse => {
      const share = (count: (pod: PodClass) => number) => podShares(counted, resource, count)
      const others =
        quota.scopes.length > 0
          ? []
          : (objects.get(quota.namespace) ?? []).filter((taking) => taking.resource === resource)
      const by = bySize([
        ...share((pod) => (pod.steady ? pod.count : 0)),
        ...others.map(({ ref, amount }) => ({ ref, amount })),
      ])
      const isKnown = isPodResource(resource) || isCounted(resource)
      return {
        quota: quota.ref,
        resource,
        hard,
        used:
          isKnown && !countsClaims(quota)
            ? by.reduce((sum, { amount }) => addQuantity(sum, amount), zeroQuantity)
            : undefined,
        by,
        surge: bySize(share((pod) => surgeOf(pod, strategies.get(pod.workload)))),
        runs: bySize(share((pod) => (pod.steady ? 0 : pod.count))),
      }
    })
  })
}

// A quota by the class of a claim's attributes is not modelled.
function countsClaims({ scopes }: Quota): boolean {
  return scopes.some(({ name }) => name === 'VolumeAttributesClass')
}

function podShares(pods: readonly PodClass[], resource: string, count: (pod: PodClass) => number): readonly Share[] {
  if (!isPodResource(resource)) return []
  return pods.flatMap((pod) => {
    const amount = podUsage(pod.requests, pod.limits).get(resource)
    const pieces = count(pod)
    return amount === undefined || amount.nano === 0n || pieces === 0
      ? []
      : [{ ref: pod.workload, amount: scaleQuantity(amount, pieces) }]
  })
}

/** How many pods more a Deployment has while it is rolled out; what is no number counts as the default of 25 %. */
function surgeOf({ kind, count }: PodClass, spec: { readonly [field: string]: unknown } | undefined): number {
  const { type, rollingUpdate } = fieldsOf(spec?.strategy)
  if (kind !== 'Deployment' || type === 'Recreate') return 0
  return scaledValue(fieldsOf(rollingUpdate).maxSurge ?? '25%', count, 'up') ?? Math.ceil(count / 4)
}

function bySize(shares: readonly Share[]): readonly Share[] {
  const sums = new Map<Ref, Quantity>()
  for (const { ref, amount } of shares) sums.set(ref, addQuantity(sums.get(ref) ?? zeroQuantity, amount))
  return [...sums]
    .map(([ref, amount]) => ({ ref, amount }))
    .sort((a, b) =>
      a.amount.nano === b.amount.nano ? (a.ref < b.ref ? -1 : 1) : a.amount.nano > b.amount.nano ? -1 : 1,
    )
}
