// Ports in ranges within which no policy tells one from another.

import type { PolicyPort, Protocol } from '../../kubernetes/types.ts'
import type { Policy, Rule } from './policy.ts'
import type { NamedPort } from './port.ts'
import type { Reachability } from './reachability.ts'

export interface PortRange {
  readonly protocol: Protocol
  readonly first: number
  readonly last: number
}

/** Policies of every kind. */
export type Written = Pick<Reachability, 'policies' | 'ranked'>

const protocols: readonly Protocol[] = ['SCTP', 'TCP', 'UDP']
const lastPort = 65_535

/** All ports of all protocols, cut where one of the lists cuts them, or a name that stands in one; sorted. */
export function portRanges(
  lists: readonly (readonly PolicyPort[])[],
  classes: Reachability['classes'],
): readonly PortRange[] {
  const written = lists.flat()
  const isNamed = written.some(({ port }) => typeof port === 'string')
  const named = isNamed ? classes.flatMap((each) => each.named) : []
  return protocols.flatMap((protocol) => rangesOf(protocol, written, named))
}

export function rulesOf({ egress = [], ingress = [] }: Policy): readonly Rule[] {
  return [...egress, ...ingress]
}

function rangesOf(
  protocol: Protocol,
  written: readonly PolicyPort[],
  named: readonly NamedPort[],
): readonly PortRange[] {
  const starts = new Set([1])
  const cut = (first: number, last: number) => {
    for (const start of [first, last + 1]) if (start >= 1 && start <= lastPort) starts.add(start)
  }
  for (const { port, endPort, protocol: own = 'TCP' } of written)
    if (own === protocol && typeof port === 'number') cut(port, endPort ?? port)
  for (const { port, protocol: own } of named) if (own === protocol) cut(port, port)
  const sorted = [...starts].sort((a, b) => a - b)
  return sorted.map((first, at) => ({ protocol, first, last: (sorted[at + 1] ?? lastPort + 1) - 1 }))
}

/** Ranges that touch as one, sorted; `all` where nothing is left out. */
export function joinRanges(ranges: readonly PortRange[]): readonly PortRange[] | 'all' {
  const joined: PortRange[] = []
  for (const range of ranges) {
    const before = joined.at(-1)
    if (before?.protocol === range.protocol && before.last + 1 === range.first)
      joined[joined.length - 1] = { ...before, last: range.last }
    else joined.push(range)
  }
  const isAll = protocols.every((protocol) =>
    joined.some((each) => each.protocol === protocol && each.first === 1 && each.last === lastPort),
  )
  return isAll ? 'all' : joined
}
