import type { Protocol, Ref } from '../../kubernetes/types.ts'
import { reachMatrix } from './matrix.ts'
import type { Reachability } from './reachability.ts'
import { portsBetween } from './reached.ts'

/** One connection out of the whole matrix; undefined where it says that nobody can tell. */
export function inMatrix(
  r: Reachability,
  { from, to, port, protocol }: { from: Ref; to: Ref; port: number; protocol: Protocol },
): boolean | undefined {
  const matrix = reachMatrix(r)
  const numberOf = (workload: Ref) => matrix.classes.findIndex(({ members }) => members.includes(workload))
  const [a, b] = [numberOf(from), numberOf(to)]
  if (a < 0 || b < 0) return undefined
  const open = portsBetween(matrix, a, b) ?? []
  return open === 'all' || open.some((one) => one.protocol === protocol && one.first <= port && port <= one.last)
}
