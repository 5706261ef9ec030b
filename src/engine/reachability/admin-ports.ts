// The ports in a rule of a cluster-wide policy, as NetworkPolicy would write them.
// Source: AdminNetworkPolicyPort (apis/v1alpha1/shared_types.go), ClusterNetworkPolicyProtocol (apis/v1beta1).

import type { PolicyPort, Protocol } from '../../kubernetes/types.ts'
import { isRecord, isString } from './shape.ts'

type Fields = { readonly [field: string]: unknown }

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'SCTP']

/** undefined: every port of every protocol. */
export function adminPorts(written: unknown): readonly PolicyPort[] | undefined | 'unreadable' {
  if (written === undefined) return undefined
  if (!Array.isArray(written) || written.length === 0) return 'unreadable'
  const ports = written.map(adminPort)
  return ports.every((each) => each !== undefined) ? ports.flat() : 'unreadable'
}

function adminPort(written: unknown): readonly PolicyPort[] | undefined {
  if (!isRecord(written)) return undefined
  const [field = '', more] = Object.keys(written)
  const value = written[field]
  if (more !== undefined) return undefined
  if (field === 'namedPort' || field === 'destinationNamedPort') return isString(value) ? namedPort(value) : undefined
  if (!isRecord(value)) return undefined
  if (field === 'portNumber') return numbered(value.protocol ?? 'TCP', value.port, undefined)
  if (field === 'portRange') return numbered(value.protocol ?? 'TCP', value.start, value.end)
  const protocol = protocols.find((each) => each.toLowerCase() === field)
  return protocol && ofProtocol(protocol, value)
}

// A name says no protocol: it is whatever port a pod calls so.
function namedPort(port: string): readonly PolicyPort[] {
  return protocols.map((protocol) => ({ protocol, port }))
}

function ofProtocol(protocol: Protocol, { destinationPort, ...more }: Fields): readonly PolicyPort[] | undefined {
  if (!isRecord(destinationPort) || Object.keys(more).length > 0) return undefined
  const { number, range } = destinationPort
  if (isRecord(range)) return number === undefined ? numbered(protocol, range.start, range.end) : undefined
  return range === undefined ? numbered(protocol, number, undefined) : undefined
}

function numbered(protocol: unknown, port: unknown, endPort: unknown): readonly PolicyPort[] | undefined {
  const known = protocols.find((each) => each === protocol)
  if (!known || !isPort(port) || (endPort !== undefined && !isPort(endPort))) return undefined
  return [{ protocol: known, port, ...(endPort !== undefined && { endPort }) }]
}

function isPort(port: unknown): port is number {
  return typeof port === 'number' && Number.isInteger(port) && port >= 1 && port <= 65_535
}
