// The far ends that peers of rules take, as bits over the ends of a matrix: pods first, then ranges of addresses outside.

import type { Block } from './address.ts'
import { type Bits, membersOf, noBits, putIn, setBit, takeOut } from './bits.ts'
import type { PodEnd } from './matrix-ends.ts'
import { isEveryAddress, outsideBlocks } from './outside-blocks.ts'
import type { EndKind, FarEnd, Policy, Rule } from './policy.ts'
import type { Reachability } from './reachability.ts'
import type { PeerSet } from './space.ts'

/** The far ends of a rule, peer by peer. One array wherever the same are meant, and not to be written to. */
export type FarEnds = (policy: Policy, rule: Rule) => readonly Bits[]

export function farEnds(r: Reachability, pods: readonly PodEnd[], outside: readonly Block[]): FarEnds {
  const size = pods.length + outside.length
  const kinds = endKinds(r, pods, outside.length)
  const blocks = blockEnds(outside, pods.length, kinds)
  const sets = setEnds(r, pods, size, kinds.node)
  const none = noBits(size)
  const takenBy = (policy: Policy, peer: FarEnd): Bits => {
    if (peer.takes) return joined(peer.takes.map((kind) => kinds[kind]))
    if (peer.ipBlock) return blocks(peer.ipBlock, peer.blockTakesPods !== false)
    const set = r.peers.get(policy)?.get(peer)
    return set ? sets(set) : none
  }
  const all = [joined([kinds.pods, kinds.node, kinds.outside])]
  return (policy, { peers }) => peers?.map((peer) => takenBy(policy, peer)) ?? all
}

function joined(parts: readonly Bits[]): Bits {
  if (parts.length === 1) return parts[0] as Bits
  const bits = Uint32Array.from(parts[0] ?? [])
  for (const part of parts.slice(1)) putIn(bits, part)
  return bits
}

function endKinds(r: Reachability, pods: readonly PodEnd[], outside: number): Readonly<Record<EndKind, Bits>> {
  const size = pods.length + outside
  const kinds = { pods: noBits(size), node: noBits(size), outside: noBits(size) }
  for (const [end, { at }] of pods.entries()) setBit(r.classes[at]?.hostNetwork ? kinds.node : kinds.pods, end)
  for (let at = 0; at < outside; at++) setBit(kinds.outside, pods.length + at)
  return kinds
}

// Every address is that of pods too, with nearly every network plugin.
function blockEnds(outside: readonly Block[], first: number, { pods, node }: Readonly<Record<EndKind, Bits>>) {
  const rangesOf = outsideBlocks(outside)
  const known = new Map<Bits, readonly [Bits, Bits]>()
  return (block: NonNullable<FarEnd['ipBlock']>, takesPods: boolean): Bits => {
    const ranges = rangesOf(block)
    const found = known.get(ranges)
    if (found) return found[takesPods ? 1 : 0]
    const bits = noBits(first + outside.length)
    for (const range of membersOf(ranges)) setBit(bits, first + range)
    const withPods = isEveryAddress(block) ? joined([bits, pods, node]) : bits
    known.set(ranges, [bits, withPods])
    return takesPods ? withPods : bits
  }
}

// No selector takes pods on their node's network.
function setEnds(r: Reachability, pods: readonly PodEnd[], size: number, node: Bits) {
  const endOf = new Int32Array(r.classes.length).fill(-1)
  for (const [end, { at }] of pods.entries()) endOf[at] = end
  const known = new Map<PeerSet, Bits>()
  return (set: PeerSet): Bits => {
    const found = known.get(set)
    if (found) return found
    const bits = noBits(size)
    for (const at of membersOf(set.sure)) if ((endOf[at] as number) >= 0) setBit(bits, endOf[at] as number)
    takeOut(bits, node)
    known.set(set, bits)
    return bits
  }
}
