// Ports that stand for all 65,535 of a protocol: each that a policy or a pod names, the ends of each range, and one that
// nobody names. Between two neighbours of these no policy tells ports apart.

import { namedPorts } from '../../engine/reachability/port.ts'
import type { Reachability } from '../../engine/reachability/reachability.ts'
import type { Protocol } from '../../kubernetes/types.ts'

export interface AskedPort {
  readonly port: number
  readonly protocol: Protocol
}

/** The ports to ask about for an answer that holds for every port but those in `except`. */
export function everyPort(r: Reachability, except: readonly number[] = []): readonly AskedPort[] {
  const written = r.policies
    .flatMap(({ egress = [], ingress = [] }) => [...egress, ...ingress])
    .flatMap(({ ports = [] }) => ports)
    .flatMap(({ port, endPort }) =>
      typeof port === 'number' ? [port, endPort ?? port, (endPort ?? port) + 1, port - 1] : [],
    )
  const named = [...r.pods.values()].flatMap(({ spec }) => namedPorts(spec).map(({ port }) => port))
  const known = new Set([...written, ...named])
  let other = 1
  while (known.has(other) || except.includes(other)) other++
  const ports = [...known, other].filter((port) => port > 0 && port < 65_536 && !except.includes(port))
  return ports.sort((a, b) => a - b).flatMap((port) => protocols.map((protocol) => ({ port, protocol })))
}

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'SCTP']
