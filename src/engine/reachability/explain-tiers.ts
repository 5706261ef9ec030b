// The rules of tiers in the order in which they are asked, up to those that decide.

import { type ExplainedRule, explainRule } from './explain-rule.ts'
import type { SideQuestion } from './party.ts'
import type { Reachability } from './reachability.ts'
import type { Run, Tier } from './tiers.ts'

/** What became of rules: the connection is decided, handed to the next tier, or goes on to the next rules. */
type Fate = 'decided' | 'passed' | 'goes on'

interface Told {
  readonly rules: readonly ExplainedRule[]
  readonly fate: Fate
}

/** Every rule, in the order of `decide`; of policies with one priority each is asked, for any of them may be taken. */
export function explainTiers(r: Reachability, asked: SideQuestion, tiers: readonly Tier[]): readonly ExplainedRule[] {
  const rules: ExplainedRule[] = []
  let isDecided = false
  for (const { steps } of tiers) {
    let fate: Fate = isDecided ? 'decided' : 'goes on'
    for (const step of steps) {
      const ways = 'tied' in step ? step.tied.map((each) => each.runs) : [[step]]
      const before: Fate = fate
      const told: readonly Told[] = ways.map((runs) => explainRuns(r, asked, runs, before))
      rules.push(...told.flatMap((each) => each.rules))
      fate = told.find((each) => each.fate !== 'goes on')?.fate ?? before
    }
    isDecided = fate === 'decided'
  }
  return rules
}

function explainRuns(r: Reachability, asked: SideQuestion, runs: readonly Run[], before: Fate): Told {
  const rules: ExplainedRule[] = []
  let fate = before
  for (const run of runs) {
    const told = fate === 'goes on' ? explainRun(r, asked, run) : { rules: unasked(run), fate }
    rules.push(...told.rules)
    fate = told.fate
  }
  return { rules, fate }
}

function explainRun(r: Reachability, asked: SideQuestion, { action, rules }: Run): Told {
  const told = rules.map(({ policy, rule }) => explainRule(r, policy, { rule, action }, asked))
  if (!told.some(({ does }) => does === 'takes')) return { rules: told, fate: 'goes on' }
  return { rules: told, fate: action === 'pass' ? 'passed' : 'decided' }
}

function unasked({ action, rules }: Run): readonly ExplainedRule[] {
  return rules.map(({ policy, rule }) => ({
    policy: policy.ref,
    rule: rule.index,
    ...('name' in rule && rule.name !== undefined && { name: rule.name }),
    action,
    does: 'unasked',
    decides: false,
    misses: [],
    path: rule.path,
    source: policy.source,
  }))
}
