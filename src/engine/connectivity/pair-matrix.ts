// Every pair at every port class as one bit, and what differs from the pairs that somebody declared.

import { type Connectivity, rowBytes } from './connectivity.ts'
import { blockSources, type Incoming, incomingPlan } from './incoming.ts'
import { kernelOf } from './kernel.ts'
import { meeting } from './meeting.ts'
import { type Outgoing, outgoingPlan } from './outgoing.ts'
import { bytesOf, placesOf } from './places.ts'

/** A bit for each target in each row; rows by source, then by port class. */
export interface BitRows {
  readonly words: Uint32Array
  /** Where the row of a source at a port class begins in `words`; target t is bit `t & 31` of word `t >>> 5` from there. */
  readonly rowAt: (source: number, port: number) => number
}

export interface PairMatrix {
  readonly sources: number
  readonly targets: number
  readonly ports: number
  /** Who reaches whom: what both sides let through. */
  readonly reached: BitRows
  /** Nothing, for the caller to write into: who is meant to reach whom, a source for each of `declaring`. */
  readonly declared: BitRows
  /** What is declared held against what is reached, as it stands then. */
  readonly differences: () => Differences
}

/** Both kinds of difference, counted by declared source and port class: `source * ports + port`. */
export interface Differences {
  /** Declared, but blocked. */
  readonly blocked: Uint32Array
  /** Allowed, but not declared. */
  readonly undeclared: Uint32Array
  /** The targets themselves, of one source at one port class, ascending. */
  readonly targetsOf: (kind: 'blocked' | 'undeclared', source: number, port: number) => readonly number[]
}

/**
 * The whole matrix: sources × ports × targets bits, and as many for what is declared. `declaring` says of each declared source
 * whose row of the matrix is its own: sources that nothing tells apart need one row only.
 */
export function pairMatrix(
  asked: Connectivity,
  declaring: Uint32Array = new Uint32Array(),
  kernelFor: typeof kernelOf = kernelOf,
): PairMatrix {
  const { sources, targets, ports } = asked
  const stride = rowBytes(targets)
  const [into, out] = [incomingPlan(asked), outgoingPlan(asked)]
  const rows = declaring.length * ports
  const parts = { into: into.bytes, out: out.bytes, reached: sources * ports * stride, declared: rows * stride }
  const listed = { pairs: Math.ceil(rows / 2) * 16, counts: Math.ceil(rows / 2) * 16 }
  const kernel = kernelFor(bytesOf(parts) + bytesOf(listed))
  const place = { ...placesOf(parts, 0), ...placesOf(listed, bytesOf(parts)) }
  const comesIn = into.at(kernel, place.into)
  const goesOut = out.at(kernel, place.out)
  for (let first = 0; first < sources; first += blockSources) {
    const incoming = comesIn(first / blockSources)
    const last = Math.min(sources, first + blockSources)
    for (let source = first; source < last; source++) {
      const outgoing = goesOut(source)
      const meet = meeting(kernel, incoming, outgoing, (source - first) * stride, stride)
      for (let port = 0; port < ports; port++)
        // Where neither side speaks of anything the memory is left as it is, and takes no room yet.
        if (mayPass(incoming, outgoing, port)) meet(port, place.reached + (source * ports + port) * stride)
    }
  }
  const { words } = kernel
  const rowsFrom = (from: number): BitRows => ({
    words,
    rowAt: (source, port) => (from + (source * ports + port) * stride) >>> 2,
  })
  const [reached, declared] = [rowsFrom(place.reached), rowsFrom(place.declared)]
  const differences = (): Differences => {
    for (let row = 0; row < rows; row++) {
      const own = (declaring[Math.floor(row / ports)] as number) * ports + (row % ports)
      words[(place.pairs >>> 2) + row * 2] = place.declared + row * stride
      words[(place.pairs >>> 2) + row * 2 + 1] = place.reached + own * stride
    }
    if (rows > 0) kernel.differ(place.pairs, place.pairs + rows * 8, stride, place.counts)
    const counted = (kind: 0 | 1) =>
      Uint32Array.from({ length: rows }, (_, row) => words[(place.counts >>> 2) + row * 2 + kind] as number)
    return {
      blocked: counted(0),
      undeclared: counted(1),
      targetsOf: (kind, source, port) => {
        const [own, other] = [declared.rowAt(source, port), reached.rowAt(declaring[source] as number, port)]
        return kind === 'blocked' ? lacking(words, own, other, targets) : lacking(words, other, own, targets)
      },
    }
  }
  return { sources, targets, ports, reached, declared, differences }
}

function mayPass({ spoken }: Incoming, { rows, none }: Outgoing, port: number): boolean {
  const last = rows.length - 1
  return (spoken[port] || spoken[last] === true) && (rows[port] !== none || rows[last] !== none)
}

/** The bits of one row that are not in another. */
function lacking(words: Uint32Array, row: number, other: number, targets: number): readonly number[] {
  const found: number[] = []
  for (let word = 0; word < (targets + 31) >>> 5; word++) {
    let rest = (words[row + word] as number) & ~(words[other + word] as number)
    for (; rest !== 0; rest &= rest - 1) {
      const target = word * 32 + 31 - Math.clz32(rest & -rest)
      if (target < targets) found.push(target)
    }
  }
  return found
}
