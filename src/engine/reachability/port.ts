// Whether a port of a policy's rule lets a port of a pod through. Source: k8s.io/api networking/v1 NetworkPolicyPort.

import type { PodSpec, PolicyPort, Protocol } from '../../kubernetes/types.ts'
import { fieldsIn } from '../pods/untrusted.ts'

/** A port that a pod's containers give a name to. */
export interface NamedPort {
  readonly name: string
  readonly port: number
  readonly protocol: Protocol
}

/** Where a connection goes: a port number (undefined where nobody says), and the names that the pods there give. */
export interface PortTarget {
  readonly port: number | undefined
  readonly protocol: Protocol
  readonly named: readonly NamedPort[]
}

export type PortMatch = 'yes' | 'port' | 'protocol' | 'name' | 'unsaid'

/** `yes`, or what keeps it out; `unsaid` where the port of the connection is not known and only some ports are let through. */
export function portMatch({ protocol = 'TCP', port, endPort }: PolicyPort, target: PortTarget): PortMatch {
  const sameProtocol = protocol === target.protocol
  if (port === undefined) return sameProtocol ? 'yes' : 'protocol'
  if (target.port === undefined) return sameProtocol ? 'unsaid' : 'protocol'
  if (typeof port === 'string') return namedMatch(port, protocol, target)
  const inRange = port <= target.port && target.port <= (endPort ?? port)
  if (!inRange) return 'port'
  return sameProtocol ? 'yes' : 'protocol'
}

// A name stands for whatever the pod at the far end calls so, and only in the protocol of the rule.
function namedMatch(name: string, protocol: Protocol, target: PortTarget): PortMatch {
  const called = target.named.filter((port) => port.name === name)
  const reached = called.filter(({ port }) => port === target.port)
  if (called.length === 0) return 'name'
  if (reached.length === 0) return 'port'
  const match = reached.some((port) => port.protocol === protocol) && protocol === target.protocol
  return match ? 'yes' : 'protocol'
}

/** The ports that the containers of a pod name, sidecars included, sorted. */
export function namedPorts(spec: PodSpec): readonly NamedPort[] {
  return portsInOrder(spec).sort(
    (a, b) => compare(a.name, b.name) || compare(a.protocol, b.protocol) || a.port - b.port,
  )
}

/**
 * The port that a Service means by a name: of several containers that use it the first, sidecars last.
 * Source: k8s.io/endpointslice@v0.36.3/utils.go:381.
 */
export function portCalled(spec: PodSpec, name: string, protocol: Protocol): number | undefined {
  return portsInOrder(spec).find((each) => each.name === name && each.protocol === protocol)?.port
}

/** Whether a pod calls more than one port so: each of its containers may. */
export function isCalledTwice(name: string, protocol: Protocol, named: readonly NamedPort[]): boolean {
  const ports = named.filter((each) => each.name === name && each.protocol === protocol).map(({ port }) => port)
  return new Set(ports).size > 1
}

function portsInOrder(spec: PodSpec): NamedPort[] {
  return listedPorts(spec).flatMap(({ name, ...rest }) => (name === undefined ? [] : [{ name, ...rest }]))
}

/** The ports that the containers of a pod list, sidecars included, with or without a name. */
export function listedPorts(spec: PodSpec): readonly (Omit<NamedPort, 'name'> & { readonly name?: string })[] {
  const sidecars = fieldsIn(spec.initContainers).filter(({ restartPolicy }) => restartPolicy === 'Always')
  const ports = [...spec.containers, ...sidecars].flatMap((container) => fieldsIn(container.ports))
  return ports.flatMap(({ name, containerPort: port, protocol = 'TCP' }) =>
    typeof port === 'number' && isProtocol(protocol)
      ? [{ port, protocol, ...(typeof name === 'string' && { name }) }]
      : [],
  )
}

function isProtocol(protocol: unknown): protocol is Protocol {
  return protocol === 'TCP' || protocol === 'UDP' || protocol === 'SCTP'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
