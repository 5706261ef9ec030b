// What rules let through, added up: far ends of a matrix, at every port or at some classes of ports.

import type { Grant } from '../connectivity/connectivity.ts'
import { type Bits, putIn } from './bits.ts'
import type { PortClasses } from './port-classes.ts'
import type { RuleGrants } from './rule-grants.ts'
import type { TierEffect } from './tier-side.ts'
import type { Tier } from './tiers.ts'

export interface Asked {
  /** How many ends there are. */
  readonly size: number
  readonly ports: PortClasses
  readonly grants: RuleGrants
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

/** Adds what is granted. */
export function letThrough(grants: readonly Grant[], sets: readonly Bits[], side: WritableSide): void {
  for (const { far: number, ports } of grants) {
    const far = sets[number] as Bits
    if (ports === 'all') putIn(side.always, far)
    else
      for (const port of ports) {
        const held = side.at.get(port)
        if (held) putIn(held, far)
        else side.at.set(port, Uint32Array.from(far))
      }
  }
}
