// What answers behind a Service's name: the pods that its selector takes, at their own ports.
// Source: kubernetes.io/docs/concepts/services-networking/service; policy acts after this translation.

import type { EstateObject } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import { type Labels, type Protocol, partsOf, type Ref } from '../../kubernetes/types.ts'
import { namedPorts } from './port.ts'
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
  const { selector, ports } = specOf(service)
  if (!selector || Object.keys(selector).length === 0) return undefined
  const { namespace } = partsOf(service.ref)
  const behind = [...r.pods.values()].filter(
    (pod) => pod.namespace === namespace && pod.steady && matchesLabels({ matchLabels: selector }, pod.labels),
  )
  behind.sort((a, b) => (a.workload < b.workload ? -1 : 1))
  return behind.flatMap(({ workload, spec }) =>
    ports.map(({ name, port, targetPort = port, protocol = 'TCP' }) => {
      const named = namedPorts(spec).find((each) => each.name === targetPort && each.protocol === protocol)
      const at = typeof targetPort === 'number' ? targetPort : named?.port
      return { workload, port, portName: name, protocol, at }
    }),
  )
}

function specOf({ manifest }: EstateObject): { selector?: Labels; ports: readonly ServicePort[] } {
  const spec = (manifest.spec ?? {}) as { selector?: Labels; ports?: readonly ServicePort[] }
  return { selector: spec.selector, ports: Array.isArray(spec.ports) ? spec.ports : [] }
}
