// Labels of a target, changed rule by rule, as far as what they are is known.
// Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config;
// prometheus@v3.10, model/relabel/relabel.go.

import type { RelabelRule } from '../../estate/monitoring/scrape-job.ts'
import { type Anchored, anchored } from '../../estate/promql/anchored.ts'

/** undefined: there, and nobody knows what it is. An absent label is an empty text. */
export type TargetLabels = ReadonlyMap<string, string | undefined>

export interface Relabeled {
  readonly labels: TargetLabels
  /** Whether it is kept; undefined where what nobody knows decides. */
  readonly kept: boolean | undefined
}

export function relabeled(labels: TargetLabels, rules: readonly RelabelRule[]): Relabeled {
  let now: Relabeled = { labels, kept: true }
  for (const rule of rules) {
    const next = step(now, rule)
    // It may have made any label anything: no later rule is certain of what it sees.
    if (!next) return { labels: new Map([...now.labels.keys()].map((name) => [name, undefined])), kept: undefined }
    if (next.kept === false) return next
    now = next
  }
  return now
}

// undefined where nobody knows what the rule does to the labels.
function step({ labels, kept }: Relabeled, rule: RelabelRule): Relabeled | undefined {
  const { action } = rule
  const value = joined(labels, rule)
  switch (action) {
    case 'keep':
    case 'drop': {
      const matches = value === undefined ? undefined : anchored(rule.regex)?.matches(value)
      return { labels, kept: both(kept, matches === undefined ? undefined : matches === (action === 'keep')) }
    }
    case 'keepequal':
    case 'dropequal': {
      const target = valueIn(labels, rule.target)
      const isEqual = value === undefined || target === undefined ? undefined : value === target
      return { labels, kept: both(kept, isEqual === undefined ? undefined : isEqual === (action === 'keepequal')) }
    }
    case 'replace':
      return labelled(replaced(labels, rule, value), kept)
    case 'lowercase':
      return { labels: set(labels, rule.target, value?.toLowerCase()), kept }
    case 'uppercase':
      return { labels: set(labels, rule.target, value?.toUpperCase()), kept }
    case 'hashmod':
      return { labels: set(labels, rule.target, undefined), kept }
    case 'labelmap':
      return labelled(mapped(labels, rule), kept)
    case 'labeldrop':
    case 'labelkeep':
      return labelled(named(labels, rule), kept)
    default:
      return undefined
  }
}

function labelled(labels: TargetLabels | undefined, kept: boolean | undefined): Relabeled | undefined {
  return labels && { labels, kept }
}

function both(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === false || b === false) return false
  return a && b
}

function valueIn(labels: TargetLabels, name: string): string | undefined {
  return labels.has(name) ? labels.get(name) : ''
}

function joined(labels: TargetLabels, { sources, separator }: RelabelRule): string | undefined {
  const values = sources.map((name) => valueIn(labels, name))
  return values.every((value) => value !== undefined) ? values.join(separator) : undefined
}

// An empty label is none.
function set(labels: TargetLabels, name: string, value: string | undefined): TargetLabels {
  const next = new Map(labels)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}

// undefined: which label is replaced may itself be made of what nobody knows.
function replaced(labels: TargetLabels, rule: RelabelRule, value: string | undefined): TargetLabels | undefined {
  const regex = anchored(rule.regex)
  const plain = !/\$/.test(rule.target + rule.replacement)
  // What is set whatever stood there needs not be known.
  if (plain && rule.regex === '(.*)') return set(labels, rule.target, rule.replacement)
  const target = /\$/.test(rule.target) ? undefined : rule.target
  if (value === undefined || !regex || regex.matches(value) === undefined)
    return target === undefined ? undefined : set(labels, target, undefined)
  const groups = regex.groups(value)
  if (!groups) return labels
  const name = expanded(rule.target, groups)
  return name !== '' ? set(labels, name, expanded(rule.replacement, groups)) : labels
}

// `$1`, `${1}`; `$$` is a dollar, and the longest name counts: `$1x` is a group of that name (regexp.Expand).
function expanded(template: string, groups: readonly (string | undefined)[]): string {
  return template.replaceAll(/\$(?:\$|\{(\w+)\}|(\w+))?/g, (whole, braced?: string, bare?: string) => {
    if (whole === '$$') return '$'
    const name = braced ?? bare
    if (name === undefined) return whole
    return /^\d+$/.test(name) ? (groups[Number(name)] ?? '') : ''
  })
}

// Where two labels come to one name, their order in Prometheus' memory decides.
function mapped(labels: TargetLabels, rule: RelabelRule): TargetLabels | undefined {
  const regex = anchored(rule.regex)
  if (!regex || !isTold(regex, labels)) return undefined
  const next = new Map(labels)
  const made = new Set<string>()
  for (const [name, value] of labels) {
    const groups = regex.groups(name)
    if (!groups) continue
    const target = expanded(rule.replacement, groups)
    next.set(target, made.has(target) && next.get(target) !== value ? undefined : value)
    made.add(target)
  }
  return next
}

function named(labels: TargetLabels, { regex, action }: RelabelRule): TargetLabels | undefined {
  const pattern = anchored(regex)
  if (!pattern || !isTold(pattern, labels)) return undefined
  return new Map([...labels].filter(([name]) => pattern.matches(name) === (action === 'labelkeep')))
}

function isTold(regex: Anchored, labels: TargetLabels): boolean {
  return [...labels.keys()].every((name) => regex.matches(name) !== undefined)
}
