// All filters of the default profile, in the order in which the scheduler asks them
// (pkg/scheduler/apis/config/v1/default_plugins.go:30, kubernetes v1.36.3).

import { affinityFilter } from './affinity-filter.ts'
import type { Cycle } from './cycle.ts'
import { featureFilter, nameFilter, nodeAffinityFilter, taintFilter, unschedulableFilter } from './node-filters.ts'
import type { NodeFilter, NodeRefusal, Prepared } from './refusal.ts'
import { portFilter, roomFilter } from './room-filters.ts'
import type { Refusal } from './scheduler.ts'
import type { NodeView } from './scheduling-node.ts'
import { spreadFilter } from './spread-filter.ts'
import { bindingFilter } from './volume-binding.ts'
import { volumeLimitFilter } from './volume-limits.ts'
import { restrictionFilter } from './volume-restrictions.ts'
import { zoneFilter } from './volume-zone.ts'

const plugins: readonly (readonly [plugin: string, prepare: (cycle: Cycle) => Prepared])[] = [
  ['NodeUnschedulable', unschedulableFilter],
  ['NodeName', nameFilter],
  ['TaintToleration', taintFilter],
  ['NodeAffinity', nodeAffinityFilter],
  ['NodePorts', portFilter],
  ['NodeResourcesFit', roomFilter],
  ['VolumeRestrictions', restrictionFilter],
  ['NodeVolumeLimits', volumeLimitFilter],
  ['VolumeBinding', bindingFilter],
  ['VolumeZone', zoneFilter],
  ['PodTopologySpread', spreadFilter],
  ['InterPodAffinity', affinityFilter],
  ['NodeDeclaredFeatures', featureFilter],
]

export interface ReadyFilter {
  readonly plugin: string
  readonly refuses: NodeFilter
}

/** The filters that concern a pod; or what refuses it before any node is looked at. */
export function filtersFor(cycle: Cycle): readonly ReadyFilter[] | Refusal {
  const ready: ReadyFilter[] = []
  for (const [plugin, prepare] of plugins) {
    const prepared = prepare(cycle)
    if (prepared === undefined) continue
    if (typeof prepared === 'function') ready.push({ plugin, refuses: prepared })
    else if ('nowhere' in prepared) return { plugin, ...prepared.nowhere }
    else {
      ready.unshift({ plugin, refuses: prepared.leftOut })
      ready.push({ plugin, refuses: prepared.refuses })
    }
  }
  return ready
}

/** The first filter that refuses, as the scheduler stops there. */
export function firstRefusal(filters: readonly ReadyFilter[], view: NodeView): NodeRefusal | undefined {
  for (const { refuses } of filters) {
    const refusal = refuses(view)
    if (refusal) return refusal
  }
  return undefined
}

/** Every filter that refuses, in the scheduler's order. */
export function allRefusals(filters: readonly ReadyFilter[], view: NodeView): readonly Refusal[] {
  return filters.flatMap(({ plugin, refuses }) => {
    const refusal = refuses(view)
    if (!refusal) return []
    return [{ plugin, reasons: refusal.reasons, ...(refusal.path && { path: refusal.path }) }]
  })
}
