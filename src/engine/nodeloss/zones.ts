// What state each zone is in, stretch by stretch: evictions are suspended in a zone that is partly lost and not large, and
// everywhere once all zones are lost. Source: k8s.io/kubernetes@v1.36.3
// pkg/controller/nodelifecycle/node_lifecycle_controller.go:979 (handleDisruption), 1199 (ReducedQPSFunc), 1264.

import { asLimited, either, type Truth } from './limiter.ts'
import type { Loss } from './loss.ts'
import type { Noticed } from './noticed.ts'
import type { Timers } from './timers.ts'

/** A length of time in which nothing changes; the last one ends at Infinity. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly suspended: Truth
  /** All zones of the cluster are lost: taints are taken off again, and no more are set. */
  readonly allLost: Truth
  /** That the queue of the zone goes at the slow rate of large zones that are partly lost. */
  readonly slow: Truth
  /** That no node of the zone counts: its queue is made anew at some of the looks. */
  readonly renewed: Truth
}

/** Bounds of how many nodes of a zone are there, unready, and ready. */
interface Counts {
  thereLeast: number
  thereMost: number
  unreadyLeast: number
  unreadyMost: number
  readyLeast: number
  readyMost: number
}

interface Step {
  readonly at: number
  readonly zone: string
  readonly change: Counts
}

/** Cost: sorting the moments at which a node is noticed or removed, and for each of them a look at each zone. */
export function zoneStretches(loss: Loss, noticed: readonly Noticed[]): ReadonlyMap<string, readonly Stretch[]> {
  const counts = countsBefore(loss, noticed)
  const steps = noticed.filter(({ isExcluded }) => !isExcluded).flatMap(stepsOf)
  const moments = [...new Set([0, ...steps.map(({ at }) => at)])].filter(Number.isFinite).sort((a, b) => a - b)
  steps.sort((a, b) => a.at - b.at)
  const stretches = new Map<string, Stretch[]>(noticed.map(({ zone }) => [zone, []]))
  let next = 0
  for (const [at, from] of moments.entries()) {
    for (let step = steps[next]; step !== undefined && step.at <= from; step = steps[++next]) {
      const count = counts.get(step.zone)
      if (count) add(count, step.change)
    }
    const allLost = everyZoneLost(counts)
    for (const [zone, list] of stretches) {
      const partly = partlyLost(counts.get(zone), loss.timers)
      const suspended = either(allLost, partly.small)
      const renewed = uncounted(counts.get(zone))
      const to = moments[at + 1] ?? Number.POSITIVE_INFINITY
      list.push({ from, to, suspended, allLost, slow: partly.large, renewed })
    }
  }
  return new Map([...stretches].map(([zone, list]) => [zone, asLimited(list, loss.timers)]))
}

function uncounted(counts: Counts | undefined): Truth {
  if (!counts || counts.thereMost === 0) return 'certain'
  return counts.thereLeast === 0 ? 'possible' : 'no'
}

function countsBefore({ nodes }: Loss, noticed: readonly Noticed[]): Map<string, Counts> {
  const isLost = new Set(noticed.map(({ lost }) => lost.node))
  const counts = new Map<string, Counts>()
  for (const { name, zone, isExcluded, isReady } of nodes) {
    if (isExcluded) continue
    const count = counts.get(zone) ?? { ...nothing }
    counts.set(zone, count)
    if (!isLost.has(name)) add(count, isReady === false ? unready : ready)
  }
  return counts
}

const nothing: Counts = { thereLeast: 0, thereMost: 0, unreadyLeast: 0, unreadyMost: 0, readyLeast: 0, readyMost: 0 }
const there: Counts = { ...nothing, thereLeast: 1, thereMost: 1 }
const ready: Counts = { ...there, readyLeast: 1, readyMost: 1 }
const unready: Counts = { ...there, unreadyLeast: 1, unreadyMost: 1 }

/** What a lost node counts for, from each moment at which that changes; before all of them nothing is lost. */
function stepsOf({ zone, silent, removed }: Noticed): readonly Step[] {
  const at = (moment: number): Counts => {
    const [isThere, mayBeThere] = [moment < removed.from, moment < removed.to]
    const [isNoticed, mayBeNoticed] = [moment >= (silent.to ?? Number.POSITIVE_INFINITY), moment >= silent.from]
    return {
      thereLeast: isThere ? 1 : 0,
      thereMost: mayBeThere ? 1 : 0,
      unreadyLeast: isThere && isNoticed ? 1 : 0,
      unreadyMost: mayBeThere && mayBeNoticed ? 1 : 0,
      readyLeast: isThere && !mayBeNoticed ? 1 : 0,
      readyMost: mayBeThere && !isNoticed ? 1 : 0,
    }
  }
  const moments = [Number.NEGATIVE_INFINITY, silent.from, silent.to ?? silent.from, removed.from, removed.to]
  const sorted = [...new Set(moments)].sort((a, b) => a - b)
  return sorted.map((moment, index) => {
    const before = index === 0 ? nothing : at(sorted[index - 1] ?? 0)
    return { at: moment, zone, change: difference(at(moment), before) }
  })
}

// Zones of which nothing is left are no zones any more.
function everyZoneLost(counts: ReadonlyMap<string, Counts>): Truth {
  const zones = [...counts.values()].filter(({ thereMost }) => thereMost > 0)
  if (zones.length === 0 || zones.some(isNotLost)) return 'no'
  return zones.every(({ readyMost, unreadyLeast }) => readyMost === 0 && unreadyLeast > 0) ? 'certain' : 'possible'
}

function isNotLost({ thereLeast, unreadyMost, readyLeast, readyMost }: Counts): boolean {
  return readyLeast > 0 || (thereLeast > 0 && unreadyMost === 0 && readyMost > 0)
}

// A zone without a ready node is wholly lost, and goes at the usual rate.
function partlyLost(counts: Counts | undefined, timers: Timers): { readonly small: Truth; readonly large: Truth } {
  if (!counts) return { small: 'no', large: 'no' }
  const { unreadyLeast, unreadyMost, readyLeast, readyMost } = counts
  const mostReady = Math.max(1, readyLeast)
  if (readyMost === 0 || !isPartly(unreadyMost, mostReady, timers)) return { small: 'no', large: 'no' }
  const isCertain = readyLeast > 0 && isPartly(unreadyLeast, readyMost, timers)
  const isSmall = unreadyMost + readyMost <= timers.largeZoneNodes
  const isLarge = unreadyLeast + readyLeast > timers.largeZoneNodes
  const partly: Truth = isCertain ? 'certain' : 'possible'
  return {
    small: isLarge ? 'no' : isSmall ? partly : 'possible',
    large: isSmall ? 'no' : isLarge ? partly : 'possible',
  }
}

// Kubernetes divides numbers of 32 bits: 11 of 20 are 55 % there.
function isPartly(unreadyNodes: number, readyNodes: number, { unhealthyNodes, unhealthyShare }: Timers): boolean {
  const share = Math.fround(unreadyNodes / (unreadyNodes + readyNodes))
  return unreadyNodes >= unhealthyNodes && share >= Math.fround(unhealthyShare)
}

function add(count: Counts, change: Counts): void {
  count.thereLeast += change.thereLeast
  count.thereMost += change.thereMost
  count.unreadyLeast += change.unreadyLeast
  count.unreadyMost += change.unreadyMost
  count.readyLeast += change.readyLeast
  count.readyMost += change.readyMost
}

function difference(a: Counts, b: Counts): Counts {
  return {
    thereLeast: a.thereLeast - b.thereLeast,
    thereMost: a.thereMost - b.thereMost,
    unreadyLeast: a.unreadyLeast - b.unreadyLeast,
    unreadyMost: a.unreadyMost - b.unreadyMost,
    readyLeast: a.readyLeast - b.readyLeast,
    readyMost: a.readyMost - b.readyMost,
  }
}
