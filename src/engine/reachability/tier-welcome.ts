// Pods that nobody shows before policies in tiers: what those do with them, whoever they are, or what nobody can tell.

import type { Unseen } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Policy, Rule } from './policy.ts'
import type { Action } from './ranked-policy.ts'
import type { PeerMatch, Welcome } from './stranger.ts'
import type { Run, Tier } from './tiers.ts'

type Ask = (policy: Policy, rule: Rule) => PeerMatch

export function tierWelcome(tiers: readonly Tier[], unseen: readonly Unseen[], ask: Ask): Welcome {
  const [tier, ...others] = tiers
  if (!tier) return { is: 'open', isolatedBy: [], by: [], unknown: [] }
  const next = () => tierWelcome(others, unseen, ask)
  const steps = tier.steps.flatMap((step) => ('tied' in step ? step.tied.flatMap(({ runs }) => runs) : [step]))
  const end = (): Welcome => {
    const { isolatedBy, isUsual } = tier
    const hidden = isUsual ? unseen.map(({ id }) => id) : []
    if (isolatedBy.length === 0) return next()
    return { is: hidden.length > 0 ? 'unknown' : 'shut', isolatedBy, by: [], unknown: hidden }
  }
  return fromRun(steps, ask, next, end)
}

function fromRun([run, ...rest]: readonly Run[], ask: Ask, next: () => Welcome, end: () => Welcome): Welcome {
  if (!run) return end()
  const missed = () => fromRun(rest, ask, next, end)
  const matches = run.rules.map(({ policy, rule }) => ({ policy: policy.ref, is: ask(policy, rule) }))
  const by = (is: PeerMatch) => matches.filter((match) => match.is === is).map(({ policy }) => policy)
  const sure = by('open')
  if (sure.length > 0) return taken(run.action, sure, next)
  const is = by('may').length > 0 ? 'may' : 'own'
  const maybe = by(is)
  return maybe.length === 0 ? missed() : perhaps(run.action, is, maybe, missed(), next)
}

function taken(action: Action, by: readonly Ref[], next: () => Welcome): Welcome {
  if (action === 'pass') return next()
  if (action === 'allow') return { is: 'open', isolatedBy: by, by, unknown: [] }
  return { is: 'shut', isolatedBy: by, by: [], unknown: [] }
}

// Who may be let through is assumed to be; who may be refused, or passed on, is unknown.
function perhaps(action: Action, is: 'may' | 'own', by: readonly Ref[], missed: Welcome, next: () => Welcome): Welcome {
  const otherwise = action === 'pass' ? next() : missed
  if (action === 'allow') return missed.is === 'shut' ? { ...missed, is, by } : missed
  if (action === 'deny' && missed.is === 'shut') return missed
  if (action === 'pass' && otherwise.is === missed.is) return missed
  return { is: 'unknown', isolatedBy: missed.isolatedBy, by: [], unknown: by.map((ref) => `far-end/${ref}`) }
}
