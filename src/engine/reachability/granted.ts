// What the policies on one end let through, whatever those on the other end say: a rule that is wider than the calls it
// was written for waits only for the other side to open.

import type { PodSpec, Protocol, Ref } from '../../kubernetes/types.ts'
import { type Assumption, joinAssumptions } from '../assumption.ts'
import { isShutOut } from './alike.ts'
import { type Connection, connection } from './connection.ts'
import type { Direction } from './policy.ts'
import { listedPorts } from './port.ts'
import type { Reachability } from './reachability.ts'
import { selectsNone } from './refusal.ts'

/** One way that is let through on the side of `subject`: out to `far`, or in from it, at a port of the called. */
export interface Granted {
  readonly subject: Ref
  readonly far: Ref
  readonly port: number
  readonly protocol: Protocol
  /** The policy whose rule lets it through; absent where none isolates the subject in that direction. */
  readonly by?: Ref
}

export interface GrantedWays {
  readonly ways: readonly Granted[]
  /** How many were asked about. */
  readonly asked: number
  readonly assumes: readonly Assumption[]
  /** What decides and nobody shows. */
  readonly unknown: readonly string[]
}

/**
 * Every pair of a subject with another workload of the cluster, at the ports that the called one lists. A rule whose
 * selector finds no namespace, and that means this one by a label's value, counts as it is meant.
 * O(subjects × workloads × ports) connections.
 */
export function grantedWays(
  r: Reachability,
  subjects: readonly Ref[],
  direction: Direction,
  denied: ReadonlySet<string>,
): GrantedWays {
  const ways: Granted[] = []
  const unknown = new Set<string>()
  const assumes: (readonly Assumption[])[] = []
  let asked = 0
  const ports = new Map([...r.pods.values()].map(({ workload, spec }) => [workload, portsOf(spec)]))
  for (const subject of subjects) {
    const tells = mayMiss(r, subject, direction)
    let isShutTold = false
    for (const far of r.pods.keys()) {
      if (far === subject) continue
      const [from, to] = direction === 'egress' ? [subject, far] : [far, subject]
      const isShut = !tells && isShutOut(r, subject, far, direction)
      // What shuts one out shuts out all that no rule takes, and rests on the same.
      if (isShut && isShutTold) {
        asked += ports.get(to)?.length ?? 0
        continue
      }
      for (const { port, protocol } of ports.get(to) ?? []) {
        asked++
        const judged = connection(r, { from, to, port, protocol, wanted: 'closed', tells, denied })
        const side = judged[direction]
        for (const name of side.unknown) unknown.add(name)
        const by = grantOf(judged, direction)
        if (by) ways.push({ subject, far, port, protocol, ...by })
        else assumes.push(side.assumes, enforcement(judged))
        isShutTold ||= isShut
      }
    }
  }
  return { ways, asked, assumes: joinAssumptions(assumes), unknown: [...unknown].sort() }
}

// Rules that refuse cost more than the answer, and only one whose selector finds no namespace is asked for.
function mayMiss(r: Reachability, subject: Ref, direction: Direction): boolean {
  if (r.tiers) return true
  const isolating = r.isolating[direction][r.classOf.get(subject) ?? -1] ?? []
  const peers = isolating.flatMap((policy) => (policy[direction] ?? []).flatMap((rule) => rule.peers ?? []))
  return peers.some(({ namespaceSelector }) => namespaceSelector && selectsNone(r, namespaceSelector))
}

// That the plugin enforces policy belongs to the whole connection, and to each side of it.
function enforcement({ assumes }: Connection): readonly Assumption[] {
  return assumes.filter(({ id }) => id.startsWith('enforces-policy/'))
}

function grantOf(judged: Connection, direction: Direction): Pick<Granted, 'by'> | undefined {
  const { open, allowedBy, refusals } = judged[direction]
  if (open) return allowedBy ? { by: allowedBy.policy } : {}
  const meant = refusals.find(
    ({ isMeant, distance, misses }) =>
      isMeant && distance === 1 && misses.every((miss) => miss.why === 'namespaceSelector' && miss.matchesNone),
  )
  return meant && { by: meant.policy }
}

/** Each port once, whatever it is called. */
function portsOf(spec: PodSpec) {
  return [
    ...new Map(listedPorts(spec).map(({ port, protocol }) => [`${protocol} ${port}`, { port, protocol }])).values(),
  ]
}
