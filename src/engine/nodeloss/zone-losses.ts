import type { ZoneLoss } from './answer.ts'
import type { Loss } from './loss.ts'
import type { Noticed } from './noticed.ts'
import type { Timers } from './timers.ts'
import type { When } from './when.ts'
import type { Stretch } from './zones.ts'

/** Zones with lost nodes, sorted by name. */
export function zoneLosses(
  { timers, nodes: all }: Loss,
  noticed: readonly Noticed[],
  marked: readonly When[],
  stretches: ReadonlyMap<string, readonly Stretch[]>,
): readonly ZoneLoss[] {
  const zones = Map.groupBy(noticed.keys(), (at) => noticed[at]?.zone ?? '')
  const sizes = new Map<string, number>()
  for (const { zone, isExcluded } of all) if (!isExcluded) sizes.set(zone, (sizes.get(zone) ?? 0) + 1)
  const names = [...zones.keys()].sort()
  return names.map((zone): ZoneLoss => {
    const nodes = zones.get(zone) ?? []
    const list = stretches.get(zone) ?? []
    const marks = nodes.flatMap((at) => marked[at] ?? [])
    const least = marks.filter(({ is }) => is === 'certain').length
    const possible = marks.filter(({ is }) => is === 'possible').length
    const turns = turnsBefore(
      nodes.flatMap((at) => noticed[at] ?? []),
      list,
      timers,
    )
    return {
      zone,
      size: sizes.get(zone) ?? 0,
      lost: nodes.length,
      state: stateOf(list),
      marked: { least, most: least + Math.min(possible, turns) },
    }
  })
}

// Turns of the queue from the first node that may be noticed until evictions are certainly suspended.
function turnsBefore(nodes: readonly Noticed[], stretches: readonly Stretch[], timers: Timers): number {
  const first = Math.min(...nodes.map(({ silent }) => silent.from))
  const open = stretches.findLast(({ to, suspended }) => to >= first && suspended !== 'certain')
  if (!open) return 0
  const rate = Math.max(timers.evictionsPerSecond, 0)
  // A length that is a whole number of turns is not to lose one to a rounded sum.
  const before = nodes.filter(({ silent }) => silent.from <= open.to)
  const last = Math.max(open.to, ...before.map(({ settled }) => settled.to ?? Number.POSITIVE_INFINITY))
  return 1 + Math.floor((last + timers.lookSeconds - first) * rate + 1e-9)
}

function stateOf(stretches: readonly Stretch[]): ZoneLoss['state'] {
  const end = stretches.at(-1)
  if (!end) return 'evicting'
  if (end.allLost === 'certain') return 'all lost'
  if (end.suspended === 'certain') return 'suspended'
  if (end.suspended === 'possible' || end.slow === 'possible') return 'unsure'
  return end.slow === 'certain' ? 'slow' : 'evicting'
}
