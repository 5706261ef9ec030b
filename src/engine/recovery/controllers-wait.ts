// What Kubernetes' controllers wait for before a pod of a silent node is taken from its Services, and made again.

import type { Estate, Source } from '../../estate/estate.ts'
import { type TimerName, timer } from '../../knowledge/timers.ts'
import { type Flagged, flagsOf } from '../nodeloss/flags.ts'
import { type Timers, timersOf } from '../nodeloss/timers.ts'
import { type Term, type TermName, term as termOf } from '../nodeloss/when.ts'
import { wholeZoneLost } from '../nodeloss/whole-zone-lost.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { staysSeconds, unreachableTaint } from '../pods/tolerations.ts'
import { unsaidTime } from './span.ts'
import { term, type Unplaced } from './timeline-term.ts'

export interface Clock {
  /** Undefined for a minor that nobody says, or that is in no table: nobody knows its timers. */
  readonly timers: Timers | undefined
  /** Where a period is written. */
  readonly source: (term: TermName) => Source
}

export function clockOf(estate: Estate): Clock {
  const { minor } = estate
  const flagged = flagsOf(estate)
  return {
    timers: minor === undefined ? undefined : timersOf(minor, flagged?.timers),
    source: (name) => sourceOf(name, minor, flagged),
  }
}

// Of each term, the period that makes it, by the names of the table and of the flags.
const periods: { readonly [T in TermName]?: readonly [TimerName, keyof Timers] } = {
  'heartbeat seen': ['nodeMonitorPeriodSeconds', 'monitorSeconds'],
  grace: ['nodeMonitorGraceSeconds', 'graceSeconds'],
  'looked at': ['nodeMonitorPeriodSeconds', 'monitorSeconds'],
  requests: ['controllerRequestsPerSecond', 'requestsPerSecond'],
  'queue of the zone': ['nodeEvictionLookSeconds', 'lookSeconds'],
  'turn lost': ['nodeEvictionsPerSecond', 'evictionsPerSecond'],
  collected: ['podGcPeriodSeconds', 'collectSeconds'],
  quarantine: ['podGcQuarantineSeconds', 'quarantineSeconds'],
}

function sourceOf(name: TermName, minor: string | undefined, flagged: Flagged | undefined): Source {
  const [table, flag] = periods[name] ?? []
  if (flag && flagged?.timers[flag] !== undefined) return flagged.source
  const known = table && minor !== undefined ? timer(table, minor) : undefined
  return known ? { known: known.source } : {}
}

/** Until Services lead to it no more, and until its controller makes another, where it does. */
export function waits(
  clock: Clock,
  pod: PodClass,
  { pods = 0, nodes = 1 }: { readonly pods?: number; readonly nodes?: number },
): { readonly traffic: readonly Unplaced[]; readonly replaced: readonly Unplaced[] } {
  const byController = (terms: readonly Term[]) => terms.map((each) => kubernetesTerm(each, clock, pod))
  if (!clock.timers) {
    const silence = [term('grace', unsaidTime, 'kubernetes', {})]
    const seconds = toleratedSeconds(pod)
    return { traffic: silence, replaced: [...silence, ...byController([termOf('tolerated', seconds, seconds)])] }
  }
  const { traffic, replaced } = wholeZoneLost(clock.timers, pod.spec.tolerations ?? [], { nodes, pods })
  const termsOf = (when: typeof traffic) => (when.is === 'never' ? [] : byController(when.terms))
  return { traffic: termsOf(traffic), replaced: termsOf(replaced) }
}

function kubernetesTerm({ what, seconds }: Term, clock: Clock, pod: PodClass): Unplaced {
  const span = seconds.to === undefined ? { ...seconds, isMore: true as const } : seconds
  return what === 'tolerated' ? term(what, span, 'pod', pod.source) : term(what, span, 'kubernetes', clock.source(what))
}

export function toleratedSeconds({ spec }: PodClass): number {
  return staysSeconds(spec.tolerations ?? [], unreachableTaint)
}
