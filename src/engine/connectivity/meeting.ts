// A connection passes where its source lets it out and its target lets it in: both directions met, source by source.

import { callersIn } from './callers.ts'
import { type Connectivity, rowBytes } from './connectivity.ts'
import { blockSources, type Incoming, incomingPlan } from './incoming.ts'
import { type Kernel, kernelOf } from './kernel.ts'
import { type Outgoing, outgoingPlan } from './outgoing.ts'

/** The targets that sources of one kind reach, as rows of bits that stand until the next kind is handed over. */
export interface Met {
  /** Ascending. */
  readonly sources: readonly number[]
  readonly words: Uint32Array
  /** Where the row of a port class begins in `words`; that of `ports` holds what is reached at every port. */
  readonly rowAt: (port: number) => number
  /** Port classes at which some target may be reached that is not reached at every port, ascending; of others no row stands. */
  readonly spoken: readonly number[]
}

/** Hands every source over, with those that reach the same, in the order of the first of them. */
export function eachMeeting(given: Connectivity, take: (met: Met) => void, kernelFor = kernelOf): void {
  const { asked, kindOf } = callersIn(given)
  const { sources, targets, ports } = asked
  const ofKind = Array.from({ length: sources }, (): number[] => [])
  for (const [source, kind] of kindOf.entries()) ofKind[kind]?.push(source)
  const stride = rowBytes(targets)
  const [into, out] = [incomingPlan(asked), outgoingPlan(asked)]
  const rows = (ports + 1) * stride
  const kernel = kernelFor(into.bytes + out.bytes + rows)
  const comesIn = into.at(kernel, rows)
  const goesOut = out.at(kernel, rows + into.bytes)
  const rowAt = (port: number) => (port * stride) >>> 2
  for (let first = 0; first < sources; first += blockSources) {
    const incoming = comesIn(first / blockSources)
    const last = Math.min(sources, first + blockSources)
    for (let source = first; source < last; source++) {
      const outgoing = goesOut(source)
      const spoken = spokenIn(incoming, outgoing, ports)
      const meet = meeting(kernel, incoming, outgoing, (source - first) * stride, stride)
      for (const port of spoken) meet(port, port * stride)
      meet(ports, ports * stride)
      take({ sources: ofKind[source] ?? [], words: kernel.words, rowAt, spoken })
    }
  }
}

function spokenIn({ spoken: into }: Incoming, { rows, none }: Outgoing, ports: number): readonly number[] {
  const spoken: number[] = []
  for (let port = 0; port < ports; port++) if (into[port] || rows[port] !== none) spoken.push(port)
  return spoken
}

/** Writes the row of one source, what passes at a port class (or, the last plane, at every port) on both sides. */
export function meeting(kernel: Kernel, incoming: Incoming, { rows }: Outgoing, lane: number, stride: number) {
  const last = rows.length - 1
  const [always, open] = [(incoming.rows[last] as number) + lane, rows[last] as number]
  return (plane: number, to: number): void =>
    kernel.meet(to, to + stride, (incoming.rows[plane] as number) + lane, always, rows[plane] as number, open)
}
