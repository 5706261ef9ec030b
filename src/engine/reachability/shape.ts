// Whether what a file says has the shape that the API gives it: nobody can read a policy that has not.

import { selectorProblems } from '../../kubernetes/selector.ts'
import type { LabelSelector } from '../../kubernetes/types.ts'

export function isOptionalSelector(selector: unknown): selector is LabelSelector | undefined {
  return selector === undefined || isSelector(selector)
}

export function isSelector(selector: unknown): selector is LabelSelector {
  if (!isRecord(selector)) return false
  const { matchLabels = {}, matchExpressions } = selector
  if (!isRecord(matchLabels) || !Object.values(matchLabels).every(isString)) return false
  const hasShape = isListOf(
    matchExpressions,
    (each) => isRecord(each) && isString(each.key) && isListOf(each.values, isString),
  )
  return hasShape && selectorProblems(selector as LabelSelector).length === 0
}

export function isListOf(value: unknown, is: (each: unknown) => boolean): boolean {
  return value === undefined || (Array.isArray(value) && value.every(is))
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

/** The same without the fields that say null, which are as good as absent to the API server. */
export function withoutNulls<V>(value: V): V {
  if (Array.isArray(value)) return value.map(withoutNulls) as V
  if (!isRecord(value)) return value
  const fields = Object.entries(value).filter(([, each]) => each !== null)
  return Object.fromEntries(fields.map(([key, each]) => [key, withoutNulls(each)])) as V
}
