// What answers behind a Service's name: the pods that its selector takes, at their own ports.
// Source: kubernetes.io/docs/concepts/services-networking/service; policy acts after this translation.

import type { EstateObject } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import { type Labels, type Protocol, partsOf, type Ref } from '../../kubernetes/types.ts'
import { type Fields, fieldsIn, fieldsOf, textOf, textsOf } from '../pods/untrusted.ts'
import { portCalled } from './port.ts'
import type { Reachability } from './reachability.ts'

export interface ServicePort {
  readonly name?: string
  readonly port: number
  readonly targetPort?: number | string
  readonly protocol?: Protocol
}

/** One port of a Service at the pods of one workload; `at` is undefined where those pods have no port of that name. */
export interface Answer {
  readonly workload: Ref
  readonly port: number
  readonly portName?: string
  readonly protocol: Protocol
  readonly at: number | undefined
}

/** Who answers for a Service and at which of their ports, sorted; undefined where it has no selector to tell by. */
export function answersOf(r: Reachability, service: EstateObject): readonly Answer[] | undefined {
  const known = ofServices.get(r) ?? new Map<EstateObject, readonly Answer[] | undefined>()
  ofServices.set(r, known)
  if (!known.has(service)) known.set(service, answering(r, service))
  return known.get(service)
}

const ofServices = new WeakMap<Reachability, Map<EstateObject, readonly Answer[] | undefined>>()

function answering(r: Reachability, service: EstateObject): readonly Answer[] | undefined {
  const { selector, ports } = specOf(service)
  if (!selector || Object.keys(selector).length === 0) return undefined
  const { namespace } = partsOf(service.ref)
  const behind = (r.podsIn.get(namespace) ?? []).filter(
    (pod) => pod.steady && !pod.notes?.includes('over') && matchesLabels({ matchLabels: selector }, pod.labels),
  )
  return behind.flatMap(({ workload, spec }) =>
    ports.map(({ name, port, targetPort = port, protocol = 'TCP' }) => {
      const at = typeof targetPort === 'number' ? targetPort : portCalled(spec, targetPort, protocol)
      return { workload, port, portName: name, protocol, at }
    }),
  )
}

function portOf({ name, port, targetPort, protocol }: Fields): readonly ServicePort[] {
  if (typeof port !== 'number') return []
  return [
    {
      name: textOf(name),
      port,
      targetPort: typeof targetPort === 'number' ? targetPort : textOf(targetPort),
      protocol: protocol === 'UDP' || protocol === 'SCTP' ? protocol : 'TCP',
    },
  ]
}

function specOf({ manifest }: EstateObject): { selector?: Labels; ports: readonly ServicePort[] } {
  const { selector, ports } = fieldsOf(manifest.spec)
  return { selector: selector === undefined ? undefined : textsOf(selector), ports: fieldsIn(ports).flatMap(portOf) }
}
