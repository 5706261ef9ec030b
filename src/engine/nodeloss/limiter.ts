// What the limiter of a zone's queue makes of the zone's states: some of them outlast their reason, some are forgotten.

import type { Timers } from './timers.ts'
import type { Stretch } from './zones.ts'

export type Truth = 'no' | 'possible' | 'certain'

export function asLimited(stretches: readonly Stretch[], timers: Timers): readonly Stretch[] {
  return withRenewal(withoutReturn(stretches, timers))
}

export function either(a: Truth, b: Truth): Truth {
  if (a === 'certain' || b === 'certain') return 'certain'
  return a === 'no' && b === 'no' ? 'no' : 'possible'
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

/**
 * The state of a zone of which no node counts is forgotten in some looks, those in which it is met before a zone with a
 * ready node, and what is not known gets a queue at the usual rate: nothing stays suspended there, and nobody can tell
 * when it ends (node_lifecycle_controller.go:996, 1174, 1207).
 */
function withRenewal(stretches: readonly Stretch[]): readonly Stretch[] {
  let before: Truth = 'no'
  const atMost = (truth: Truth): Truth => (truth === 'no' ? 'no' : 'possible')
  return stretches.map((stretch) => {
    const { suspended, allLost, slow, renewed } = stretch
    if (renewed === 'no') {
      before = suspended
      return stretch
    }
    before = atMost(either(suspended, before))
    return { ...stretch, suspended: before, allLost: atMost(allLost), slow: atMost(slow) }
  })
}
