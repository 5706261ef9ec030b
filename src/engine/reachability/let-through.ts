// The far ends that a rule takes, as numbers: classes of pods, then ranges of addresses outside.

import type { Block } from './address.ts'
import { blockOf } from './address.ts'
import { allBits, type Bits, membersOf, noBits, putIn, setBit } from './bits.ts'
import { takesRange } from './outside-ranges.ts'
import type { Direction, EndKind, Policy, Rule } from './policy.ts'
import { type PortRange, rangesLet } from './port-ranges.ts'
import type { Reachability } from './reachability.ts'
import type { TierEffect } from './tier-side.ts'
import type { Tier } from './tiers.ts'

export interface Asked {
  readonly r: Reachability
  readonly ports: readonly PortRange[]
  readonly outside: readonly Block[]
  /** What tiers do, as far as it is known. */
  readonly effects: Map<Tier, TierEffect>
}

/** The far ends that are let through: at every port, and at some ranges only. */
export interface Side {
  readonly always: Bits
  readonly at: ReadonlyMap<number, Bits>
}

export interface WritableSide {
  readonly always: Bits
  readonly at: Map<number, Bits>
}

/** Adds what a rule on the pods of class `at` takes. */
export function letThrough(
  asked: Asked,
  policy: Policy,
  rule: Rule,
  at: number,
  side: WritableSide,
  direction: Direction,
): void {
  const { r, ports } = asked
  const far = farEnds(asked, policy, rule)
  const hasNames = rule.ports?.some(({ port }) => typeof port === 'string') ?? false
  const add = (ranges: readonly number[] | undefined, bits: Bits) => {
    if (!ranges) putIn(side.always, bits)
    for (const range of ranges ?? []) {
      const held = side.at.get(range) ?? noBits(side.always.length * 32)
      putIn(held, bits)
      side.at.set(range, held)
    }
  }
  // A port's name is that of the pods at the far end of what goes out.
  if (direction === 'ingress' || !hasNames) {
    add(rangesLet(rule, ports, direction === 'ingress' ? (r.classes[at]?.named ?? []) : []), far)
    return
  }
  for (const one of membersOf(far)) {
    const bits = noBits(side.always.length * 32)
    setBit(bits, one)
    add(rangesLet(rule, ports, r.classes[one]?.named ?? []), bits)
  }
}

function farEnds({ r, outside }: Asked, policy: Policy, { peers }: Rule): Bits {
  const size = r.classes.length + outside.length
  if (!peers) return allBits(size)
  const bits = noBits(size)
  for (const peer of peers) {
    const { ipBlock, takes } = peer
    if (takes) addKinds(r, bits, outside.length, takes)
    else if (!ipBlock)
      for (const at of membersOf(r.peers.get(policy)?.get(peer)?.sure ?? noBits(0))) addPods(r, bits, at)
    else {
      for (const [at, range] of outside.entries()) if (takesRange(ipBlock, range)) setBit(bits, r.classes.length + at)
      // Every address is that of pods too, with nearly every network plugin.
      if (isEveryAddress(ipBlock) && peer.blockTakesPods !== false) for (const at of r.classes.keys()) setBit(bits, at)
    }
  }
  return bits
}

function addPods(r: Reachability, bits: Bits, at: number): void {
  if (!r.classes[at]?.hostNetwork) setBit(bits, at)
}

function addKinds(r: Reachability, bits: Bits, outside: number, kinds: readonly EndKind[]): void {
  for (const [at, { hostNetwork }] of r.classes.entries())
    if (kinds.includes(hostNetwork ? 'node' : 'pods')) setBit(bits, at)
  if (kinds.includes('outside')) for (let at = 0; at < outside; at++) setBit(bits, r.classes.length + at)
}

function isEveryAddress({
  cidr,
  except = [],
}: {
  readonly cidr: string
  readonly except?: readonly string[]
}): boolean {
  const block = blockOf(cidr)
  return except.length === 0 && block?.first === 0n && block.last === (1n << (block.family === 4 ? 32n : 128n)) - 1n
}
