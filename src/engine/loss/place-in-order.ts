import type { Manifest } from '../../kubernetes/types.ts'
import type { EstatePod } from '../scheduling/estate-pods.ts'
import type { SchedulingCluster } from '../scheduling/scheduler.ts'
import { schedulerOf } from '../scheduling/scheduler-of.ts'
import type { Chooser } from './chooser.ts'

export interface Placed {
  readonly pod: EstatePod
  readonly node: string
}

export interface InOrder {
  readonly placed: readonly Placed[]
  /** Every time that a pod was tried. */
  readonly order: readonly { readonly pod: Manifest; readonly node: string | null }[]
}

/**
 * Each pod goes to one of the nodes that the scheduler finds best; those that are refused are tried again until nothing
 * changes. Undefined where one would preempt, or uses what is not modelled.
 */
export function placeInOrder(
  cluster: SchedulingCluster,
  pods: readonly EstatePod[],
  chooser: Chooser,
): InOrder | undefined {
  const scheduler = schedulerOf(cluster)
  const placed: Placed[] = []
  const order: { pod: Manifest; node: string | null }[] = []
  for (let open = pods; open.length > 0; ) {
    const refused: EstatePod[] = []
    for (const pod of open) {
      const { best, unknown } = scheduler.judge(pod.manifest)
      if (unknown) return undefined
      const node = chooser.one(best)
      order.push({ pod: pod.manifest, node: node ?? null })
      if (node === undefined) {
        if (scheduler.preempt(pod.manifest).candidates.length > 0) return undefined
        refused.push(pod)
        continue
      }
      scheduler.bind(pod.manifest, node)
      placed.push({ pod, node })
    }
    if (refused.length === open.length) break
    open = refused
  }
  return { placed, order }
}
