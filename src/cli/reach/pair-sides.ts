// Each direction of a connection as data for people and machines: every rule with its words and its line.

import { missText } from '../../check/reachability/miss-words.ts'
import { unknownText } from '../../check/reachability/unknown-words.ts'
import type { Doubt } from '../../engine/reachability/doubt.ts'
import type { SideExplanation } from '../../engine/reachability/explain.ts'
import type { ExplainedRule } from '../../engine/reachability/explain-rule.ts'
import type { Refusal } from '../../engine/reachability/refusal.ts'
import type { Source } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Position } from '../../platform/source.ts'

export interface ToldSide {
  readonly end: string
  readonly open: boolean | undefined
  readonly of: SideExplanation['of']
  readonly isVoid?: true
  readonly isolatedBy: readonly { readonly policy: Ref; readonly at?: Position }[]
  /** In the order in which they are asked; where that says nothing those that decide first, then the nearest. */
  readonly rules: readonly ToldRule[]
}

export interface ToldRule extends Pick<ExplainedRule, 'policy' | 'rule' | 'name' | 'action' | 'does' | 'decides'> {
  /** Why it misses, the first part that fails before the others. */
  readonly misses: readonly { readonly why: string; readonly says: string; readonly at?: Position }[]
  /** What has to be so for it to take the connection; what nobody shows where nothing sensible can be assumed. */
  readonly onlyIf?: string
  readonly unknown?: string
  readonly at?: Position
}

export function toldSide(side: SideExplanation, end: string, nearest: readonly Refusal[]): ToldSide {
  const { open, of, isVoid, isolatedBy, rules } = side
  const ranks = new Map(nearest.map(({ policy, rule }, rank) => [`${policy} ${rule}`, rank]))
  const isOrdered = rules.some(({ action }) => action !== 'allow')
  const rankOf = ({ decides, policy, rule }: ExplainedRule) =>
    isOrdered ? 0 : decides ? -1 : (ranks.get(`${policy} ${rule}`) ?? ranks.size)
  return {
    end,
    open,
    of,
    ...(isVoid && { isVoid }),
    isolatedBy: isolatedBy.map(({ policy, source, path }) => ({ policy, ...placed(source, path) })),
    rules: rules.toSorted((a, b) => rankOf(a) - rankOf(b)).map(toldRule),
  }
}

function toldRule({ policy, rule, name, action, does, decides, misses, doubt, path, source }: ExplainedRule): ToldRule {
  return {
    policy,
    rule,
    ...(name !== undefined && { name }),
    action,
    does,
    decides,
    misses: misses.map((miss) => ({ why: miss.why, says: missText(miss), ...placed(source, miss.path) })),
    ...(doubt && doubtTold(doubt)),
    ...placed(source, path),
  }
}

function doubtTold({ name, opens }: Doubt): Pick<ToldRule, 'onlyIf' | 'unknown'> {
  return opens ? { onlyIf: opens.map(({ says }) => says).join(', and ') } : { unknown: unknownText([name]) }
}

function placed(source: Source, path: readonly (string | number)[]): { readonly at?: Position } {
  const at = source.lineOf?.(path) ?? source.at
  return at ? { at } : {}
}
