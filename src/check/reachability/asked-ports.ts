// The ports at which a promise about who reaches a component is judged.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { listedPorts, namedPorts } from '../../engine/reachability/port.ts'
import { answersOf } from '../../engine/reachability/service.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Component } from '../../platform/component.ts'
import type { PortRef } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import type { View } from '../world.ts'
import type { AskedPort } from './every-port.ts'
import { reachable } from './reachable.ts'

/** The port that is named; of a whole component every port but that of its metrics, which its collector has to reach. */
export function askedPorts(pod: PodClass, target: Component | PortRef, view: View): readonly AskedPort[] {
  const listed = pod.component === undefined ? listedPorts(pod.spec) : namedPorts(pod.spec)
  // A list of ports is only a hint: where there is none, Services show some.
  const ports = listed.length > 0 || pod.component !== undefined ? listed : ledTo(pod, view)
  if (target.is === 'port') {
    const known = pod.component === undefined ? [...listed, ...ledTo(pod, view)] : listed
    const named = known.filter(({ name }) => name === target.port)
    return once(named.length > 0 ? named : known.filter(({ port }) => port === declaredPort(target)))
  }
  const metered = view.estate.facts.find((fact) => fact.trait === 'metered' && fact.of === pod.workload)
  const serving = ports.filter(({ name }) => !(metered?.trait === 'metered' && metered.port === name))
  return once(serving.length > 0 ? serving : ports)
}

// Whoever makes the pods of a store may call its port otherwise: the number is the same.
function declaredPort({ component, port }: PortRef): number | undefined {
  if (component.workload !== undefined) return undefined
  const ports = traitsOf(component).runs.flatMap((workload) => workload.ports)
  return ports.find(({ name }) => name === port)?.port
}

interface Shown extends AskedPort {
  readonly name?: string
}

function ledTo({ namespace, workload }: PodClass, view: View): readonly Shown[] {
  const r = reachable(view)
  return view.estate.objects
    .filter(({ ref, manifest }) => manifest.kind === 'Service' && partsOf(ref).namespace === namespace)
    .flatMap((service) => answersOf(r, service) ?? [])
    .flatMap(({ workload: to, at: port, protocol, portName: name }) =>
      to === workload && port !== undefined ? [{ port, protocol, ...(name !== undefined && { name }) }] : [],
    )
}

function once(ports: readonly Shown[]): readonly AskedPort[] {
  const found = new Map(ports.map(({ port, protocol }) => [`${protocol} ${port}`, { port, protocol }]))
  return [...found.values()].sort((a, b) => a.port - b.port || (a.protocol < b.protocol ? -1 : 1))
}
