// A node falls silent: what Kubernetes does about one of its pods, and when, counted from the node's last heartbeat.
// Source: k8s.io/kubernetes@v1.36.3 pkg/controller/nodelifecycle, tainteviction, podgc; the timers are knowledge's.

import type { Estate, FactOf, Source } from '../../estate/estate.ts'
import { podKeeper } from '../../knowledge/operators/members.ts'
import { type TimerName, timer } from '../../knowledge/timers.ts'
import type { Ref, Taint } from '../../kubernetes/types.ts'
import type { Procedure, Step } from '../../platform/model.ts'
import { rangeSeconds } from '../../platform/units.ts'
import type { Assumption } from '../assumption.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { staysSeconds } from '../pods/tolerations.ts'
import { estimate } from './critical-path.ts'
import { forEver, noTime, type Span, spanOf, sumOf, unsaidTime } from './span.ts'

export interface TimelineTerm {
  /**
   * `not ready`: the control plane takes the node for silent, and Services leave its pods; `evicting`: it marks the node
   * for eviction; `tolerated`: the pod stays so long; `fencing`: somebody takes the dead node from its pods; `cleared`:
   * its pods are removed; then what the procedure or the component says of the pod's start.
   */
  readonly what: 'not ready' | 'evicting' | 'tolerated' | 'fencing' | 'cleared' | 'starting'
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
}

/** When a pod of the class is ready elsewhere, if a place for it is found. */
export function nodeLossTimeline(estate: Estate, pod: PodClass, options: TimelineOptions = {}): Timeline {
  const clock = timersOf(estate.minor)
  const steps = options.procedure?.steps ?? []
  const silent = term('not ready', silence(clock), 'kubernetes', clock('nodeMonitorGraceSeconds').source)
  const skipped = steps.filter(({ does }) => does === 'terminate')
  const keeper = podKeeper(pod.source.made?.id.split('/').at(-1))
  const base = { workload: pod.workload, traffic: silent.takes, skipped, ...(keeper !== undefined && { keeper }) }
  const fence = steps.find(({ does }) => does === 'fence')
  const because = whyNever(estate, pod, fence)
  if (because) return { ...base, replaced: 'never', because, terms: placed([silent]), ready: forEver, assumes: [] }
  const isFenced = pod.kind === 'StatefulSet' && fence
  const away = isFenced ? fenced(fence, options, clock) : evicted(pod, clock)
  const start = starting(estate, pod, options)
  const terms = placed([silent, ...away, ...start])
  const assumes = estimates(estate, pod, options, isFenced ? fence : undefined)
  const isDenied = assumes.some(({ id }) => options.denied?.has(id))
  const ready = isDenied ? forEver : (terms.at(-1)?.ends ?? noTime)
  return { ...base, replaced: isFenced ? 'once fenced' : 'by itself', terms, ready, assumes: isDenied ? [] : assumes }
}

type Clock = (name: TimerName) => { readonly span: Span; readonly source: Source }
type Unplaced = Omit<TimelineTerm, 'ends'>

// A minor that nobody says, or that is in no table, has timers that nobody knows.
function timersOf(minor: string | undefined): Clock {
  return (name) => {
    const known = minor === undefined ? undefined : timer(name, minor)
    const span = known ? { from: known.value, to: known.value } : unsaidTime
    return { span, source: known ? { known: known.source } : {} }
  }
}

// A heartbeat is seen up to one period late, and its absence is looked for once a period.
function silence(clock: Clock): Span {
  const { span: grace } = clock('nodeMonitorGraceSeconds')
  const { span: period } = clock('nodeMonitorPeriodSeconds')
  return sumOf([grace, { from: 0, to: period.to }, { from: 0, to: period.to }])
}

function whyNever({ nodes }: Estate, pod: PodClass, fence: Step | undefined): Timeline['because'] {
  if (pod.kind === 'Pod') return 'bare pod'
  if (pod.kind === 'DaemonSet') return 'daemon'
  if (nodes.length === 1) return 'only node'
  if (pod.kind === 'StatefulSet') return fence ? undefined : 'nobody fences'
  return toleratedSeconds(pod) === Number.POSITIVE_INFINITY ? 'tolerates for ever' : undefined
}

const unreachable: Taint = { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' }

function toleratedSeconds({ spec }: PodClass): number {
  return staysSeconds(spec.tolerations ?? [], unreachable)
}

// One node does not wait in its zone's queue: the first eviction is free (node_lifecycle_controller.go, burst of 1).
function evicted(pod: PodClass, clock: Clock): readonly Unplaced[] {
  const seconds = toleratedSeconds(pod)
  const period = clock('nodeMonitorPeriodSeconds')
  return [
    term('evicting', { from: 0, to: period.span.to }, 'kubernetes', period.source),
    term('tolerated', { from: seconds, to: seconds }, 'pod', pod.source),
  ]
}

// The pods of a removed node are collected once they have been orphans for a while, those of a fenced one sooner.
function fenced(fence: Step, options: TimelineOptions, clock: Clock): readonly Unplaced[] {
  const quarantine = clock('podGcQuarantineSeconds')
  const period = clock('podGcPeriodSeconds')
  const most = sumOf([quarantine.span, period.span]).to
  return [stepTerm('fencing', fence, options), term('cleared', { from: 0, to: most }, 'kubernetes', period.source)]
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
