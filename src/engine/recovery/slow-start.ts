// A container that is slow to start: a liveness probe, or a startup probe, ends it unless it answers in time.
// Source: https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/, pkg/kubelet/prober/worker.go
// (doProbe, v1.36.3): the first probe falls on a tick of the period that is no sooner than the delay, and the container is
// ended by the last of so many failures in a row.

import type { Probe } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { countOf, fieldsOf, listOf } from '../pods/untrusted.ts'

export interface Ending {
  readonly by: 'liveness' | 'startup'
  readonly asks: string
  readonly delaySeconds: number
  readonly everySeconds: number
  readonly failures: number
  /** After its start: who answers by then is never ended, whenever the first tick falls. */
  readonly afterSeconds: number
  /** Readiness asks the very same, so that it does not answer before it is ready. */
  readonly isReadiness: boolean
}

/** Of the container that the pod is there for: its first. Undefined where nothing ends it. */
export function endingOf({ spec }: PodClass): Ending | undefined {
  const [container] = spec.containers
  const by = container?.startupProbe ? 'startup' : 'liveness'
  const probe = container?.startupProbe ?? container?.livenessProbe
  if (!container || !probe) return undefined
  const delaySeconds = countOf(probe.initialDelaySeconds, 0)
  const everySeconds = Math.max(1, countOf(probe.periodSeconds, 10))
  const failures = Math.max(1, countOf(probe.failureThreshold, 3))
  const asks = asked(probe)
  return {
    by,
    asks,
    delaySeconds,
    everySeconds,
    failures,
    afterSeconds: delaySeconds + (failures - 1) * everySeconds,
    isReadiness: container.readinessProbe !== undefined && asked(container.readinessProbe) === asks,
  }
}

/** `GET /healthz on port 8080`; the same text, the same question. */
export function asked(probe: Probe): string {
  const { httpGet, tcpSocket, exec, grpc } = fieldsOf(probe)
  if (exec !== undefined) return listOf(fieldsOf(exec).command).map(said).join(' ')
  if (tcpSocket !== undefined) return `a connection to port ${said(fieldsOf(tcpSocket).port)}`
  if (grpc !== undefined) return `gRPC health on port ${said(fieldsOf(grpc).port)}`
  const { path = '/', port, scheme } = fieldsOf(httpGet)
  return `GET ${said(path)} on port ${said(port)}${scheme === 'HTTPS' ? ' by TLS' : ''}`
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
