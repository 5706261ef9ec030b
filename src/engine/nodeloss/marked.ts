// When a lost node is tainted NoExecute: its zone's queue lets one go at once, then so many per second.
// Source: k8s.io/kubernetes@v1.36.3 pkg/controller/nodelifecycle/node_lifecycle_controller.go:571 (doNoExecuteTaintingPass),
// 1228 (markNodeForTainting), pkg/controller/nodelifecycle/scheduler/rate_limited_queue.go:219 (Try), 280 (SwapLimiter).

import { type Noticed, unlessRemoved } from './noticed.ts'
import type { Timers } from './timers.ts'
import { after, type Happens, never, type Seconds, sum, type Term, term, type When } from './when.ts'
import type { Stretch } from './zones.ts'

export interface Queue {
  readonly timers: Timers
  readonly stretches: readonly Stretch[]
  /** Lost nodes of the zone, those that do not count for its state too. */
  readonly nodes: number
  /** Its nodes that were unready before. */
  readonly unready: number
}

export function markedNoExecute({ settled, unknown, removed }: Noticed, queue: Queue): When {
  if (unknown.is === 'never') return unknown
  const marked = certainly(settled, queue, removed) ?? perhaps(settled, queue)
  return marked.is === 'never' ? marked : unlessRemoved(marked, removed)
}

// There is time for its turn, whoever goes before.
function certainly(silent: Happens, queue: Queue, removed: Seconds): Happens | undefined {
  if (silent.to === undefined || queue.timers.evictionsPerSecond <= 0) return undefined
  let begun = Number.POSITIVE_INFINITY
  let wasElse = false
  for (const { from, to, suspended, slow, renewed } of queue.stretches) {
    // A limiter that is exchanged is empty at first.
    wasElse ||= suspended !== 'no' || slow !== 'no'
    if (suspended !== 'no' || (renewed !== 'no' && !isThroughInTime(queue))) {
      begun = Number.POSITIVE_INFINITY
      continue
    }
    const start = Math.max(from, silent.to)
    if (to <= start) continue
    begun = Math.min(begun, start)
    const terms = turn(queue, wasElse, slow !== 'no')
    const waits = terms.reduce((total, { seconds }) => total + (seconds.to ?? 0), 0)
    if (begun + waits > Math.min(to, removed.from) && to !== Number.POSITIVE_INFINITY) continue
    return after(silent, term('evictions suspended', 0, begun - silent.to), ...terms)
  }
  return undefined
}

// A queue that is made anew takes in again whom it tainted before, in any order: a node waits for its turn in vain as often
// as the next look comes before it.
function isThroughInTime({ timers, nodes, unready }: Queue): boolean {
  const turns = 2 * (nodes + unready)
  return turns <= 2 || turns / timers.evictionsPerSecond + timers.lookSeconds <= timers.monitorSeconds
}

// Noticed before evictions are suspended, or in the same look: the queue may be a tenth of a second faster than that.
function perhaps(silent: Happens, { stretches, timers }: Queue): When {
  const open = stretches.findLast(({ to, suspended }) => to >= silent.from && suspended !== 'certain')
  if (!open) return never(stretches.at(-1)?.allLost === 'certain' ? 'all zones lost' : 'evictions suspended')
  const to = open.to === Number.POSITIVE_INFINITY ? undefined : Math.max(open.to, silent.to ?? 0)
  const waits = to === undefined ? undefined : to - (silent.to ?? 0) + timers.lookSeconds
  return sum('possible', [...silent.terms, term('queue of the zone', 0, waits)])
}

/**
 * The nodes before it, one at a time; then the turns that lead to nothing: one whose new state the queue has not seen
 * yet, and one more for each node that is put in line again before its taint is seen.
 */
function turn({ timers, nodes }: Queue, isBegunAnew: boolean, isSlow: boolean): readonly Term[] {
  const rate = isSlow ? timers.secondaryEvictionsPerSecond : timers.evictionsPerSecond
  const each = rate > 0 ? 1 / rate : Number.POSITIVE_INFINITY
  const inLine = (nodes - 1 + (isBegunAnew ? 1 : 0)) * each
  const withLost = Math.max(inLine + nodes * each, timers.monitorSeconds + (nodes > 1 || isBegunAnew ? each : 0))
  return [
    term('queue of the zone', 0, finite(inLine + timers.lookSeconds)),
    term('turn lost', 0, finite(withLost - inLine)),
  ]
}

function finite(seconds: number): number | undefined {
  return Number.isFinite(seconds) ? seconds : undefined
}
