// A connection passes where its source lets it out and its target lets it in: both directions met, source by source.

import { type Connectivity, rowBytes } from './connectivity.ts'
import { blockSources, type Incoming, incomingPlan } from './incoming.ts'
import { type Kernel, kernelOf } from './kernel.ts'
import { type Outgoing, outgoingPlan } from './outgoing.ts'

/** The targets that one source reaches, as rows of bits that stand until the next source is handed over. */
export interface Met {
  readonly source: number
  readonly words: Uint32Array
  /** Where the row of a port class begins in `words`; that of `ports` holds what is reached at every port. */
  readonly rowAt: (port: number) => number
  /** Port classes at which some target may be reached that is not reached at every port, ascending; of others no row stands. */
  readonly spoken: readonly number[]
}

/** Hands every source over, ascending. */
export function eachMeeting(asked: Connectivity, take: (met: Met) => void, kernelFor = kernelOf): void {
  const { sources, targets, ports } = asked
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
      take({ source, words: kernel.words, rowAt, spoken })
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
