// Pods of a DaemonSet that another one keeps out by a port of the node: they wait, and nobody else has less room for it.

import { portsClash } from '../scheduling/host-ports.ts'
import type { Board, Member } from './board.ts'

/** Whether a DaemonSet that asks for nothing but a place shares a port, and a node, with another one. */
export function isKeptOut({ members, resources }: Board, member: Member): boolean {
  if (!member.daemon || member.ports.length === 0) return false
  if (resources.some((resource, r) => resource !== 'pods' && (member.needs[r] ?? 0) > 0)) return false
  return members.some(
    (other) =>
      other !== member &&
      other.daemon &&
      other.eligible.some((one, node) => one === 1 && member.eligible[node] === 1) &&
      other.ports.some((a) => member.ports.some((b) => portsClash(a, b))),
  )
}
