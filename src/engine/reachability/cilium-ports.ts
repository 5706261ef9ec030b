// The ports of a rule of Cilium, entry by entry, and what else has to be so where an entry looks into the requests.
// Source: cilium/cilium, pkg/policy/api/l4.go, rule_validation.go.

import type { PolicyPort, Protocol } from '../../kubernetes/types.ts'
import { hasOnly, isListOf, isRecord, isString } from './shape.ts'

export interface CiliumPorts {
  /** undefined: every port. */
  readonly ports: readonly PolicyPort[] | undefined
  /** Only some requests pass: those that its rules for HTTP, names or the like take. */
  readonly isSifted: boolean
}

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'SCTP']
const entryFields = new Set(['ports', 'rules', 'serverNames', 'listener', 'terminatingTLS', 'originatingTLS'])
const portFields = new Set(['port', 'endPort', 'protocol'])

/** One per entry, for each lets through by itself; undefined where nobody can read them. */
export function ciliumPorts(written: unknown): readonly CiliumPorts[] | undefined {
  if (written === undefined || (Array.isArray(written) && written.length === 0))
    return [{ ports: undefined, isSifted: false }]
  if (!Array.isArray(written)) return undefined
  const entries = written.map(entryOf)
  return entries.every((entry) => entry !== undefined) ? entries : undefined
}

function entryOf(written: unknown): CiliumPorts | undefined {
  if (!isRecord(written) || !hasOnly(written, entryFields)) return undefined
  const { ports, rules, serverNames, listener } = written
  const isSifted = sifts(rules) || serverNames !== undefined || listener !== undefined
  if (ports === undefined) return { ports: undefined, isSifted }
  if (!Array.isArray(ports) || ports.length === 0) return undefined
  const read = ports.map(portOf)
  return read.every((port) => port !== undefined) ? { ports: read.flat(), isSifted } : undefined
}

// `http: [{}]` takes every request, and `dns: [{ matchPattern: "*" }]` every name.
function sifts(rules: unknown): boolean {
  if (!isRecord(rules)) return rules !== undefined
  const lists = Object.values(rules)
  return lists.length > 0 && !lists.every((list) => isListOf(list, isRecord) && (list as object[]).some(takesAll))
}

function takesAll(rule: object): boolean {
  const fields = Object.entries(rule)
  return fields.every(([field, value]) => field === 'matchPattern' && value === '*')
}

function portOf(written: unknown): readonly PolicyPort[] | undefined {
  if (!isRecord(written) || !hasOnly(written, portFields)) return undefined
  const { port, endPort, protocol = 'ANY' } = written
  const meant = protocolsOf(protocol)
  const text = typeof port === 'number' ? String(port) : port
  if (!meant || !isString(text) || text === '') return undefined
  if (!/^\d+$/.test(text))
    return endPort === undefined ? meant.map((each) => ({ protocol: each, port: text })) : undefined
  const number = Number(text)
  if (number > 65_535) return undefined
  // 0 stands for every port.
  if (number === 0) return meant.map((each) => ({ protocol: each }))
  const last = typeof endPort === 'number' && endPort > 0 ? endPort : undefined
  if (endPort !== undefined && (typeof endPort !== 'number' || endPort > 65_535)) return undefined
  return meant.map((each) => ({ protocol: each, port: number, ...(last !== undefined && { endPort: last }) }))
}

function protocolsOf(protocol: unknown): readonly Protocol[] | undefined {
  if (!isString(protocol)) return undefined
  const name = protocol.toUpperCase()
  if (name === 'ANY' || name === '') return protocols
  if (name === 'ICMP' || name === 'ICMPV6' || name === 'VRRP' || name === 'IGMP') return []
  const known = protocols.find((each) => each === name)
  return known && [known]
}
