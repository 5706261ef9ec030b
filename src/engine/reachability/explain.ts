// One connection explained: in each direction the policies that isolate, and what every one of their rules makes of it.

import type { Source } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { type Connection, type ConnectionQuestion, connection, type Side, sideQuestions } from './connection.ts'
import { type ExplainedRule, explainRule } from './explain-rule.ts'
import { explainTiers } from './explain-tiers.ts'
import type { SideQuestion } from './party.ts'
import type { Direction, Policy } from './policy.ts'
import type { Reachability } from './reachability.ts'
import type { Tier } from './tiers.ts'

type Path = readonly (string | number)[]

export interface Explanation {
  readonly judged: Connection
  readonly egress: SideExplanation
  readonly ingress: SideExplanation
}

/** One direction: out of the one end, or into the other. */
export interface SideExplanation {
  /** undefined where something that nobody shows decides. */
  readonly open: boolean | undefined
  /** Whose policies are asked: pods, or what no policy isolates (an address outside; a node, as pods on its network are). */
  readonly of: 'pods' | 'node' | 'outside'
  /** The network plugin enforces no policy: all that is told here is void. */
  readonly isVoid?: true
  /** The policies by which these pods let through only what a rule takes, each with the place of its selector. */
  readonly isolatedBy: readonly Isolating[]
  /** Every rule of every policy with a say, in the order in which they are asked. */
  readonly rules: readonly ExplainedRule[]
}

export interface Isolating {
  readonly policy: Ref
  readonly path: Path
  readonly source: Source
}

/** Judges a connection as `connection` does and tells every rule. Cost: one rule match for each rule of both ends' policies. */
export function explain(r: Reachability, question: ConnectionQuestion): Explanation {
  const judged = connection(r, question)
  const isAsPods = judged.assumes.some(({ id }) => id.startsWith('host-network-as-pods/'))
  const asked = sideQuestions(r, question, isAsPods ? 'pods' : 'nodes')
  const side = (direction: Direction) => explainSide(r, asked[direction], judged[direction])
  const isVoid = r.estate.enforcesPolicy.holds === false && { isVoid: true as const }
  return { judged, egress: { ...side('egress'), ...isVoid }, ingress: { ...side('ingress'), ...isVoid } }
}

function explainSide(r: Reachability, asked: SideQuestion, { open, assumes }: Side): SideExplanation {
  const { subject, direction } = asked
  if (subject.is !== 'pods') return { open, of: subject.is, isolatedBy: [], rules: [] }
  const tiers = r.tiers?.[direction](subject.at)
  const isolating = r.isolating[direction][subject.at] ?? []
  const rules = tiers
    ? explainTiers(r, asked, tiers)
    : isolating.flatMap((policy) =>
        (policy[direction] ?? []).map((rule) => explainRule(r, policy, { rule, action: 'allow' }, asked)),
      )
  // Where it is open or closed whatever they do, rules that may take it decide nothing.
  const hangs = open === undefined || assumes.length > 0
  return {
    open,
    of: 'pods',
    isolatedBy: tiers ? isolatingTiers(r, tiers) : isolating.map(isolatingOf),
    rules: rules.map((each) => ({ ...each, decides: decides(each, hangs) })),
  }
}

function decides({ does, action }: ExplainedRule, hangs: boolean): boolean {
  return action !== 'pass' && (does === 'takes' || (does === 'may' && hangs))
}

function isolatingTiers(r: Reachability, tiers: readonly Tier[]): readonly Isolating[] {
  const byRef = new Map([...r.policies, ...r.ranked].map((policy) => [policy.ref, policy]))
  const refs = [...new Set(tiers.flatMap((tier) => tier.isolatedBy))]
  return refs.flatMap((ref) => byRef.get(ref) ?? []).map(isolatingOf)
}

function isolatingOf({ ref, source }: Policy): Isolating {
  return { policy: ref, path: partsOf(ref).kind === 'NetworkPolicy' ? ['spec', 'podSelector'] : ['spec'], source }
}
