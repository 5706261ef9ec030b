// Who is meant by a selector. An absent selector is not told here: each field of the API gives that its own meaning.
// Source: k8s.io/apimachinery@v0.36.3/pkg/labels/selector.go:236, pkg/apis/meta/v1/helpers.go:36.
import { labelProblem, qualifiedNameProblem } from './names.ts'
import type { LabelRequirement, LabelSelector, Labels } from './types.ts'

/** Whether labels satisfy a selector; the empty selector takes all. */
export function matchesLabels(selector: LabelSelector, labels: Labels): boolean {
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    if (!Object.hasOwn(labels, key) || labels[key] !== value) return false
  }
  // Selectors come from files: what is no list of requirements takes nothing, and admission says what it is.
  const requirements: unknown = selector.matchExpressions ?? []
  return Array.isArray(requirements) && requirements.every((one) => isObject(one) && meetsRequirement(one, labels))
}

function isObject(value: unknown): value is LabelRequirement {
  return typeof value === 'object' && value !== null
}

/** Whether labels meet one requirement; an operator that is none of the four is met by nothing. */
export function meetsRequirement({ key, operator, values: written }: LabelRequirement, labels: Labels): boolean {
  // A file may say null, which is no list either.
  const values = Array.isArray(written) ? written : []
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value)
    case 'NotIn':
      return value === undefined || !values.includes(value)
    case 'Exists':
      return value !== undefined
    case 'DoesNotExist':
      return value === undefined
    default:
      return false
  }
}

/** Whether a selector takes everything, whatever its labels. */
export function isEverything(selector: LabelSelector): boolean {
  return Object.keys(selector.matchLabels ?? {}).length === 0 && (selector.matchExpressions ?? []).length === 0
}

/** Why the API server refuses a selector, one line a fault; empty when it takes it. */
export function selectorProblems(selector: LabelSelector): string[] {
  const problems: string[] = []
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    const problem = labelProblem(key, value)
    if (problem !== undefined) problems.push(problem)
  }
  for (const requirement of selector.matchExpressions ?? [])
    for (const problem of requirementProblems(requirement)) if (problem !== undefined) problems.push(problem)
  return problems
}

function requirementProblems({ key, operator, values = [] }: LabelRequirement): (string | undefined)[] {
  const keyProblem = qualifiedNameProblem(key)
  const wantsValues = operator === 'In' || operator === 'NotIn'
  const isKnown = wantsValues || operator === 'Exists' || operator === 'DoesNotExist'
  return [
    keyProblem === undefined ? undefined : `key ${JSON.stringify(key)} ${keyProblem}`,
    isKnown ? undefined : `operator ${JSON.stringify(operator)} is none of In, NotIn, Exists, DoesNotExist`,
    wantsValues && values.length === 0 ? `${key} ${operator} has no values` : undefined,
    isKnown && !wantsValues && values.length > 0 ? `${key} ${operator} takes no values` : undefined,
    ...(keyProblem === undefined ? values.map((value) => labelProblem(key, value)) : []),
  ]
}

/** A selector as kubectl takes it, sorted: `app=orders,tier in (a,b),!legacy`; `every pod` for the empty one. */
export function sayLabelSelector(selector: LabelSelector, noun = 'pod'): string {
  if (isEverything(selector)) return `every ${noun}`
  const labels = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`)
  return [...labels, ...(selector.matchExpressions ?? []).map(sayRequirement)].sort(byCodePoint).join(',')
}

function sayRequirement({ key, operator, values: written }: LabelRequirement): string {
  const values = Array.isArray(written) ? written : []
  const list = [...values].sort(byCodePoint).join(',')
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${list}` : `${key} in (${list})`
    case 'NotIn':
      return values.length === 1 ? `${key}!=${list}` : `${key} notin (${list})`
    case 'Exists':
      return key
    case 'DoesNotExist':
      return `!${key}`
    default:
      return `${key} ${String(operator)} (${list})`
  }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
