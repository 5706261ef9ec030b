// Who reaches whom at which ports, for all pods and all addresses outside at once: as classes that no policy tells apart.

import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { allBits, type Bits, hasBit, membersOf, noBits, putIn, setBit } from './bits.ts'
import { type Asked, letThrough, type Side } from './let-through.ts'
import { outsideRanges, sayRange } from './outside-ranges.ts'
import { policiesOn } from './policies-on.ts'
import type { Direction } from './policy.ts'
import { joinRanges, type PortRange, portRanges } from './port-ranges.ts'
import type { Reachability } from './reachability.ts'
import { contested, tierSide } from './tier-side.ts'
import type { Tier } from './tiers.ts'

export interface ReachMatrix {
  /** Members are workloads, or one range of addresses outside, `0.0.0.0-255.255.255.255`; sorted. */
  readonly classes: readonly ReachClass[]
  /** Distinct answers: ports in ranges, or every port of every protocol. */
  readonly ports: readonly (readonly PortRange[] | 'all')[]
  /** By class: the classes that it reaches, each with the number of the ports. */
  readonly reaches: readonly (readonly (readonly [to: number, ports: number])[])[]
  /** Workloads of which nobody can tell, in either direction, with what was not read. */
  readonly unknown: readonly { readonly workload: Ref; readonly because: readonly string[] }[]
}

export interface ReachClass {
  readonly members: readonly string[]
  readonly outside: boolean
}

/** The whole answer. Pods on their node's network count as their nodes, as the specification has it. */
export function reachMatrix(r: Reachability): ReachMatrix {
  const unknown = unknownIn(r)
  const hidden = new Set(unknown.map(({ workload }) => workload))
  const asked: Asked = { r, ports: portRanges(r), outside: outsideRanges(r), effects: new Map() }
  const ends = endsOf(asked, hidden)
  const sides = new Map<string, Side>()
  const sideOf = (end: End, direction: Direction): Side => {
    const key = `${direction} ${end.side[direction]}`
    const side = sides.get(key) ?? sideFor(asked, end, direction)
    sides.set(key, side)
    return side
  }
  const answers = new Map<string, number>()
  const ports: (readonly PortRange[] | 'all')[] = []
  const numberOf = (ranges: readonly number[] | undefined): number => {
    const key = ranges?.join() ?? 'all'
    const known = answers.get(key)
    if (known !== undefined) return known
    const joined = ranges ? joinRanges(ranges.flatMap((at) => asked.ports[at] ?? [])) : 'all'
    answers.set(key, ports.length)
    return ports.push(joined) - 1
  }
  const letting = lettingIn(ends, sideOf, r.classes.length + asked.outside.length)
  const reaches = ends.map((from, index) => {
    const out = sideOf(from, 'egress')
    return membersOf(letting[index] ?? noBits(0)).flatMap((at): (readonly [number, number])[] => {
      const to = ends[at] as End
      if (from.outside && to.outside) return []
      const ranges = passing(out, to.at, sideOf(to, 'ingress'), from.at)
      return ranges?.length === 0 ? [] : [[at, numberOf(ranges)]]
    })
  })
  return { classes: ends.map(({ members, outside }) => ({ members, outside })), ports, reaches, unknown }
}

/** By end: the ends that let it in at some port. */
function lettingIn(
  ends: readonly End[],
  sideOf: (end: End, direction: Direction) => Side,
  size: number,
): readonly Bits[] {
  const indexOf = new Map(ends.map(({ at }, index) => [at, index]))
  const letting = ends.map(() => noBits(ends.length))
  const toAll = noBits(ends.length)
  for (const [index, end] of ends.entries()) {
    if (end.side.ingress === 'open') {
      setBit(toAll, index)
      continue
    }
    const { always, at } = sideOf(end, 'ingress')
    const any = noBits(size)
    for (const bits of [always, ...at.values()]) putIn(any, bits)
    for (const far of membersOf(any)) setBit(letting[indexOf.get(far) ?? -1] ?? noBits(32), index)
  }
  for (const bits of letting) putIn(bits, toAll)
  return letting
}

/** Pods (or addresses) that are alike: `at` is the number of one of them among all far ends. */
interface End {
  readonly at: number
  readonly members: readonly string[]
  readonly outside: boolean
  /** Ends with one key have the same policies on that side. */
  readonly side: { readonly [D in Direction]: string }
}

function unknownIn(r: Reachability): ReachMatrix['unknown'] {
  const found = [...r.pods.values()].flatMap(({ workload }) => {
    const at = r.classOf.get(workload) ?? -1
    const all = [...r.undecided(at, 'egress'), ...r.undecided(at, 'ingress')]
    const undecided = all.filter(({ isOfOutside }) => !isOfOutside)
    const because = [...new Set([...undecided.map(({ policy }) => policy), ...contested(r, at)])]
    return because.length > 0 ? [{ workload, because }] : []
  })
  return found.sort((a, b) => byCodePoint(a.workload, b.workload))
}

function endsOf({ r, outside }: Asked, hidden: ReadonlySet<Ref>): readonly End[] {
  const workloads = Map.groupBy(
    [...r.classOf].filter(([workload]) => !hidden.has(workload)),
    ([, at]) => at,
  )
  const alike = Map.groupBy([...workloads.keys()], (at) => likenessOf(r, at))
  const pods = [...alike.values()].map((group): End => {
    const members = group.flatMap((at) => (workloads.get(at) ?? []).map(([workload]) => workload)).sort(byCodePoint)
    const at = group[0] ?? 0
    return {
      at,
      members,
      outside: false,
      side: { egress: sideKey(r, at, 'egress'), ingress: sideKey(r, at, 'ingress') },
    }
  })
  const ranges = outside.map((block, at): End => {
    const side = { egress: 'open', ingress: 'open' }
    return { at: r.classes.length + at, members: [sayRange(block)], outside: true, side }
  })
  return [...pods.sort((a, b) => byCodePoint(a.members[0] ?? '', b.members[0] ?? '')), ...ranges]
}

// What no policy tells apart: the same policies on both sides, taken by the same peers, the same names for ports.
function likenessOf(r: Reachability, at: number): string {
  const taken = takenBy(r)[at] ?? []
  return [sideKey(r, at, 'egress'), sideKey(r, at, 'ingress'), taken.join(), r.classes[at]?.hostNetwork].join(' ')
}

function sideKey(r: Reachability, at: number, direction: Direction): string {
  if (r.classes[at]?.hostNetwork) return 'open'
  const refs = policiesOn(r, at, direction)
  if (refs.length === 0) return 'open'
  return `${refs.join()} ${JSON.stringify(r.classes[at]?.named)}`
}

const known = new WeakMap<Reachability, readonly (readonly number[])[]>()

/** By class: the numbers of the distinct peers that take it. */
function takenBy(r: Reachability): readonly (readonly number[])[] {
  const found = known.get(r)
  if (found) return found
  const taken = r.classes.map((): number[] => [])
  const sets = new Set([...r.peers.values()].flatMap((byPeer) => [...byPeer.values()]))
  for (const [number, { sure }] of [...sets].entries()) for (const at of membersOf(sure)) taken[at]?.push(number)
  known.set(r, taken)
  return taken
}

function tiersFor(r: Reachability, { at, side }: End, direction: Direction): readonly Tier[] | undefined {
  return side[direction] === 'open' ? undefined : r.tiers?.[direction](at)
}

function sideFor(asked: Asked, end: End, direction: Direction): Side {
  const { r, outside } = asked
  const size = r.classes.length + outside.length
  const tiers = tiersFor(r, end, direction)
  const policies = end.side[direction] === 'open' ? [] : (r.isolating[direction][end.at] ?? [])
  const isVoid = r.estate.enforcesPolicy.holds === false
  if (tiers && !isVoid) return tierSide(asked, tiers, end.at, direction)
  if (policies.length === 0 || isVoid) return { always: allBits(size), at: new Map() }
  const side = { always: noBits(size), at: new Map<number, Bits>() }
  for (const policy of policies)
    for (const rule of policy[direction] ?? []) letThrough(asked, policy, rule, end.at, side, direction)
  return side
}

/** The ranges at which both sides let it pass, ascending; undefined: all. */
function passing(out: Side, to: number, into: Side, from: number): readonly number[] | undefined {
  const isOut = hasBit(out.always, to)
  const isIn = hasBit(into.always, from)
  if (isOut && isIn) return undefined
  const outAt = () => [...out.at].flatMap(([range, bits]) => (hasBit(bits, to) ? [range] : []))
  const inAt = () => [...into.at].flatMap(([range, bits]) => (hasBit(bits, from) ? [range] : []))
  const ranges = isOut
    ? inAt()
    : isIn
      ? outAt()
      : outAt().filter((range) => hasBit(into.at.get(range) ?? noBits(0), from))
  return ranges.sort((a, b) => a - b)
}
