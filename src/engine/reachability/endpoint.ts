// What can be at either end of a connection: pods of one kind, or an address outside the cluster.

import type { Labels, Ref } from '../../kubernetes/types.ts'
import { type NamedPort, namedPorts } from './port.ts'
import type { ConnectedPods } from './reachability.ts'

/** A place outside every cluster; its address is known only where somebody says it. */
export interface Outside {
  readonly outside: string
  /** `203.0.113.7` or a block, `203.0.113.0/24`. */
  readonly address?: string
}

/** A workload of the estate, or a place outside. */
export type Endpoint = Ref | Outside

/** Pods that no policy can tell apart: same namespace, labels, port names, and network of their own or of their node. */
export interface EndpointClass {
  readonly namespace: string
  readonly labels: Labels
  readonly hostNetwork: boolean
  readonly named: readonly NamedPort[]
}

export interface EndpointClasses {
  readonly classes: readonly EndpointClass[]
  readonly classOf: ReadonlyMap<Ref, number>
}

/** Numbers the pods of an estate by class. */
export function endpointClasses(pods: readonly ConnectedPods[]): EndpointClasses {
  const classes: EndpointClass[] = []
  const byKey = new Map<string, number>()
  const classOf = new Map<Ref, number>()
  for (const pod of pods) {
    const made = endpointClass(pod)
    const key = keyOf(made)
    const at = byKey.get(key) ?? classes.push(made) - 1
    byKey.set(key, at)
    classOf.set(pod.workload, at)
  }
  return { classes, classOf }
}

function endpointClass({ namespace, labels, spec }: ConnectedPods): EndpointClass {
  return { namespace, labels, hostNetwork: spec.hostNetwork === true, named: namedPorts(spec) }
}

function keyOf({ namespace, labels, hostNetwork, named }: EndpointClass): string {
  // With the length of each text before it, as texts may hold any sign.
  let key = `${namespace.length}:${namespace}${hostNetwork}`
  for (const name of Object.keys(labels).sort()) {
    const value = `${labels[name]}`
    key += ` ${name.length}:${name}${value.length}:${value}`
  }
  for (const { name, port, protocol } of named) key += `,${name.length}:${name}${port} ${protocol}`
  return key
}
