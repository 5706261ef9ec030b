// Whether the policies let whoever scrapes in to what it means to scrape.

import { narrowest } from '../../engine/reachability/nearness.ts'
import type { Stranger } from '../../engine/reachability/stranger.ts'
import { strangerSide } from '../../engine/reachability/stranger.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { type Part, part } from '../define.ts'
import { isolating } from '../reachability/connection-words.ts'
import { enforcedRows } from '../reachability/enforced-rows.ts'
import { policyPlace } from '../reachability/policy-place.ts'
import { reachable } from '../reachability/reachable.ts'
import type { Truth, Words } from '../verdict.ts'
import type { View } from '../world.ts'

export interface Reached {
  readonly by: string
  readonly to: readonly string[]
  readonly at: readonly number[]
  readonly isolatedBy: readonly Ref[]
  /** Nobody says whether the network plugin enforces policy. */
  readonly ifEnforced?: true
}

/** Who scrapes: a name for it, what is known of its pods, and the namespace that it stands in where that is known. */
export interface Scraper {
  readonly name: string
  readonly namespace?: string
  readonly pods: Stranger
  /** It finds every port of a pod, and one that answers is enough. */
  readonly isAnyPort?: boolean
}

export interface ScrapeTarget {
  readonly workload: Ref
  readonly port: number
}

export function reachedParts(
  targets: readonly ScrapeTarget[],
  by: Scraper,
  view: View,
): readonly Part<'reached', Reached>[] {
  if (view.estate.enforcesPolicy.holds === false || targets.length === 0) return []
  const r = reachable(view)
  const all = targets.map(({ workload, port }) => {
    const named = r.classes[r.classOf.get(workload) ?? -1]?.named ?? []
    return { workload, port, is: strangerSide(r, workload, 'ingress', by.pods, { port, protocol: 'TCP', named }) }
  })
  const open = new Set(all.filter(({ is }) => is.is !== 'shut').map(({ workload }) => workload))
  const judged = all.filter(({ is, workload }) => is.is !== 'shut' || !by.isAnyPort || !open.has(workload))
  const shut = judged.filter(({ is }) => is.is === 'shut')
  const told = shut.length > 0 ? shut : judged
  const unclear = shut.length === 0 && judged.some(({ is }) => is.is !== 'open' && is.is !== 'may')
  const to = [...new Set(told.map(({ workload }) => partsOf(workload).name))].sort()
  const at = [...new Set(told.map(({ port }) => port))].sort((a, b) => a - b)
  const isolatedBy = [...new Set(shut.flatMap(({ is }) => is.isolatedBy))].sort()
  const ifEnforced = view.estate.enforcesPolicy.holds === undefined && { ifEnforced: true as const }
  const places = [...new Set(shut.map(({ workload }) => partsOf(workload).namespace))].sort()
  return [
    part(
      'reached',
      shut.length > 0 ? false : unclear ? undefined : true,
      { by: by.name, to, at, isolatedBy, ...ifEnforced },
      {
        cause: `no-ingress-rule/${places.join('+')}/${by.namespace ?? 'outside'}`,
        hint: `a rule of ${places.join(', ')} that lets Prometheus in at TCP ${at.join(', ')}`,
        at: policyPlace('ingress', narrowest(r, 'ingress', isolatedBy), view),
      },
    ),
  ]
}

export function reachedWords({ by, to, at, isolatedBy, ifEnforced }: Reached, truth: Truth): string | Words {
  if (truth) return `${by} gets in to ${to.length} of them`
  if (truth === undefined)
    return `whether ${by} gets in to ${to.join(', ')} at TCP ${at.join(', ')} rests on what nobody here can read`
  const them = to.length === 1 ? (to[0] ?? '') : 'them'
  return {
    line: `no rule lets ${by} in to ${to.join(', ')} at TCP ${at.join(', ')}: ${isolating(isolatedBy, them)}`,
    rows: enforcedRows(ifEnforced),
  }
}
