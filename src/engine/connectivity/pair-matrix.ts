// Every pair at every port class as one bit, and what differs from the pairs that somebody declared.

import { callersIn } from './callers.ts'
import { type Connectivity, rowBytes } from './connectivity.ts'
import { blockSources, type Incoming, incomingPlan } from './incoming.ts'
import { kernelOf } from './kernel.ts'
import { meeting } from './meeting.ts'
import { type Outgoing, outgoingPlan } from './outgoing.ts'
import { bytesOf, placesOf } from './places.ts'

/** A bit for each target in each row; rows by source, then by port class. Sources that reach the same share their rows. */
export interface BitRows {
  readonly words: Uint32Array
  /** Where the row of a source at a port class begins in `words`; target t is bit `t & 31` of word `t >>> 5` from there. */
  readonly rowAt: (source: number, port: number) => number
}

export interface PairMatrix {
  readonly sources: number
  readonly targets: number
  readonly ports: number
  /** By source: the number of its rows in `reached`, below `kinds`, side by side. */
  readonly kindOf: Uint32Array
  readonly kinds: number
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
 * which source of the matrix it is. A kernel that is kept (`keptKernel`) ends the life of the matrix before.
 */
export function pairMatrix(
  given: Connectivity,
  declaring: Uint32Array = new Uint32Array(),
  kernelFor: typeof kernelOf = kernelOf,
): PairMatrix {
  const { asked, kindOf } = callersIn(given)
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
  const reached: BitRows = {
    words,
    rowAt: (source, port) => (place.reached + ((kindOf[source] as number) * ports + port) * stride) >>> 2,
  }
  const declared: BitRows = {
    words,
    rowAt: (source, port) => (place.declared + (source * ports + port) * stride) >>> 2,
  }
  const differences = (): Differences => {
    for (let source = 0, next = place.pairs >>> 2; source < declaring.length; source++)
      for (let port = 0; port < ports; port++) {
        words[next++] = declared.rowAt(source, port) << 2
        words[next++] = reached.rowAt(declaring[source] as number, port) << 2
      }
    if (rows > 0) kernel.differ(place.pairs, place.pairs + rows * 8, stride, place.counts)
    const [blocked, undeclared] = [new Uint32Array(rows), new Uint32Array(rows)]
    for (let row = 0, next = place.counts >>> 2; row < rows; row++) {
      blocked[row] = words[next++] as number
      undeclared[row] = words[next++] as number
    }
    return {
      blocked,
      undeclared,
      targetsOf: (kind, source, port) => {
        const [own, other] = [declared.rowAt(source, port), reached.rowAt(declaring[source] as number, port)]
        return kind === 'blocked' ? lacking(words, own, other, targets) : lacking(words, other, own, targets)
      },
    }
  }
  return { sources: given.sources, targets, ports, kindOf, kinds: sources, reached, declared, differences }
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
