// One side of pods whose connections are decided in tiers: the far ends that get through, port range by port range.

import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { allBits, type Bits, keepOnly, noBits, putIn, takeOut } from './bits.ts'
import { type Asked, letThrough, type Side } from './let-through.ts'
import type { Direction } from './policy.ts'
import type { Action } from './ranked-policy.ts'
import type { Reachability } from './reachability.ts'
import type { Run, Tie, Tier } from './tiers.ts'

interface Taking {
  readonly action: Action
  readonly takes: (range: number) => Bits
}

export function tierSide(asked: Asked, tiers: readonly Tier[], at: number, direction: Direction): Side {
  const size = asked.r.classes.length + asked.outside.length
  const steps = tiers.map((tier) => ({
    tier,
    rules: tier.steps.flatMap(runsIn).flatMap((run) => takingOf(asked, run, at, direction)),
  }))
  const always = allBits(size)
  const byRange = new Map<number, Bits>()
  for (const range of asked.ports.keys()) {
    const allowed = noBits(size)
    const rest = allBits(size)
    for (const { tier, rules } of steps) throughTier(rules, tier.isolatedBy.length > 0, range, rest, allowed)
    putIn(allowed, rest)
    keepOnly(always, allowed)
    byRange.set(range, allowed)
  }
  return { always, at: byRange }
}

/** Moves what a tier allows from `rest` to `allowed`, and leaves in `rest` what goes on to the next. */
function throughTier(rules: readonly Taking[], isolates: boolean, range: number, rest: Bits, allowed: Bits): void {
  const passed = noBits(rest.length * 32)
  for (const { action, takes } of rules) {
    const taken = Uint32Array.from(takes(range))
    keepOnly(taken, rest)
    takeOut(rest, taken)
    if (action !== 'deny') putIn(action === 'allow' ? allowed : passed, taken)
  }
  if (isolates) rest.fill(0)
  putIn(rest, passed)
}

function takingOf(asked: Asked, { action, rules }: Run, at: number, direction: Direction): readonly Taking[] {
  const size = asked.r.classes.length + asked.outside.length
  const side = { always: noBits(size), at: new Map<number, Bits>() }
  for (const { policy, rule } of rules) letThrough(asked, policy, rule, at, side, direction)
  const takes = (range: number) => {
    const bits = Uint32Array.from(side.always)
    putIn(bits, side.at.get(range) ?? noBits(size))
    return bits
  }
  return [{ action, takes }]
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
