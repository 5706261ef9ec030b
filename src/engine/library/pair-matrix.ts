import type { Protocol, Ref } from '../../kubernetes/types.ts'
import { rowBytes } from '../connectivity/connectivity.ts'
import { expanded } from '../connectivity/expanded.ts'
import {
  type Differences,
  type PairMatrix as EngineMatrix,
  pairMatrix as matrixOf,
} from '../connectivity/pair-matrix.ts'
import { setBit } from '../reachability/bits.ts'
import { type ReachMatrix, unknownIn } from '../reachability/matrix.ts'
import { matrixSides } from '../reachability/matrix-sides.ts'
import type { PortRange } from '../reachability/port-ranges.ts'
import type { ClusterObjects } from './estate-of.ts'
import { reachabilityOf } from './reachability-of.ts'

/** A connection that somebody means to be open. */
export interface DeclaredPair {
  readonly from: Ref
  readonly to: Ref
  /** The port at the pods, after any Service; every port where none is said. */
  readonly port?: number
  /** Default TCP. */
  readonly protocol?: Protocol
}

/**
 * Workload `from` reaches workload `to` at the ports of class `port` where this bit is set, `to & 31` of the word
 * `(rowOf[from] * ports.length + port) * rowWords + (to >>> 5)` of `reached`.
 */
export interface PairMatrix {
  /** By number, sorted by those that no policy tells apart. */
  readonly workloads: readonly Ref[]
  /** Ports that no policy tells apart, by number. */
  readonly ports: readonly (readonly PortRange[])[]
  /** By workload: its rows, which it shares with those that reach the same. */
  readonly rowOf: Uint32Array
  readonly rowWords: number
  readonly reached: Uint32Array
  /** Declared, and not open. In the order of the workloads, then of the ports. */
  readonly blocked: readonly { readonly from: Ref; readonly to: Ref; readonly ports: readonly PortRange[] }[]
  /** Open, and not declared: how many workloads, by `from * ports.length + port`; a call to itself counts too. Empty where nothing is declared. */
  readonly undeclared: Uint32Array
  /** Workloads that are left out, since nobody can tell who reaches them or whom they reach. */
  readonly unknown: ReachMatrix['unknown']
}

/**
 * Every workload against every other at every class of ports, a bit each, and what differs from the connections that
 * somebody declared. Steps: classes × ports × workloads ÷ 128; memory: a bit for each of these, and for each workload ×
 * ports × workloads where connections are declared.
 *
 * Throws `RangeError` for a declared workload that is not there, or of which nobody can tell.
 * Source: kubernetes.io/docs/concepts/services-networking/network-policies.
 */
export function pairMatrix(cluster: ClusterObjects, declared: readonly DeclaredPair[] = []): PairMatrix {
  const r = reachabilityOf(cluster)
  const unknown = unknownIn(r)
  const { pods, ports, connectivity } = matrixSides(r, [], new Set(unknown.map(({ workload }) => workload)))
  const workloads = pods.flatMap(({ members }) => members as readonly Ref[])
  const classOf = Uint32Array.from(pods.flatMap(({ members }, at) => members.map(() => at)))
  const matrix = matrixOf(expanded(connectivity, classOf), declared.length > 0 ? classOf : undefined)
  const rowWords = rowBytes(workloads.length) >>> 2
  declare(declared, { matrix, workloads, ports: ports.all })
  const differences = matrix.differences()
  const first = matrix.reached.rowAt(0, 0)
  return {
    workloads,
    ports: ports.all,
    rowOf: classOf.map((at) => matrix.kindOf[at] as number),
    rowWords,
    reached: matrix.reached.words.slice(first, first + matrix.kinds * matrix.ports * rowWords),
    blocked: blockedPairs(differences, { workloads, ports: ports.all }),
    undeclared: differences.undeclared,
    unknown,
  }
}

interface Named {
  readonly matrix: EngineMatrix
  readonly workloads: readonly Ref[]
  readonly ports: PairMatrix['ports']
}

function declare(pairs: readonly DeclaredPair[], { matrix, workloads, ports }: Named): void {
  const numbers = new Map(workloads.map((workload, number) => [workload, number]))
  const numberOf = (workload: Ref) => {
    const number = numbers.get(workload)
    if (number !== undefined) return number
    throw new RangeError(`${workload} is no workload of these objects, or nobody can tell what it reaches`)
  }
  for (const { from, to, port, protocol = 'TCP' } of pairs) {
    const [own, far] = [numberOf(from), numberOf(to)]
    for (const [at, ranges] of ports.entries()) {
      if (port !== undefined && !ranges.some((range) => holds(range, port, protocol))) continue
      const row = matrix.declared.rowAt(own, at)
      setBit(matrix.declared.words.subarray(row), far)
    }
  }
}

function holds(range: PortRange, port: number, protocol: Protocol): boolean {
  return range.protocol === protocol && range.first <= port && port <= range.last
}

function blockedPairs(
  { blocked, targetsOf }: Differences,
  { workloads, ports }: Omit<Named, 'matrix'>,
): PairMatrix['blocked'] {
  return [...blocked].flatMap((count, row) => {
    if (count === 0) return []
    const [own, port] = [Math.floor(row / ports.length), row % ports.length]
    return targetsOf('blocked', own, port).map((to) => ({
      from: workloads[own] as Ref,
      to: workloads[to] as Ref,
      ports: ports[port] ?? [],
    }))
  })
}
