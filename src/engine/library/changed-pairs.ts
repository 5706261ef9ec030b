// What a change opens and closes, by name: rows of the engine with its classes as the workloads that they stand for.

import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Bits, membersOf } from '../reachability/bits.ts'
import { type ChangeIndex, changeIndex } from '../reachability/change-index.ts'
import type { ChangedRow } from '../reachability/change-rows.ts'
import type { PortRange } from '../reachability/port-ranges.ts'
import type { Reachability } from '../reachability/reachability.ts'

/** The same for each of `workloads`, towards each of `opened` and `closed`; nobody is said to call itself. */
export interface ChangedPairs {
  /** Workloads whose pods nothing tells apart, sorted. */
  readonly workloads: readonly Ref[]
  /** `egress`: what they reach; `ingress`: what reaches them. Each pair is told once. */
  readonly direction: 'egress' | 'ingress'
  /** Ports at the pods that are called, after any Service. */
  readonly ports: readonly PortRange[]
  /** The other ends, sorted: pairs that are open from now on, and pairs that were. */
  readonly opened: readonly Ref[]
  readonly closed: readonly Ref[]
}

interface Prepared {
  readonly index: ChangeIndex | undefined
  /** By class of pods: its workloads, sorted. */
  readonly members: readonly (readonly Ref[])[]
}

const known = new WeakMap<Reachability, Prepared>()

/** What every change of the same objects is answered from; made at the first. */
export function preparedFor(r: Reachability): Prepared {
  const found = known.get(r)
  if (found) return found
  const members = r.classes.map((): Ref[] => [])
  for (const [workload, at] of r.classOf) members[at]?.push(workload)
  for (const own of members) own.sort(byCodePoint)
  const made = { index: changeIndex(r), members }
  known.set(r, made)
  return made
}

/** Rows by name; `only` stands for itself, and not for the others of its class. */
export function pairsOf(
  rows: readonly ChangedRow[],
  members: Prepared['members'],
  only?: Ref,
): readonly ChangedPairs[] {
  const refsIn = (bits: Bits) => membersOf(bits).flatMap((at) => members[at] ?? [])
  const named = (bits: Bits) =>
    refsIn(bits)
      .filter((ref) => ref !== only)
      .sort(byCodePoint)
  return rows.map(({ at, direction, ports, opened, closed }) => ({
    workloads: only === undefined ? (members[at] ?? []) : [only],
    direction,
    ports,
    opened: named(opened),
    closed: named(closed),
  }))
}
