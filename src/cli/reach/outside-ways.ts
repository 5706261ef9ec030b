// What of the outside a workload reaches, or what of it gets in: at which ports, which addresses.

import { type ReachMatrix, reachMatrix } from '../../engine/reachability/matrix.ts'
import { outsideRanges, sayRange } from '../../engine/reachability/outside-ranges.ts'
import type { Direction } from '../../engine/reachability/policy.ts'
import { joinRanges, type PortRange } from '../../engine/reachability/port-ranges.ts'
import type { Reachability } from '../../engine/reachability/reachability.ts'
import { reached } from '../../engine/reachability/reached.ts'
import type { Protocol, Ref } from '../../kubernetes/types.ts'

export interface OutsideWay {
  readonly ports: readonly PortRange[] | 'all'
  /** `10.0.0.0-10.255.255.255`. */
  readonly addresses: readonly string[]
}

/** All ranges of addresses outside that policies tell apart. */
export function outsideRangesOf(r: Reachability): readonly string[] {
  return outsideRanges(r).map(sayRange)
}

/** The ways of one workload, by the addresses that have the same ports; none where it gets nowhere, or nobody can tell. */
export function outsideWays(r: Reachability, workload: Ref, direction: Direction): readonly OutsideWay[] {
  const matrix = reachMatrix(r)
  const { classes, reaches } = matrix
  const at = classes.findIndex(({ members, outside }) => !outside && members.includes(workload))
  if (at < 0) return []
  if (direction === 'egress') return waysOf(matrix, reached(reaches[at]))
  const into = classes.flatMap((_, far) => {
    const number = reached(reaches[far]).find(([each]) => each === at)?.[1]
    return number === undefined ? [] : [[far, number] as const]
  })
  return waysOf(matrix, into)
}

/** The ways among far ends with the numbers of their ports. */
export function waysOf(
  { classes, ports }: Pick<ReachMatrix, 'classes' | 'ports'>,
  far: readonly (readonly [at: number, ports: number])[],
): readonly OutsideWay[] {
  const found = far.flatMap(([at, number]): [string, readonly PortRange[]][] => {
    const { members = [], outside } = classes[at] ?? {}
    const open = ports[number] ?? []
    return outside ? [[members[0] ?? '', open === 'all' ? everyPort : open]] : []
  })
  return byAddresses(found)
}

const everyPort = (['SCTP', 'TCP', 'UDP'] as const).map((protocol) => ({ protocol, first: 1, last: 65_535 }))

function byAddresses(found: readonly (readonly [string, readonly PortRange[]])[]): readonly OutsideWay[] {
  const pieces = (['SCTP', 'TCP', 'UDP'] as const).flatMap((protocol) =>
    piecesOf(
      found.flatMap(([, own]) => own),
      protocol,
    ),
  )
  const told = pieces.map((piece) => ({
    piece,
    addresses: found.filter(([, own]) => own.some((range) => holds(range, piece))).map(([address]) => address),
  }))
  const alike = Map.groupBy(
    told.filter(({ addresses }) => addresses.length > 0),
    ({ addresses }) => addresses.join(),
  )
  return [...alike.values()].map((group) => ({
    ports: joinRanges(group.map(({ piece }) => piece)),
    addresses: group[0]?.addresses ?? [],
  }))
}

/** Ranges within which all of the given ones hold everything or nothing. */
function piecesOf(ranges: readonly PortRange[], protocol: Protocol): readonly PortRange[] {
  const own = ranges.filter((range) => range.protocol === protocol)
  const starts = [...new Set(own.flatMap(({ first, last }) => [first, last + 1]))].sort((a, b) => a - b)
  return starts.slice(0, -1).map((first, at) => ({ protocol, first, last: (starts[at + 1] ?? first + 1) - 1 }))
}

function holds(range: PortRange, piece: PortRange): boolean {
  return range.protocol === piece.protocol && range.first <= piece.first && piece.last <= range.last
}
