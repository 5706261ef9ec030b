// Whether what a file says has the shape that the API gives it: nobody can read a policy that has not.

import { selectorProblems } from '../../kubernetes/selector.ts'
import type { LabelSelector } from '../../kubernetes/types.ts'

export function isOptionalSelector(selector: unknown): selector is LabelSelector | null | undefined {
  return selector === undefined || selector === null || isSelector(selector)
}

export function isSelector(selector: unknown): selector is LabelSelector {
  if (!isRecord(selector)) return false
  const { matchExpressions } = selector
  const matchLabels = selector.matchLabels ?? {}
  if (!isRecord(matchLabels) || !Object.values(matchLabels).every(isString)) return false
  const hasShape = isListOf(
    matchExpressions,
    (each) => isRecord(each) && isString(each.key) && isListOf(each.values, isString),
  )
  return hasShape && selectorProblems(selector as LabelSelector).length === 0
}

export function isListOf(value: unknown, is: (each: unknown) => boolean): boolean {
  return isAbsent(value) || (Array.isArray(value) && value.every(is))
}

/** A field that says null is taken as one that is not there. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null
}

export function isRecord(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isString(value: unknown): value is string {
  return typeof value === 'string'
}

export function hasOnly(record: object, known: ReadonlySet<string>): boolean {
  return Object.keys(record).every((field) => known.has(field))
}
