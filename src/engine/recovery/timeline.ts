// A node falls silent: what Kubernetes does about one of its pods, and when, counted from the node's last heartbeat.
// The times are nodeloss's; what comes after, a procedure or the component says.

import type { Estate, FactOf, Source } from '../../estate/estate.ts'
import { podKeeper } from '../../knowledge/operators/members.ts'
import { type TimerName, timer } from '../../knowledge/timers.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Procedure, Step } from '../../platform/model.ts'
import { rangeSeconds } from '../../platform/units.ts'
import type { Assumption } from '../assumption.ts'
import { type Flagged, flagsOf } from '../nodeloss/flags.ts'
import { type Timers, timersOf } from '../nodeloss/timers.ts'
import { type Term, type TermName, term as termOf } from '../nodeloss/when.ts'
import { wholeZoneLost } from '../nodeloss/whole-zone-lost.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { staysSeconds, unreachableTaint } from '../pods/tolerations.ts'
import { estimate } from './critical-path.ts'
import { forEver, noTime, type Span, spanOf, sumOf, unsaidTime } from './span.ts'

export interface TimelineTerm {
  /**
   * A term of the controllers; `fencing`: somebody takes the dead node from its pods; `starting`: what the procedure or
   * the component says of the pod's start.
   */
  readonly what: TermName | 'fencing' | 'starting'
  /** The name of the step, where a procedure says it. */
  readonly step?: string
  readonly takes: Span
  /** Seconds after the last heartbeat at which it is over. */
  readonly ends: Span
  readonly by: 'kubernetes' | 'pod' | 'estimate' | 'nobody'
  readonly source: Source
}

export interface Timeline {
  readonly workload: Ref
  /** `by itself`: its controller makes another pod; `once fenced`: only when the dead node is taken from it; `never`. */
  readonly replaced: 'by itself' | 'once fenced' | 'never'
  /** Why never. */
  readonly because?: 'nobody fences' | 'tolerates for ever' | 'bare pod' | 'daemon' | 'only node'
  /** Who makes the pods, where no StatefulSet does: `CloudNativePG`. */
  readonly keeper?: string
  /** When Services stop leading to the lost pod. */
  readonly traffic: Span
  readonly terms: readonly TimelineTerm[]
  /** When its replacement is ready; infinite where there is none. */
  readonly ready: Span
  /** Steps of the procedure that do not happen: there is no graceful end on a dead node. */
  readonly skipped: readonly Step[]
  readonly assumes: readonly Assumption[]
}

export interface TimelineOptions {
  readonly procedure?: Procedure
  readonly denied?: ReadonlySet<string>
  /** At most so many pods stand on the node: each costs requests, which wait for each other. 0 by default. */
  readonly pods?: number
  /** So many nodes fall silent at once, all of a zone. 1 by default: another of the zone is left, or no matter. */
  readonly nodes?: number
}

/** When a pod of the class is ready elsewhere, if a place for it is found. */
export function nodeLossTimeline(estate: Estate, pod: PodClass, options: TimelineOptions = {}): Timeline {
  const steps = options.procedure?.steps ?? []
  const clock = clockOf(estate)
  const { traffic, replaced } = waits(clock, pod, options)
  const skipped = steps.filter(({ does }) => does === 'terminate')
  const keeper = podKeeper(pod.source.made?.id.split('/').at(-1))
  const base = {
    workload: pod.workload,
    traffic: sumOf(traffic.map((each) => each.takes)),
    skipped,
    ...(keeper !== undefined && { keeper }),
  }
  const fence = steps.find(({ does }) => does === 'fence')
  const because = whyNever(estate, pod, fence)
  if (because) return { ...base, replaced: 'never', because, terms: placed(traffic), ready: forEver, assumes: [] }
  const isFenced = pod.kind === 'StatefulSet' && fence
  const away = isFenced ? [...traffic, ...fenced(fence, options, clock)] : replaced
  const terms = placed([...away, ...starting(estate, pod, options)])
  const assumes = estimates(estate, pod, options, isFenced ? fence : undefined)
  const isDenied = assumes.some(({ id }) => options.denied?.has(id))
  const ready = isDenied ? forEver : (terms.at(-1)?.ends ?? noTime)
  return { ...base, replaced: isFenced ? 'once fenced' : 'by itself', terms, ready, assumes: isDenied ? [] : assumes }
}

type Unplaced = Omit<TimelineTerm, 'ends'>

interface Clock {
  /** Undefined for a minor that nobody says, or that is in no table: nobody knows its timers. */
  readonly timers: Timers | undefined
  /** Where a period is written. */
  readonly source: (term: TermName) => Source
}

function clockOf(estate: Estate): Clock {
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
function waits(
  clock: Clock,
  pod: PodClass,
  { pods = 0, nodes = 1 }: TimelineOptions,
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

function whyNever({ nodes }: Estate, pod: PodClass, fence: Step | undefined): Timeline['because'] {
  if (pod.kind === 'Pod') return 'bare pod'
  if (pod.kind === 'DaemonSet') return 'daemon'
  if (nodes.length === 1) return 'only node'
  if (pod.kind === 'StatefulSet') return fence ? undefined : 'nobody fences'
  return toleratedSeconds(pod) === Number.POSITIVE_INFINITY ? 'tolerates for ever' : undefined
}

function toleratedSeconds({ spec }: PodClass): number {
  return staysSeconds(spec.tolerations ?? [], unreachableTaint)
}

// Whoever fences it removes the node, or taints it out-of-service: then its pods are collected sooner.
function fenced(fence: Step, options: TimelineOptions, { timers, source }: Clock): readonly Unplaced[] {
  const most = timers && 2 * timers.collectSeconds + timers.quarantineSeconds
  const span = most === undefined ? unsaidTime : { from: 0, to: most }
  return [stepTerm('fencing', fence, options), term('collected', span, 'kubernetes', source('collected'))]
}

// A readiness probe cannot succeed before it begins.
function starting({ facts }: Estate, pod: PodClass, options: TimelineOptions): readonly Unplaced[] {
  const steps = startSteps(pod, options)
  if (steps.length > 0) return steps.map((step) => stepTerm('starting', step, options))
  const fact = startsOf(facts, pod)
  const least = Math.max(0, ...pod.spec.containers.map((each) => each.readinessProbe?.initialDelaySeconds ?? 0))
  const said = spanOf(fact?.takesSeconds)
  const span = {
    ...said,
    from: Math.max(said.from, least),
    ...(said.to !== undefined && { to: Math.max(said.to, least) }),
  }
  return [term('starting', span, fact ? 'estimate' : 'nobody', fact?.source ?? pod.source)]
}

// A pod without a volume waits for none.
function startSteps({ claims }: PodClass, { procedure }: TimelineOptions): readonly Step[] {
  const starting = new Set<Step['does']>(['schedule', 'attach', 'start'])
  return (procedure?.steps ?? []).filter(({ does }) => starting.has(does) && (does !== 'attach' || claims.length > 0))
}

function startsOf(facts: Estate['facts'], pod: PodClass): FactOf<'starts'> | undefined {
  return facts.find((fact): fact is FactOf<'starts'> => fact.trait === 'starts' && fact.of === pod.workload)
}

function stepTerm(what: TimelineTerm['what'], step: Step, { procedure }: TimelineOptions): Unplaced {
  const said = rangeSeconds(step.takes)
  const source = { stated: step.stated ?? procedure?.stated }
  return { ...term(what, said ? spanOf(said) : unsaidTime, said ? 'estimate' : 'nobody', source), step: step.name }
}

function estimates(
  { facts }: Estate,
  pod: PodClass,
  options: TimelineOptions,
  fence: Step | undefined,
): readonly Assumption[] {
  const steps = [...(fence ? [fence] : []), ...startSteps(pod, options)].filter(({ takes }) => takes !== undefined)
  const fact = startSteps(pod, options).length === 0 ? startsOf(facts, pod) : undefined
  const name = options.procedure?.name ?? ''
  return [...steps.map((step) => estimate(step, name)), ...(fact ? [startsAssumption(fact)] : [])]
}

function startsAssumption({ environment, component, source }: FactOf<'starts'>): Assumption {
  const says = `a pod of ${component} is ready no later than estimated`
  return { id: `starts/${environment}/${component}`, says, kind: 'estimate', source }
}

function term(what: TimelineTerm['what'], takes: Span, by: TimelineTerm['by'], source: Source): Unplaced {
  return { what, takes, by, source }
}

function placed(terms: readonly Unplaced[]): readonly TimelineTerm[] {
  const takes = terms.map((each) => each.takes)
  return terms.map((each, at) => ({ ...each, ends: sumOf(takes.slice(0, at + 1)) }))
}
