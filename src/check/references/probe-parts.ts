// Ports that probes and hooks ask for by name: the kubelet looks for the name among the ports of the very container.
// Source: k8s.io/kubernetes@v1.36.3 pkg/probe/util.go (ResolveContainerPort), pkg/kubelet/prober/worker.go (doProbe throws
// away the result of a probe that it cannot ask), pkg/kubelet/lifecycle/handlers.go (runHTTPHandler).

import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { nearest } from '../../platform/nearest.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, part } from '../define.ts'
import { templatePathOf } from './pod-references.ts'
import type { Path } from './reference.ts'

type Fields = { readonly [field: string]: unknown }

export type ProbeRules = {
  asksPort: { readonly ports: readonly string[] }
  noContainerPort: Asked
}

interface Asked {
  readonly what: string
  readonly container: string
  readonly port: string
  readonly ports: readonly string[]
  readonly otherwise: string
}

const askers: readonly (readonly [path: readonly string[], otherwise: string])[] = [
  [['startupProbe'], 'the container never counts as started'],
  [['readinessProbe'], 'the pod never becomes Ready'],
  [['livenessProbe'], 'the probe is never asked, and nothing restarts the container'],
  [['lifecycle', 'postStart'], 'the container is killed as soon as it has started (FailedPostStartHook)'],
  [['lifecycle', 'preStop'], 'the hook never runs (FailedPreStopHook)'],
]

/** One part for each port name that its container has not; one for all of them, where all are there. */
export function probeParts(object: EstateObject): readonly AnyPart<ProbeRules>[] {
  const template = templatePathOf(object)
  if (template === undefined) return []
  const path = [...template, 'spec']
  const spec = fieldsAt(object.manifest, ...(path as string[]))
  const asked = ['initContainers', 'containers'].flatMap((list) =>
    fieldsIn(spec[list]).flatMap((container, index) => askedOf(container, [...path, list, index])),
  )
  const missing = asked.filter(({ data: { port, ports } }) => !ports.includes(port))
  if (asked.length > 0 && missing.length === 0) {
    const ports = [...new Set(asked.map(({ data: { port } }) => port))].sort(byCodePoint)
    return [part('asksPort', true, { ports }, { at: { source: object.source } })]
  }
  return missing.map(({ data, path: at }) => {
    const near = data.ports.length === 1 ? data.ports[0] : nearest(data.port, data.ports)
    return part('noContainerPort', false, data, {
      at: { source: object.source, path: at },
      cause: `container-port/${object.ref}/${data.container}/${data.port}`,
      ...(near !== undefined && { hint: `did you mean ${near}?` }),
    })
  })
}

function askedOf(container: Fields, path: Path): readonly { readonly data: Asked; readonly path: Path }[] {
  const ports = fieldsIn(container.ports).flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  return askers.flatMap(([field, otherwise]) =>
    actionsOf(field).flatMap((action) => {
      const { port } = fieldsAt(container, ...field, action)
      // A number in quotes is taken as a number.
      if (typeof port !== 'string' || /^[+-]?\d+$/.test(port)) return []
      const what = field.at(-1) ?? ''
      const name = typeof container.name === 'string' ? container.name : '?'
      const data = { what, container: name, port, ports, otherwise }
      return [{ data, path: [...path, ...field, action, 'port'] }]
    }),
  )
}

// Of hooks the kubelet knows no socket any more.
function actionsOf([field]: readonly string[]): readonly string[] {
  return field === 'lifecycle' ? ['httpGet'] : ['httpGet', 'tcpSocket']
}

export const probeWords = {
  asksPort: ({ ports }: ProbeRules['asksPort']) =>
    `probes ask for ports that their containers name: ${ports.join(', ')}`,
  noContainerPort: ({ what, container, port, ports, otherwise }: Asked) =>
    `${what} of container ${container} asks port ${port}, and the container names ${ports.length === 0 ? 'no port' : `only ${ports.join(', ')}`}: ${otherwise}`,
}
