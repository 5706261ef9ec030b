// The ports and protocols of a rule of Calico, as NetworkPolicy would write them.
// Source: projectcalico/calico, api/pkg/apis/projectcalico/v3/policy_common.go; api/pkg/lib/numorstring.

import type { PolicyPort, Protocol } from '../../kubernetes/types.ts'
import { isString } from './shape.ts'

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'SCTP']
const numbers = new Map<unknown, Protocol>([
  [6, 'TCP'],
  [17, 'UDP'],
  [132, 'SCTP'],
])

interface Written {
  readonly protocol?: unknown
  readonly notProtocol?: unknown
  readonly ports?: unknown
  readonly notPorts?: unknown
}

/** undefined: every port of every protocol; none: only protocols that have no ports, such as ICMP. */
export function calicoPorts({
  protocol,
  notProtocol,
  ports,
  notPorts,
}: Written): readonly PolicyPort[] | undefined | 'unreadable' {
  const written = rangesOf(ports)
  const left = rangesOf(notPorts)
  if (written === 'unreadable' || left === 'unreadable') return 'unreadable'
  if (protocol === undefined && notProtocol === undefined) return written || left ? 'unreadable' : undefined
  const meant = protocols.filter(
    (each) => (protocol === undefined || named(protocol) === each) && named(notProtocol) !== each,
  )
  const isNamed = [...(written ?? []), ...(left ?? [])].some(({ port }) => isString(port))
  if (left && isNamed) return 'unreadable'
  const ranges = left ? without(written ?? [{ port: 1, endPort: 65_535 }], left) : written
  return meant.flatMap((each) =>
    ranges ? ranges.map((range) => ({ ...range, protocol: each })) : [{ protocol: each }],
  )
}

function named(protocol: unknown): Protocol | undefined {
  const known = numbers.get(protocol)
  return known ?? protocols.find((each) => isString(protocol) && each === protocol.toUpperCase())
}

/** Numbers, `8000:9000`, or names of ports. */
function rangesOf(written: unknown): readonly PolicyPort[] | undefined | 'unreadable' {
  if (written === undefined || (Array.isArray(written) && written.length === 0)) return undefined
  if (!Array.isArray(written)) return 'unreadable'
  const ranges = written.map(rangeOf)
  return ranges.every((range) => range !== undefined) ? ranges : 'unreadable'
}

function rangeOf(port: unknown): PolicyPort | undefined {
  if (typeof port === 'number') return isPort(port) ? { port } : undefined
  if (!isString(port) || port === '') return undefined
  const [, first, last] = /^(\d+)(?::(\d+))?$/.exec(port) ?? []
  if (first === undefined) return { port }
  const range = { port: Number(first), ...(last !== undefined && { endPort: Number(last) }) }
  return isPort(range.port) && isPort(range.endPort ?? range.port) ? range : undefined
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= 65_535
}

/** Ranges of numbers less other ranges of numbers. */
function without(ranges: readonly PolicyPort[], holes: readonly PolicyPort[]): readonly PolicyPort[] {
  return holes.reduce<readonly PolicyPort[]>((left, hole) => left.flatMap((range) => less(range, hole)), ranges)
}

function less(range: PolicyPort, hole: PolicyPort): readonly PolicyPort[] {
  const [first, last] = endsOf(range)
  const [from, to] = endsOf(hole)
  if (to < first || last < from) return [range]
  return [
    ...(first < from ? [{ port: first, endPort: from - 1 }] : []),
    ...(to < last ? [{ port: to + 1, endPort: last }] : []),
  ]
}

function endsOf({ port, endPort }: PolicyPort): readonly [number, number] {
  return [Number(port), endPort ?? Number(port)]
}
