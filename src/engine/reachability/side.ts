// One side of a connection: do the policies on these pods let it out (or in)?

import type { Ref } from '../../kubernetes/types.ts'
import { assumptionOf } from '../unseen.ts'
import { type Bits, hasBit } from './bits.ts'
import { decide } from './decide.ts'
import type { Doubt } from './doubt.ts'
import { isForDnsAlone, nearestFirst } from './nearness.ts'
import type { Party, SideQuestion } from './party.ts'
import type { Policy } from './policy.ts'
import type { Reachability } from './reachability.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import { type Deciding, ruleMatch } from './rule-match.ts'
import { saidDoubt } from './said-policies.ts'
import { takingRules } from './taking-rules.ts'

/** What the policies say of one side, before anything is assumed: undefined where doubts decide. */
export interface Shown {
  readonly open: boolean | undefined
  readonly doubts: readonly Doubt[]
  readonly isolatedBy: readonly Ref[]
  /** Where doubts decide: the rule that lets it through if they end so. */
  readonly allowedBy?: Deciding
  /** The rule that refuses it, in kinds of policies that have such. */
  readonly deniedBy?: Deciding
  /** Nearest first; told only where nothing lets the connection through. */
  readonly refusals: readonly Refusal[]
}

/**
 * Open where no policy isolates the pods in this direction, or where one rule of one of those that do takes both the
 * far end and the port. Where policies are said to exist that nobody shows, an isolation that is shown stays as shown:
 * whoever shows the policy that isolates shows those that let through.
 */
export function shownSide(r: Reachability, asked: SideQuestion): Shown {
  const { subject, direction } = asked
  if (subject.is === 'outside') return free
  const isolating = subject.is === 'pods' ? (r.isolating[direction][subject.at] ?? []) : []
  const isolatedBy = refsOf(isolating)
  const doubts = undecided(r, asked)
  if (doubts.length > 0) return { open: undefined, doubts, isolatedBy, refusals: [] }
  if (subject.is === 'node') return free
  const tiers = r.tiers?.[direction](subject.at)
  if (tiers) return decide(r, asked, tiers, subject.namespace)
  if (isolating.length === 0) return unisolated(r, asked, subject)
  const weighed = weigh(r, isolating, asked)
  // Policies add up: what was not read may let through what those that were read refuse.
  const lets = weighed.open === false ? r.unseenPolicies(subject.namespace) : []
  if (lets.length === 0) return { ...weighed, isolatedBy }
  return { isolatedBy, open: undefined, doubts: lets.map(({ id }) => ({ name: id })), refusals: weighed.refusals }
}

const none = [] as const
const free: Shown = { open: true, doubts: none, isolatedBy: none, refusals: none }

const refs = new WeakMap<readonly Policy[], readonly Ref[]>()

function refsOf(policies: readonly Policy[]): readonly Ref[] {
  const known = refs.get(policies) ?? policies.map(({ ref }) => ref)
  refs.set(policies, known)
  return known
}

// Pods on their node's network stand in a namespace whose policies do not hold for their node.
function undecided(r: Reachability, { subject, peer, direction, target }: SideQuestion): readonly Doubt[] {
  if (subject.is === 'outside') return []
  if (subject.is === 'node') return r.undecidedNodes
  const all = r.undecided(subject.at, direction)
  if (all.length === 0) return none
  const isOpen = (except: ReadonlySet<number> | undefined) => target.port !== undefined && except?.has(target.port)
  const isWelcome = (classes: Bits | undefined) => classes && peer.is === 'pods' && hasBit(classes, peer.at)
  return all.filter(
    ({ isOfOutside, welcomes, except }) =>
      (!isOfOutside || peer.is === 'outside') && !isWelcome(welcomes) && !isOpen(except),
  )
}

function unisolated(
  { estate, said: saidOf, unseenPolicies }: Reachability,
  asked: SideQuestion,
  { at, namespace }: Extract<Party, { is: 'pods' }>,
): Shown {
  const said = saidOf(at)
  const hidden = unseenPolicies(namespace)
  if (!said && hidden.length > 0) {
    const assumes = hidden.map(assumptionOf)
    const doubts = [{ name: hidden.map(({ id }) => id).join(', '), opens: assumes }]
    return { open: undefined, doubts, isolatedBy: [], refusals: [] }
  }
  if (!said) return free
  const doubt = saidDoubt(estate.cluster, said, asked, namespace)
  return { open: undefined, doubts: [doubt], isolatedBy: [], refusals: [] }
}

function weigh(r: Reachability, isolating: readonly Policy[], asked: SideQuestion): Omit<Shown, 'isolatedBy'> {
  const doubts: Doubt[] = []
  // The rule that lets it through, should the doubt be settled so.
  let by: Deciding | undefined
  for (const { policy, rule, peer } of takingRules(r, isolating, asked)) {
    const found = ruleMatch(r, policy, rule, asked, peer)
    if (found.match === 'yes') return { open: true, doubts: none, allowedBy: found.by, refusals: none }
    if (found.match === 'no') continue
    doubts.push(found.match)
    if (found.match.opens) by ??= found.by
  }
  const open = doubts.length > 0 ? undefined : false
  const refusals = asked.tells ? refusalsOf(r, isolating, asked) : none
  return by ? { open, doubts, allowedBy: by, refusals } : { open, doubts, refusals }
}

function refusalsOf(r: Reachability, isolating: readonly Policy[], asked: SideQuestion): readonly Refusal[] {
  const refusals: Refusal[] = []
  for (const policy of isolating)
    for (const rule of policy[asked.direction] ?? []) {
      const { match, missed } = ruleMatch(r, policy, rule, asked)
      if (match === 'no' && !isForDnsAlone(rule, asked.target)) refusals.push(refusalOf(r, policy, rule, asked, missed))
    }
  return nearestFirst(r, asked.direction, refusals)
}
