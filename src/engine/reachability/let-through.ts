// What a rule lets through: far ends of a matrix, at every port or at some classes of ports.

import { type Bits, keepOnly, noBits, putIn } from './bits.ts'
import type { FarEnds } from './far-ends.ts'
import type { Direction, Policy, Rule } from './policy.ts'
import type { PortClasses } from './port-classes.ts'
import type { TierEffect } from './tier-side.ts'
import type { Tier } from './tiers.ts'

export interface Asked {
  /** How many ends there are. */
  readonly size: number
  readonly ports: PortClasses
  readonly farEnds: FarEnds
  /** By naming (0: without names): the ends whose pods call their ports so. */
  readonly naming: readonly Bits[]
  /** What tiers do, as far as it is known. */
  readonly effects: Map<Tier, TierEffect>
}

/** The far ends that are let through: at every port, and at some classes of ports only. */
export interface Side {
  readonly always: Bits
  readonly at: ReadonlyMap<number, Bits>
}

export interface WritableSide {
  readonly always: Bits
  readonly at: Map<number, Bits>
}

/** Adds what a rule on pods of class `at` takes. */
export function letThrough(
  { size, ports, farEnds, naming }: Asked,
  policy: Policy,
  rule: Rule,
  at: number,
  side: WritableSide,
  direction: Direction,
): void {
  const far = farEnds(policy, rule)
  const add = (lets: readonly number[] | 'all', bits: Bits) => {
    if (lets === 'all') putIn(side.always, bits)
    else
      for (const port of lets) {
        const held = side.at.get(port)
        if (held) putIn(held, bits)
        else side.at.set(port, Uint32Array.from(bits))
      }
  }
  // A port's name is that of the pods at the far end of what goes out.
  const hasNames = rule.ports?.some(({ port }) => typeof port === 'string') ?? false
  if (direction === 'ingress') add(ports.lets(rule.ports, ports.naming[at] ?? 0), far)
  else if (!hasNames) add(ports.lets(rule.ports, 0), far)
  else
    for (const [number, called] of naming.entries()) {
      const lets = ports.lets(rule.ports, number)
      if (lets.length === 0) continue
      const bits = noBits(size)
      putIn(bits, far)
      keepOnly(bits, called)
      add(lets, bits)
    }
}
