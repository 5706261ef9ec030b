// The rules of a file as Prometheus reads them.
// Source: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/ and /alerting_rules/.

import { type Fields, fieldsIn, textsOf } from '../import/fields.ts'
import { durationSeconds } from '../promql/amount.ts'
import { readQuery } from '../promql/read-query.ts'
import type { MonitoringFile, Rule, RuleSet } from './monitoring.ts'

export function ruleSetOf(file: MonitoringFile): RuleSet {
  const groups = fieldsIn((file.value as Fields | null)?.groups)
  return { ...file, rules: groups.flatMap((group, at) => rulesOf(group, at)) }
}

function rulesOf(group: Fields, index: number): readonly Rule[] {
  const { rules } = group
  if (!Array.isArray(rules)) return []
  return rules.flatMap((rule: unknown, at) => ruleOf(rule, { group, path: ['groups', index, 'rules', at] }) ?? [])
}

function ruleOf(written: unknown, { group, path }: { group: Fields; path: Rule['path'] }): Rule | undefined {
  const [rule] = fieldsIn([written])
  if (!rule) return undefined
  const { alert, record, expr } = rule
  const name = typeof alert === 'string' && alert !== '' ? alert : record
  if (typeof name !== 'string' || name === '' || (typeof expr !== 'string' && typeof expr !== 'number'))
    return undefined
  const expression = `${expr}`.trim()
  const forSeconds = typeof rule.for === 'string' ? durationSeconds(rule.for) : undefined
  return {
    is: name === alert ? 'alert' : 'record',
    name,
    group: typeof group.name === 'string' ? group.name : '',
    expression,
    read: readQuery(expression),
    ...(forSeconds !== undefined && { forSeconds }),
    // Labels of the group stand on each of its rules (prometheus@v3.0, rule groups).
    labels: { ...textsOf(fieldsOf(group.labels)), ...textsOf(fieldsOf(rule.labels)) },
    path,
  }
}

function fieldsOf(value: unknown): Fields {
  return fieldsIn([value])[0] ?? {}
}
