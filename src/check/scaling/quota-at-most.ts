// What a namespace's quotas hold when one workload stands at its autoscaler's maximum and all others at their minimum.

import { podUsage } from '../../engine/admission/pod-usage.ts'
import { countsPod, quotasOf } from '../../engine/admission/quotas.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { addQuantity, type Quantity, scaleQuantity, subtractQuantity } from '../../kubernetes/quantity.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { quotaRows } from '../admission/quota.ts'
import { table, type View } from '../world.ts'

export interface AtMost {
  readonly quota: Ref
  readonly resource: string
  readonly hard: Quantity
  /** What all others take at their least. */
  readonly others: Quantity
  readonly each: Quantity
  /** How many pods of the workload fit beside the others. */
  readonly fits: number
}

/** Each resource of each quota that counts the pods of this class, and how many of them it lets stand. */
export function quotaAtMost(pod: PodClass, view: View): readonly AtMost[] {
  const usage = podUsage(pod.requests, pod.limits)
  return (leastUsed(view).get(pod.namespace) ?? []).flatMap(({ quota, resource, hard, least, counted }) => {
    const each = usage.get(resource)
    if (each === undefined || each.nano <= 0n || !counted.has(pod.workload)) return []
    const own = scaleQuantity(each, Math.min(pod.scales?.min ?? pod.count, pod.count))
    const others = subtractQuantity(least, own)
    const room = hard.nano - others.nano
    return [{ quota, resource, hard, others, each, fits: room < 0n ? 0 : Number(room / each.nano) }]
  })
}

interface Least {
  readonly quota: Ref
  readonly resource: string
  readonly hard: Quantity
  readonly least: Quantity
  readonly counted: ReadonlySet<Ref>
}

const leastUsed = table((view: View): ReadonlyMap<string, readonly Least[]> => {
  const pods = Map.groupBy(view.pods, ({ namespace }) => namespace)
  const quotas = new Map([...quotasOf(view.estate.objects).values()].flat().map((quota) => [quota.ref, quota]))
  const rows = quotaRows(view).flatMap(({ quota: ref, resource, hard, used }): (Least & { namespace: string })[] => {
    const quota = quotas.get(ref)
    if (used === undefined || quota === undefined) return []
    const counted = (pods.get(quota.namespace) ?? []).filter((pod) => countsPod(quota, pod.spec))
    const above = counted.map((pod) => aboveLeast(pod, resource)).filter((amount) => amount !== undefined)
    const least = above.reduce(subtractQuantity, used)
    const refs = new Set(counted.map(({ workload }) => workload))
    return [{ namespace: quota.namespace, quota: ref, resource, hard, least, counted: refs }]
  })
  return Map.groupBy(rows, ({ namespace }) => namespace)
})

function aboveLeast({ scales, count, requests, limits, steady }: PodClass, resource: string): Quantity | undefined {
  if (!scales || !steady || count <= scales.min) return undefined
  const each = podUsage(requests, limits).get(resource)
  return each && scaleQuantity(each, count - scales.min)
}

/** The tightest of several, by the number of pods that fit. */
export function tightest(rows: readonly AtMost[]): AtMost | undefined {
  return rows.toSorted(
    (a, b) => a.fits - b.fits || (`${a.quota} ${a.resource}` < `${b.quota} ${b.resource}` ? -1 : 1),
  )[0]
}

/** What is wanted of a row at so many pods. */
export function wantedAt({ others, each }: AtMost, pods: number): Quantity {
  return addQuantity(others, scaleQuantity(each, pods))
}
