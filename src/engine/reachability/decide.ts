// What tiers of policies decide of one side of a connection: the first rule that takes it, or what its tier does with
// what no rule takes. Where a doubt decides, both ways are followed and what each of them rests on is kept.

import type { Ref } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import { assumptionOf } from '../unseen.ts'
import { type Doubt, tiedDoubt } from './doubt.ts'
import type { Match } from './match-peer.ts'
import { isForDnsAlone, nearestFirst } from './nearness.ts'
import type { SideQuestion } from './party.ts'
import type { Action } from './ranked-policy.ts'
import type { Reachability } from './reachability.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import { type Deciding, ruleMatch } from './rule-match.ts'
import { saidDoubt } from './said-policies.ts'
import type { Shown } from './side.ts'
import type { Run, Tie, Tier } from './tiers.ts'

/** One way that it may end, and what has to be assumed for that; undefined where nothing sensible can be. */
interface End {
  readonly assumes: readonly Assumption[] | undefined
  readonly by?: Deciding
  readonly isolatedBy?: readonly Ref[]
}

interface Outcome {
  readonly open?: End
  readonly shut?: End
  readonly doubts: readonly string[]
}

interface Asking {
  readonly r: Reachability
  readonly asked: SideQuestion
  readonly namespace: string
  readonly refusals: Refusal[]
}

/** The answer of the tiers. Source: the tiers of ClusterNetworkPolicySpec.Tier, kubernetes-sigs/network-policy-api. */
export function decide(r: Reachability, asked: SideQuestion, tiers: readonly Tier[], namespace: string): Shown {
  const asking: Asking = { r, asked, namespace, refusals: [] }
  const { open, shut, doubts } = inTier(asking, tiers, 0)
  const isolatedBy = shut?.by ? [shut.by.policy] : (shut?.isolatedBy ?? [])
  if (!shut) return { open: true, doubts: [], isolatedBy, allowedBy: open?.by, refusals: [] }
  const refusals = shut.by ? [] : nearestFirst(r, asked.direction, asking.refusals)
  if (!open) return { open: false, doubts: [], isolatedBy, deniedBy: shut.by, refusals }
  const name = [...new Set(doubts)].join(', ')
  const settled = [{ name, opens: open.assumes, closes: shut.assumes }]
  return { open: undefined, doubts: settled, isolatedBy, allowedBy: open.by, refusals }
}

function inTier(asking: Asking, tiers: readonly Tier[], at: number): Outcome {
  const tier = tiers[at]
  if (!tier) return { open: { assumes: [] }, doubts: [] }
  return fromStep(asking, tier, 0, () => inTier(asking, tiers, at + 1))
}

function fromStep(asking: Asking, tier: Tier, at: number, next: () => Outcome): Outcome {
  const step = tier.steps[at]
  if (!step) return untaken(asking, tier, next)
  const rest = () => fromStep(asking, tier, at + 1, next)
  if ('tied' in step) return tieOutcome(asking, step, next, rest)
  const { match, by } = runMatch(asking, step)
  if (match === 'no') return rest()
  const taken = actionOutcome(step.action, by, next)
  return match === 'yes' ? taken : either(match, taken, rest())
}

function actionOutcome(action: Action, by: Deciding | undefined, next: () => Outcome): Outcome {
  if (action === 'pass') return next()
  const end: End = { assumes: [], by }
  return action === 'allow' ? { open: end, doubts: [] } : { shut: end, doubts: [] }
}

/** What no rule of a tier takes. Where policies are not read, they may isolate, or let through what is refused here. */
function untaken({ r, asked, namespace }: Asking, tier: Tier, next: () => Outcome): Outcome {
  const hidden = tier.isUsual ? r.unseenPolicies(namespace) : []
  if (tier.isolatedBy.length > 0) {
    const shut: Outcome = { shut: { assumes: [], isolatedBy: tier.isolatedBy }, doubts: [] }
    if (hidden.length === 0) return shut
    return either({ name: namesOf(hidden) }, { open: { assumes: [] }, doubts: [] }, shut)
  }
  const said = tier.isUsual && asked.subject.is === 'pods' ? r.said(asked.subject.at) : undefined
  const shut: Outcome = { shut: { assumes: [], isolatedBy: [] }, doubts: [] }
  if (said) {
    const { name, opens, closes } = saidDoubt(r.estate.cluster, said, asked, namespace)
    return either({ name, opens: closes, closes: opens }, shut, next())
  }
  if (hidden.length === 0) return next()
  return either({ name: namesOf(hidden), closes: hidden.map(assumptionOf) }, shut, next())
}

function namesOf(hidden: readonly { readonly id: string }[]): string {
  return hidden.map(({ id }) => id).join(', ')
}

/** `opens` of a rule's doubt makes it take the connection, `closes` makes it not. */
function either(doubt: Doubt, taken: Outcome, missed: Outcome): Outcome {
  const doubts = [doubt.name, ...taken.doubts, ...missed.doubts]
  // Open whichever it is: the rule that may take it does not open it.
  if (!taken.shut && !missed.shut) return { open: { assumes: [], by: missed.open?.by }, doubts: [] }
  if (!taken.open && !missed.open) return { shut: { ...(taken.shut ?? missed.shut), assumes: [] }, doubts: [] }
  return {
    open: cheaper(after(doubt.opens, taken.open), after(doubt.closes, missed.open)),
    shut: cheaper(after(doubt.opens, taken.shut), after(doubt.closes, missed.shut)),
    doubts,
  }
}

function after(first: readonly Assumption[] | undefined, end: End | undefined): End | undefined {
  if (!end) return undefined
  const assumes = first && end.assumes ? [...first, ...end.assumes] : undefined
  return { ...end, assumes }
}

function cheaper(a: End | undefined, b: End | undefined): End | undefined {
  if (!a?.assumes || !b?.assumes) return a?.assumes ? a : (b ?? a)
  return b.assumes.length < a.assumes.length ? b : a
}

function runMatch({ r, asked, refusals }: Asking, { action, rules }: Run) {
  const doubts: { readonly doubt: Doubt; readonly by?: Deciding }[] = []
  for (const { policy, rule } of rules) {
    const { match, by, missed } = ruleMatch(r, policy, rule, asked)
    if (match === 'yes') return { match, by }
    if (match !== 'no') doubts.push({ doubt: match, by })
    else if (asked.tells && action === 'allow' && !isForDnsAlone(rule, asked.target))
      refusals.push(refusalOf(r, policy, rule, asked, missed))
  }
  if (doubts.length === 0) return { match: 'no' as const }
  const closes = doubts.map(({ doubt }) => doubt.closes)
  const match: Doubt = {
    name: doubts.map(({ doubt }) => doubt.name).join(', '),
    opens: doubts.find(({ doubt }) => doubt.opens)?.doubt.opens,
    closes: closes.every((each) => each !== undefined) ? closes.flat() : undefined,
  }
  return { match, by: doubts[0]?.by }
}

/**
 * Of policies with one priority an implementation may take any that takes the connection (ClusterNetworkPolicySpec.Priority):
 * what all of those would do stands, else nobody can tell.
 */
function tieOutcome(asking: Asking, { tied }: Tie, next: () => Outcome, rest: () => Outcome): Outcome {
  const taking = tied.flatMap(({ policy, runs }) => {
    const ways = waysOf(asking, runs)
    return ways.length > 0 ? [{ policy, ways }] : []
  })
  if (taking.length === 0) return rest()
  const sure = taking.filter(({ ways }) => ways.some(({ match }) => match === 'yes'))
  const outcomeOf = ({ action, by }: Way) => actionOutcome(action, by, next)
  const certain = sure.flatMap(({ ways }) => ways.filter(({ match }) => match === 'yes')).map(outcomeOf)
  // What is certain is named before what may be.
  const all = [...(sure.length > 0 ? certain : [rest()]), ...taking.flatMap(({ ways }) => ways.map(outcomeOf))]
  const open = all.find((way) => way.open)
  const shut = all.find((way) => way.shut)
  if (!open || !shut) return (open ?? shut) as Outcome
  const policies = taking.map(({ policy }) => policy)
  return {
    open: { assumes: undefined },
    shut: { assumes: undefined },
    doubts: [tiedDoubt(asking.r.estate.cluster, policies).name],
  }
}

interface Way {
  readonly match: Match
  readonly by?: Deciding
  readonly action: Action
}

/** What one policy may do with a connection: its first sure rule, and the doubtful ones before it. */
function waysOf(asking: Asking, runs: readonly Run[]): readonly Way[] {
  const ways: Way[] = []
  for (const run of runs) {
    const { match, by } = runMatch(asking, run)
    if (match !== 'no') ways.push({ match, by, action: run.action })
    if (match === 'yes') break
  }
  return ways
}
