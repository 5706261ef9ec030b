// The tiers that decide for pods which policies beyond NetworkPolicy select: who is asked in which order.

import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Bits, membersOf, noBits, putIn, takeOut } from './bits.ts'
import type { Direction, Policy, Rule } from './policy.ts'
import {
  type Action,
  networkPolicyPriority,
  networkPolicyTier,
  type RankedPolicy,
  type RankedRule,
  type Subject,
} from './ranked-policy.ts'
import { chosen, type PeerSet, podsOfNamespace, type Space } from './space.ts'

/** Rules of one action that follow one another: in which order they are asked changes nothing. */
export interface Run {
  readonly action: Action
  readonly rules: readonly { readonly policy: Policy; readonly rule: Rule | RankedRule }[]
}

/** Policies of one priority: any of those that take a connection may decide it. */
export interface Tie {
  readonly tied: readonly { readonly policy: Ref; readonly runs: readonly Run[] }[]
}

export interface Tier {
  readonly steps: readonly (Run | Tie)[]
  /** What no rule takes: refused, because these policies isolate; else left to the next tier. */
  readonly isolatedBy: readonly Ref[]
  /** The tier in which NetworkPolicy stands. */
  readonly isUsual: boolean
}

/** By direction and class: its tiers in order; undefined where NetworkPolicy alone decides. */
export type Tiers = { readonly [D in Direction]: (at: number) => readonly Tier[] | undefined }

type Isolating = { readonly [D in Direction]: readonly (readonly Policy[])[] }

export function tiersOf(policies: readonly RankedPolicy[], space: Space, isolating: Isolating): Tiers {
  const sorted = policies.toSorted((a, b) => byPriority(a, b))
  const selecting = { egress: new Map<number, RankedPolicy[]>(), ingress: new Map<number, RankedPolicy[]>() }
  for (const policy of sorted)
    for (const at of membersOf(podsOf(policy, space).sure))
      for (const direction of ['egress', 'ingress'] as const)
        if (policy[direction]) {
          const found = selecting[direction].get(at) ?? []
          selecting[direction].set(at, found)
          found.push(policy)
        }
  const numberOf = new Map(sorted.map((policy, number) => [policy, number]))
  const tiersFor = (direction: Direction) => {
    // Most tiers are those of many pods.
    const shared = new Map<string, Tier>()
    const byClass = new Map<number, readonly Tier[]>()
    const tierFor: TierFor = (rank, ranked, usual) => {
      const key = `${rank} ${ranked.map((policy) => numberOf.get(policy)).join()} ${usual.map(({ ref }) => ref).join()}`
      const tier = shared.get(key) ?? tierOf(ranked, usual, direction, rank === networkPolicyTier)
      shared.set(key, tier)
      return tier
    }
    return (at: number) => {
      const found = selecting[direction].get(at)
      if (!found) return undefined
      const tiers = byClass.get(at) ?? inTiers(found, isolating[direction][at] ?? [], tierFor)
      byClass.set(at, tiers)
      return tiers
    }
  }
  return { egress: tiersFor('egress'), ingress: tiersFor('ingress') }
}

// Calico orders policies of one priority by their names.
function byPriority(a: RankedPolicy, b: RankedPolicy): number {
  if (a.priority !== b.priority) return a.priority < b.priority ? -1 : 1
  return byCodePoint(partsOf(a.ref).name, partsOf(b.ref).name) || byCodePoint(a.ref, b.ref)
}

interface About {
  readonly subject: readonly Subject[]
  readonly namespace: string
}

const known = new WeakMap<Space, Map<readonly Subject[], PeerSet>>()

/** The pods that a policy is about; those of its node's network never are. */
export function podsOf({ subject, namespace }: About, space: Space): PeerSet {
  const sets = known.get(space) ?? new Map<readonly Subject[], PeerSet>()
  known.set(space, sets)
  const found = sets.get(subject) ?? subjectSet({ subject, namespace }, space)
  sets.set(subject, found)
  return found
}

function subjectSet({ subject, namespace }: About, space: Space): PeerSet {
  const sets = subject.map(({ namespaceSelector, podSelector }) =>
    namespaceSelector
      ? chosen(space, namespaceSelector, podSelector)
      : { sure: podsOfNamespace(space, namespace, podSelector), maybe: noBits(space.classes.length) },
  )
  const join = (all: readonly Bits[]) => {
    const bits = noBits(space.classes.length)
    for (const each of all) putIn(bits, each)
    takeOut(bits, space.hosts)
    return bits
  }
  const sure = join(sets.map((set) => set.sure))
  const maybe = join(sets.map((set) => set.maybe))
  takeOut(maybe, sure)
  return { sure, maybe }
}

type TierFor = (rank: number, ranked: readonly RankedPolicy[], usual: readonly Policy[]) => Tier

function inTiers(selecting: readonly RankedPolicy[], isolating: readonly Policy[], tierFor: TierFor): readonly Tier[] {
  const byTier = Map.groupBy(selecting, ({ tier }) => tier)
  const ranks = [...new Set([...byTier.keys(), networkPolicyTier])].sort((a, b) => a - b)
  return ranks.map((rank) => tierFor(rank, byTier.get(rank) ?? [], rank === networkPolicyTier ? isolating : []))
}

function tierOf(
  ranked: readonly RankedPolicy[],
  usual: readonly Policy[],
  direction: Direction,
  isUsual: boolean,
): Tier {
  const isBefore = ({ priority }: RankedPolicy) => priority < networkPolicyPriority || !isUsual
  const before = ranked.filter(isBefore)
  const after = ranked.filter((policy) => !isBefore(policy))
  const own = usual.flatMap((policy) =>
    (policy[direction] ?? []).map((rule) => ({ policy, rule, action: 'allow' as const })),
  )
  const steps = [
    ...stepsOf(before, direction),
    ...runsOf([...own, ...after.flatMap((policy) => rulesOf(policy, direction))]),
  ]
  const isolating = [...usual, ...ranked.filter(({ isolates }) => isolates[direction])]
  return { steps: joined(steps), isolatedBy: isolating.map(({ ref }) => ref), isUsual }
}

function stepsOf(policies: readonly RankedPolicy[], direction: Direction): readonly (Run | Tie)[] {
  const groups = [...Map.groupBy(policies, ({ priority }) => priority).values()]
  return groups.flatMap((group): readonly (Run | Tie)[] => {
    const isTie = group.length > 1 && group.some(({ isTieOpen }) => isTieOpen)
    if (!isTie) return runsOf(group.flatMap((policy) => rulesOf(policy, direction)))
    return [{ tied: group.map((policy) => ({ policy: policy.ref, runs: runsOf(rulesOf(policy, direction)) })) }]
  })
}

type Entry = Run['rules'][number] & { readonly action: Action }

function rulesOf(policy: RankedPolicy, direction: Direction): readonly Entry[] {
  return (policy[direction] ?? []).map((rule) => ({ policy, rule, action: rule.action }))
}

function runsOf(entries: readonly Entry[]): readonly Run[] {
  return joined(entries.map(({ action, policy, rule }) => ({ action, rules: [{ policy, rule }] })))
}

function joined<S extends Run | Tie>(steps: readonly S[]): readonly S[] {
  const runs: S[] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (last && 'action' in last && 'action' in step && last.action === step.action)
      runs[runs.length - 1] = { ...last, rules: [...last.rules, ...step.rules] }
    else runs.push(step)
  }
  return runs
}
