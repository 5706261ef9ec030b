// What one rule of a policy makes of one side of a connection.

import type { Source } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Doubt } from './doubt.ts'
import type { SideQuestion } from './party.ts'
import type { Policy, Rule } from './policy.ts'
import type { Action, RankedRule } from './ranked-policy.ts'
import type { Reachability } from './reachability.ts'
import { type Miss, refusalOf } from './refusal.ts'
import { ruleMatch } from './rule-match.ts'

type Path = readonly (string | number)[]

/** What one rule makes of a connection. */
export interface ExplainedRule {
  readonly policy: Ref
  /** From 0. */
  readonly rule: number
  /** In kinds of policies that name their rules. */
  readonly name?: string
  readonly action: Action
  /** `may`: what nobody shows decides; `unasked`: a rule before it has decided. */
  readonly does: 'takes' | 'may' | 'misses' | 'unasked'
  /** Whether it opens the connection, or closes it: all that do are told, and without the last of them it is otherwise. */
  readonly decides: boolean
  /** Of what misses: the first part that fails, and the others; peers before ports. */
  readonly misses: readonly Miss[]
  /** Of what may: on what it hangs. */
  readonly doubt?: Doubt
  /** The line that matters: the peer or port that takes it, or the first part that fails. */
  readonly path: Path
  readonly source: Source
}

/** What one rule makes of one side of a connection; whether it decides depends on the others. */
export function explainRule(
  r: Reachability,
  policy: Policy,
  { rule, action }: { readonly rule: Rule | RankedRule; readonly action: Action },
  asked: SideQuestion,
): ExplainedRule {
  const { match, by, missed } = ruleMatch(r, policy, rule, { ...asked, tells: true })
  const name = 'name' in rule ? rule.name : undefined
  const told = {
    policy: policy.ref,
    rule: rule.index,
    ...(name !== undefined && { name }),
    action,
    decides: false,
    path: by?.path ?? rule.path,
    source: policy.source,
  }
  if (match === 'yes') return { ...told, does: 'takes', misses: [] }
  if (match !== 'no') return { ...told, does: 'may', misses: [], doubt: match }
  const { misses } = refusalOf(r, policy, rule, asked, missed)
  return { ...told, does: 'misses', misses, path: misses[0]?.path ?? rule.path }
}
