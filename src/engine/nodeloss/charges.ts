import type { Estate } from '../../estate/estate.ts'
import type { Quantity } from '../../kubernetes/quantity.ts'
import { podUsage } from '../admission/pod-usage.ts'
import { quotaUse } from '../admission/quota-use.ts'
import { countsPod, quotasOf } from '../admission/quotas.ts'
import type { PodClass } from '../pods/pod-class.ts'
import type { LossPod, LossQuota } from './loss.ts'

export interface Charges {
  readonly quotas: readonly LossQuota[]
  /** What one pod of a class is charged to. */
  of(pod: PodClass): NonNullable<LossPod['charges']>
}

/** What the quotas of an estate leave beside all pods that are to be there, by quota and resource, in thousandths. */
export function chargesOf(estate: Estate, pods: readonly PodClass[]): Charges {
  const uses = quotaUse(estate, pods).filter(({ used }) => used !== undefined)
  const quotas = uses.map(({ quota, resource, hard, used }) => ({
    name: `${quota} ${resource}`,
    spare: Math.max(0, milli(hard) - (used ? milli(used) : 0)),
  }))
  const known = new Set(quotas.map(({ name }) => name))
  const byNamespace = quotasOf(estate.objects)
  return {
    quotas,
    of: (pod) =>
      (byNamespace.get(pod.namespace) ?? [])
        .filter((quota) => countsPod(quota, pod.spec))
        .flatMap(({ ref, hard }) =>
          [...podUsage(pod.requests, pod.limits)]
            .filter(([resource]) => hard.has(resource) && known.has(`${ref} ${resource}`))
            .map(([resource, amount]) => ({ quota: `${ref} ${resource}`, amount: milli(amount) })),
        ),
  }
}

// Bytes of any node, and parts of a core, are exact so.
function milli({ nano }: Quantity): number {
  return Number(nano / 1_000_000n)
}
