// A node falls silent: what Kubernetes does about one of its pods, and when, counted from the node's last heartbeat.
// The times are nodeloss's; what comes after, a procedure or the component says.

import type { Estate } from '../../estate/estate.ts'
import { podKeeper } from '../../knowledge/operators/members.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Procedure, Step } from '../../platform/model.ts'
import type { Assumption } from '../assumption.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { clockOf, toleratedSeconds, waits } from './controllers-wait.ts'
import { forEver, noTime, type Span, sumOf } from './span.ts'
import { estimates, fenced, starting } from './start-terms.ts'
import type { TimelineTerm, Unplaced } from './timeline-term.ts'

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

function whyNever({ nodes }: Estate, pod: PodClass, fence: Step | undefined): Timeline['because'] {
  if (pod.kind === 'Pod') return 'bare pod'
  if (pod.kind === 'DaemonSet') return 'daemon'
  if (nodes.length === 1) return 'only node'
  if (pod.kind === 'StatefulSet') return fence ? undefined : 'nobody fences'
  return toleratedSeconds(pod) === Number.POSITIVE_INFINITY ? 'tolerates for ever' : undefined
}

function placed(terms: readonly Unplaced[]): readonly TimelineTerm[] {
  const takes = terms.map((each) => each.takes)
  return terms.map((each, at) => ({ ...each, ends: sumOf(takes.slice(0, at + 1)) }))
}
