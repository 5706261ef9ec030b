// A process that hangs: it answers no more and does not end. Only a probe notices, by its own arithmetic.
// Source: kubernetes.io/docs/concepts/workloads/pods/probes, /pods/pod-lifecycle (termination of pods, container restarts).

import type { Probe } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { countOf } from '../pods/untrusted.ts'
import { type Span, sumOf } from './span.ts'

export interface Noticed {
  readonly by: 'liveness' | 'readiness'
  readonly failures: number
  readonly everySeconds: number
  readonly timeoutSeconds: number
  /** From the hang until the last failure that counts: it may have begun just before a probe, or just after one. */
  readonly span: Span
}

/** The probe of the container that the pod is there for: its first. Undefined where there is none, and nobody notices. */
export function noticed({ spec }: PodClass, by: Noticed['by']): Noticed | undefined {
  const [container] = spec.containers
  const probe = by === 'liveness' ? container?.livenessProbe : container?.readinessProbe
  if (!probe) return undefined
  const failures = Math.max(1, countOf(probe.failureThreshold, 3))
  const everySeconds = Math.max(1, countOf(probe.periodSeconds, 10))
  const timeoutSeconds = Math.max(1, countOf(probe.timeoutSeconds, 1))
  const span = { from: (failures - 1) * everySeconds, to: failures * everySeconds + timeoutSeconds }
  return { by, failures, everySeconds, timeoutSeconds, span }
}

export interface Restart {
  readonly noticed: Noticed
  /** The process that is told to end may not heed it. */
  readonly ends: Span
  readonly starts: Span
  readonly ready: Span
}

/** Until the container is ended and ready again. `starts`: what is said of its start; it is not ready before it is probed. */
export function hangRestart(pod: PodClass, starts: Span): Restart | undefined {
  const seen = noticed(pod, 'liveness')
  if (!seen) return undefined
  const ends = { from: 0, to: graceSeconds(pod) }
  const counted = afterProbe(starts, pod.spec.containers[0]?.readinessProbe)
  return { noticed: seen, ends, starts: counted, ready: sumOf([seen.span, ends, counted]) }
}

function graceSeconds({ spec }: PodClass): number {
  const ofPod = countOf(spec.terminationGracePeriodSeconds, 30)
  return countOf(spec.containers[0]?.livenessProbe?.terminationGracePeriodSeconds, ofPod)
}

/** A container is not ready before its readiness probe succeeds for the first time. */
export function afterProbe(starts: Span, readiness: Probe | undefined): Span {
  if (!readiness) return starts
  const { from, to } = probedFirst(readiness)
  return {
    ...starts,
    from: Math.max(starts.from, from),
    ...(starts.to !== undefined && { to: Math.max(starts.to, to) }),
  }
}

/** Seconds after its start at which the first probe succeeds at the earliest. */
export function probedFirst({ initialDelaySeconds, periodSeconds }: Probe): { from: number; to: number } {
  const from = countOf(initialDelaySeconds, 0)
  return { from, to: from + Math.max(1, countOf(periodSeconds, 10)) }
}
