// What state each zone is in, stretch by stretch: evictions are suspended in a zone that is partly lost and not large, and
// everywhere once all zones are lost. Source: k8s.io/kubernetes@v1.36.3
// pkg/controller/nodelifecycle/node_lifecycle_controller.go:979 (handleDisruption), 1199 (ReducedQPSFunc), 1264.

import type { Loss } from './loss.ts'
import type { Noticed } from './noticed.ts'
import type { Timers } from './timers.ts'

export type Truth = 'no' | 'possible' | 'certain'

/** A length of time in which nothing changes; the last one ends at Infinity. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly suspended: Truth
  /** All zones of the cluster are lost: taints are taken off again, and no more are set. */
  readonly allLost: Truth
  /** That the queue of the zone goes at the slow rate of large zones that are partly lost. */
  readonly slow: Truth
}

/** Bounds of how many nodes of a zone are unready, and ready. */
interface Counts {
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
      list.push({ from, to: moments[at + 1] ?? Number.POSITIVE_INFINITY, suspended, allLost, slow: partly.large })
    }
  }
  return new Map([...stretches].map(([zone, list]) => [zone, withoutReturn(list, loss.timers)]))
}

/**
 * A limiter that lets nothing through says that its rate is 1 per second, and one that has the rate already is not
 * exchanged: at a rate of 1, evictions that were suspended once stay suspended
 * (client-go/util/flowcontrol/throttle.go:178, pkg/controller/nodelifecycle/scheduler/rate_limited_queue.go:283).
 */
function withoutReturn(stretches: readonly Stretch[], timers: Timers): readonly Stretch[] {
  let before: Truth = 'no'
  return stretches.map((stretch) => {
    const rate = stretch.slow === 'certain' ? timers.secondaryEvictionsPerSecond : timers.evictionsPerSecond
    const suspended: Truth = rate !== 1 ? stretch.suspended : either(stretch.suspended, before)
    before = suspended
    return { ...stretch, suspended }
  })
}

function countsBefore({ nodes }: Loss, noticed: readonly Noticed[]): Map<string, Counts> {
  const isLost = new Set(noticed.map(({ lost }) => lost.node))
  const counts = new Map<string, Counts>()
  for (const { name, zone, isExcluded, isReady } of nodes) {
    if (isExcluded) continue
    const count = counts.get(zone) ?? { unreadyLeast: 0, unreadyMost: 0, readyLeast: 0, readyMost: 0 }
    counts.set(zone, count)
    if (!isLost.has(name)) add(count, isReady === false ? unready : ready)
  }
  return counts
}

const nothing: Counts = { unreadyLeast: 0, unreadyMost: 0, readyLeast: 0, readyMost: 0 }
const ready: Counts = { ...nothing, readyLeast: 1, readyMost: 1 }
const unready: Counts = { ...nothing, unreadyLeast: 1, unreadyMost: 1 }

/** What a lost node counts for, from each moment at which that changes; before all of them nothing is lost. */
function stepsOf({ zone, silent, removed }: Noticed): readonly Step[] {
  const at = (moment: number): Counts => {
    const [isThere, mayBeThere] = [moment < removed.from, moment < removed.to]
    const [isNoticed, mayBeNoticed] = [moment >= (silent.to ?? Number.POSITIVE_INFINITY), moment >= silent.from]
    return {
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

function everyZoneLost(counts: ReadonlyMap<string, Counts>): Truth {
  let all: Truth = 'certain'
  for (const { unreadyLeast, unreadyMost, readyLeast, readyMost } of counts.values()) {
    if (readyLeast > 0 || (unreadyMost === 0 && readyMost > 0)) return 'no'
    if (readyMost > 0 || unreadyLeast === 0) all = 'possible'
  }
  return counts.size === 0 ? 'no' : all
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

function either(a: Truth, b: Truth): Truth {
  if (a === 'certain' || b === 'certain') return 'certain'
  return a === 'no' && b === 'no' ? 'no' : 'possible'
}

function add(count: Counts, change: Counts): void {
  count.unreadyLeast += change.unreadyLeast
  count.unreadyMost += change.unreadyMost
  count.readyLeast += change.readyLeast
  count.readyMost += change.readyMost
}

function difference(a: Counts, b: Counts): Counts {
  return {
    unreadyLeast: a.unreadyLeast - b.unreadyLeast,
    unreadyMost: a.unreadyMost - b.unreadyMost,
    readyLeast: a.readyLeast - b.readyLeast,
    readyMost: a.readyMost - b.readyMost,
  }
}
