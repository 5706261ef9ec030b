// One side of pods whose connections are decided in tiers: the far ends that get through, port range by port range.

import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { allBits, type Bits, keepOnly, noBits, putIn, takeOut } from './bits.ts'
import { type Asked, letThrough, type Side } from './let-through.ts'
import type { Direction } from './policy.ts'
import type { Action } from './ranked-policy.ts'
import type { Reachability } from './reachability.ts'
import type { Run, Tie, Tier } from './tiers.ts'

/** The far ends that a tier lets through, and those that it leaves to the next. */
interface Fate {
  readonly allows: Bits
  readonly leaves: Bits
}

/** At the port ranges of which some rule speaks, and at all others. */
export interface TierEffect {
  readonly at: ReadonlyMap<number, Fate>
  readonly elsewhere: Fate
}

export function tierSide(asked: Asked, tiers: readonly Tier[], at: number, direction: Direction): Side {
  const { size } = asked
  const effects = tiers.map((tier) => effectFor(asked, tier, at, direction))
  const spoken = new Set(effects.flatMap((effect) => [...effect.at.keys()]))
  const elsewhere = allowedBy(effects, -1, size)
  const byRange = new Map([...spoken].map((range) => [range, allowedBy(effects, range, size)]))
  const hasOthers = spoken.size < asked.ports.all.length
  const always = hasOthers ? Uint32Array.from(elsewhere) : allBits(size)
  for (const allowed of byRange.values()) keepOnly(always, allowed)
  for (const allowed of [elsewhere, ...byRange.values()]) takeOut(allowed, always)
  const ranges = [...asked.ports.all.keys()].map((range) => [range, byRange.get(range) ?? elsewhere] as const)
  return { always, at: new Map(ranges.filter(([, allowed]) => allowed.some((word) => word !== 0))) }
}

function allowedBy(effects: readonly TierEffect[], range: number, size: number): Bits {
  const allowed = noBits(size)
  const rest = allBits(size)
  for (const { at, elsewhere } of effects) {
    const { allows, leaves } = at.get(range) ?? elsewhere
    const taken = Uint32Array.from(allows)
    keepOnly(taken, rest)
    putIn(allowed, taken)
    keepOnly(rest, leaves)
  }
  putIn(allowed, rest)
  return allowed
}

// What a tier of many pods does is found once; names of ports are those of the pods that are called.
function effectFor(asked: Asked, tier: Tier, at: number, direction: Direction): TierEffect {
  const known = asked.effects.get(tier)
  if (known) return known
  const effect = effectOf(asked, tier, at, direction)
  if (!tier.isUsual && !(direction === 'ingress' && hasNames(tier))) asked.effects.set(tier, effect)
  return effect
}

function hasNames({ steps }: Tier): boolean {
  const rules = steps.flatMap(runsIn).flatMap((run) => run.rules)
  return rules.some(({ rule }) => rule.ports?.some(({ port }) => typeof port === 'string'))
}

function effectOf(asked: Asked, tier: Tier, at: number, direction: Direction): TierEffect {
  const { size } = asked
  const runs = tier.steps
    .flatMap(runsIn)
    .map((run) => ({ action: run.action, takes: takenBy(asked, run, at, direction) }))
  const isolates = tier.isolatedBy.length > 0
  const spoken = new Set(runs.flatMap(({ takes }) => [...takes.at.keys()]))
  const fates = [...spoken].map((range) => [range, fateAt(runs, range, isolates, size)] as const)
  return { at: new Map(fates), elsewhere: fateAt(runs, -1, isolates, size) }
}

interface Taking {
  readonly action: Action
  readonly takes: Side
}

function fateAt(runs: readonly Taking[], range: number, isolates: boolean, size: number): Fate {
  const allows = noBits(size)
  const passed = noBits(size)
  const rest = allBits(size)
  for (const { action, takes } of runs)
    for (const bits of [takes.always, takes.at.get(range)]) {
      if (!bits) continue
      const taken = Uint32Array.from(bits)
      keepOnly(taken, rest)
      takeOut(rest, taken)
      if (action !== 'deny') putIn(action === 'allow' ? allows : passed, taken)
    }
  if (isolates) rest.fill(0)
  putIn(rest, passed)
  return { allows, leaves: rest }
}

function takenBy(asked: Asked, { rules }: Run, at: number, direction: Direction): Side {
  const { size, grants } = asked
  const side = { always: noBits(size), at: new Map<number, Bits>() }
  for (const { policy, rule } of rules) letThrough(grants.of(policy, rule, at, direction), grants.sets, side)
  return side
}

function runsIn(step: Run | Tie): readonly Run[] {
  return 'tied' in step ? step.tied.flatMap(({ runs }) => runs) : [step]
}

/** Every policy that has a say in a tier. */
export function refsIn({ steps, isolatedBy }: Tier): readonly Ref[] {
  const ruling = steps.flatMap(runsIn).flatMap(({ rules }) => rules.map(({ policy }) => policy.ref))
  return [...new Set([...isolatedBy, ...ruling])]
}

/**
 * Policies of which nobody can tell what they do with connections of these pods: those of one priority that would do
 * different things, and those that may take other pods by what only a running cluster knows.
 */
export function contested(r: Reachability, at: number): readonly Ref[] {
  const tiers = (['egress', 'ingress'] as const).flatMap((direction) => r.tiers?.[direction](at) ?? [])
  const steps = tiers.flatMap((tier) => tier.steps)
  const tied = steps.flatMap((step) =>
    'tied' in step && isContested(step) ? step.tied.map(({ policy }) => policy) : [],
  )
  const doubtful = steps
    .flatMap(runsIn)
    .flatMap(({ rules }) => rules)
    .filter(({ rule }) => rule.peers?.some(({ mayTake }) => mayTake?.ends.includes('pods')))
  return [...new Set([...tied, ...doubtful.map(({ policy }) => policy.ref)])].sort(byCodePoint)
}

function isContested({ tied }: Tie): boolean {
  return new Set(tied.flatMap(({ runs }) => runs.map(({ action }) => action))).size > 1
}
