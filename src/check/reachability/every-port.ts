// Ports that stand for all 65,535 of each protocol: where an interval begins in which no policy tells ports apart.

import { namedPorts } from '../../engine/reachability/port.ts'
import type { Reachability } from '../../engine/reachability/reachability.ts'
import type { PolicyPort, Protocol } from '../../kubernetes/types.ts'

export interface AskedPort {
  readonly port: number
  readonly protocol: Protocol
}

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'SCTP']
const last = 65_535

/** The ports to ask about for an answer that holds for every port but those in `except`. */
export function everyPort(r: Reachability, except: readonly number[] = []): readonly AskedPort[] {
  const written = [...r.policies, ...r.ranked]
    .flatMap(({ egress = [], ingress = [] }) => [...egress, ...ingress])
    .flatMap(({ ports = [] }) => ports)
  // A port by name is each port that some pod calls so.
  const named = written.some(({ port }) => typeof port === 'string')
    ? [...r.pods.values()].flatMap(({ spec }) => namedPorts(spec).map(({ port }) => port))
    : []
  return protocols.flatMap((protocol) => {
    const ranges = written.filter((one) => (one.protocol ?? 'TCP') === protocol)
    return startsOf(ranges, named, except).map((port) => ({ port, protocol }))
  })
}

// Where no policy writes a range, the ports that are written differ from all others, which are alike.
function startsOf(
  written: readonly PolicyPort[],
  named: readonly number[],
  except: readonly number[],
): readonly number[] {
  const singles = [...written.flatMap(({ port }) => (typeof port === 'number' ? [port] : [])), ...named]
  const ends = written.flatMap(({ endPort }) => endPort ?? [])
  const isRanged = ends.length > 0
  const after = isRanged ? [...singles, ...ends, ...except].map((port) => port + 1) : []
  const starts = new Set([...singles, ...after, ...(isRanged ? [1] : [])])
  if (!isRanged || except.includes(1)) starts.add(firstFree(new Set([...singles, ...except])))
  return [...starts].filter((port) => port <= last && !except.includes(port)).sort((a, b) => a - b)
}

function firstFree(used: ReadonlySet<number>): number {
  let port = 1
  while (used.has(port)) port++
  return port
}
