import type { TopologySpreadConstraint } from '../../kubernetes/types.ts'
import { unlessEmpty } from '../given.ts'
import { sortedBy } from '../order.ts'
import { siblingSelectorOf, sorted } from './labels.ts'
import type { Placed } from './placed.ts'

/** How evenly pods lie over the values of a node label; counted over the workload's own pods unless `over` says more. */
export function topologySpread(placed: Placed): readonly TopologySpreadConstraint[] | undefined {
  return unlessEmpty(
    sortedBy(placed.workload.place.spread, ({ by, how }) => `${by} ${how}`).map((rule) => ({
      maxSkew: rule.maxSkew ?? 1,
      topologyKey: rule.by,
      whenUnsatisfiable: rule.how === 'required' ? ('DoNotSchedule' as const) : ('ScheduleAnyway' as const),
      labelSelector: { matchLabels: rule.over ? sorted(rule.over) : siblingSelectorOf(placed) },
    })),
  )
}
