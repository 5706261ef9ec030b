// A connection passes where its source lets it out and its target lets it in: both directions met, source by source.

import { type Connectivity, type Planes, planesOf, wordsFor } from './connectivity.ts'
import { type Incoming, incomingOf } from './incoming.ts'

/** The targets that one source reaches. */
export interface Met {
  readonly source: number
  /** As `Planes`; the memory is used again for the next source. */
  readonly planes: Planes
  /** Port classes at which some target is reached that is not reached at every port, ascending. */
  readonly spoken: readonly number[]
}

/** What one side lets out; undefined: everything. */
type Out = { readonly planes: Planes; readonly spoken: ReadonlySet<number> } | undefined

// Sides that are kept for the sources to come; beyond that they are made again.
const keptBytes = 64 * 2 ** 20

/** Hands every source over, ascending. */
export function eachMeeting(asked: Connectivity, take: (met: Met) => void): void {
  const { ends, ports } = asked
  const words = wordsFor(ends)
  const comesIn = incomingOf(asked)
  const outOf = outgoing(asked)
  const planes = new Uint32Array((ports + 1) * words)
  for (let block = 0; block < words; block++) {
    const incoming = comesIn(block)
    const last = Math.min(ends, (block + 1) * 32)
    for (let source = block * 32; source < last; source++)
      take({ source, planes, spoken: meet(incoming, source & 31, outOf(source), planes, ports) })
  }
}

function outgoing({ ends, ports, egress }: Connectivity): (source: number) => Out {
  const words = wordsFor(ends)
  const mostKept = Math.floor(keptBytes / ((ports + 1) * words * 4))
  const kept = new Map<number, Out>()
  return (source) => {
    const side = egress.of[source] ?? 0
    const grants = egress.all[side]
    if (!grants) return undefined
    const found = kept.get(side)
    if (found) return found
    const spoken = new Set<number>()
    const out = { planes: planesOf(grants, ports, words, spoken), spoken }
    if (kept.size < mostKept) kept.set(side, out)
    return out
  }
}

function meet({ rows, spoken }: Incoming, lane: number, out: Out, planes: Planes, ports: number): readonly number[] {
  const words = planes.length / (ports + 1)
  const always = ports * words
  const alwaysIn = (ports * 32 + lane) * words
  for (let word = 0; word < words; word++)
    planes[always + word] = (rows[alwaysIn + word] as number) & (out ? (out.planes[always + word] as number) : -1)
  const both = out && out.spoken.size > 0 ? [...new Set([...spoken, ...out.spoken])].sort((a, b) => a - b) : spoken
  return both.filter((port) => {
    const into = (port * 32 + lane) * words
    return meetAt({ rows, into, alwaysIn, out: out?.planes, at: port * words, always, planes, words })
  })
}

interface MeetAt {
  readonly rows: Uint32Array
  readonly into: number
  readonly alwaysIn: number
  readonly out: Planes | undefined
  readonly at: number
  readonly always: number
  readonly planes: Planes
  readonly words: number
}

/** One port class: what passes there and not everywhere; whether anything does. */
function meetAt({ rows, into, alwaysIn, out, at, always, planes, words }: MeetAt): boolean {
  let any = 0
  for (let word = 0; word < words; word++) {
    const comes = (rows[into + word] as number) | (rows[alwaysIn + word] as number)
    const goes = out ? (out[at + word] as number) | (out[always + word] as number) : -1
    const passes = comes & goes & ~(planes[always + word] as number)
    planes[at + word] = passes
    any |= passes
  }
  return any !== 0
}
