// The ends of a matrix: pods, and addresses outside, that no policy tells apart.

import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { splitBy } from './bits.ts'
import { policiesOn } from './policies-on.ts'
import type { Direction } from './policy.ts'
import type { Reachability } from './reachability.ts'

/** Pods that are alike; `at` is the number of one of their classes. */
export interface PodEnd {
  readonly at: number
  readonly members: readonly string[]
  /** Ends of one number have the same policies on that side; 0: none at all. */
  readonly side: { readonly [D in Direction]: number }
}

/** Ends of the pods that are not hidden, sorted by their first member. */
export function podEnds(r: Reachability, naming: Uint32Array, hidden: ReadonlySet<Ref>): readonly PodEnd[] {
  const sides = sidesIn(r, naming)
  const alike = likeness(r, naming, sides)
  const groups = new Map<number, { at: number; members: string[] }>()
  for (const [workload, at] of r.classOf) {
    if (hidden.has(workload)) continue
    const group = groups.get(alike[at] as number)
    if (group) group.members.push(workload)
    else groups.set(alike[at] as number, { at, members: [workload] })
  }
  const ends = [...groups.values()].map(({ at, members }): PodEnd => {
    members.sort(byCodePoint)
    return { at, members, side: { egress: sides.egress[at] as number, ingress: sides.ingress[at] as number } }
  })
  return ends.sort((a, b) => byCodePoint(a.members[0] ?? '', b.members[0] ?? ''))
}

/** By class of pods: a number that those share which no policy tells apart; `naming` as that of `PortClasses`. */
export function alikeClasses(r: Reachability, naming: Uint32Array): Uint32Array {
  return likeness(r, naming, sidesIn(r, naming))
}

function sidesIn(r: Reachability, naming: Uint32Array): Readonly<Record<Direction, Uint32Array>> {
  return { egress: sideNumbers(r, 'egress', naming), ingress: sideNumbers(r, 'ingress', naming) }
}

/** By class: a number for its policies in a direction; the names of its own ports decide what comes in. */
function sideNumbers(r: Reachability, direction: Direction, naming: Uint32Array): Uint32Array {
  const numbers = new Map<string, number>([['', 0]])
  const policyNumbers = new Map<Ref, number>()
  return Uint32Array.from(r.classes, ({ hostNetwork }, at) => {
    const refs = hostNetwork ? [] : policiesOn(r, at, direction)
    if (refs.length === 0) return 0
    let key = direction === 'ingress' ? `${naming[at]}:` : ':'
    for (const ref of refs) {
      const number = policyNumbers.get(ref) ?? policyNumbers.size
      policyNumbers.set(ref, number)
      key += `${number},`
    }
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}

/**
 * By class: a number that those share which no policy tells apart: they have the same policies on both sides, call their
 * ports the same, and are taken by the same peers. Every set of peers splits the classes so far into those that it holds and
 * those that it does not.
 */
function likeness(r: Reachability, naming: Uint32Array, { egress, ingress }: Readonly<Record<Direction, Uint32Array>>) {
  const first = new Map<string, number>()
  const alike = Uint32Array.from(r.classes, ({ hostNetwork }, at) => {
    const key = `${egress[at]} ${ingress[at]} ${naming[at]} ${hostNetwork}`
    const number = first.get(key) ?? first.size
    first.set(key, number)
    return number
  })
  const peers = new Set([...r.peers.values()].flatMap((byPeer) => [...byPeer.values()]))
  return splitBy(
    alike,
    [...peers].map(({ sure }) => sure),
  )
}
