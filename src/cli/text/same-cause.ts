// What else one root breaks: the first by their ids, all of them counted, cluster by cluster where there are several.

import type { Verdict } from '../../check/verdict.ts'
import { byCodePoint } from '../../platform/order.ts'

const mostNamed = 8

/** `same cause: refers/shop/web, refers/shop/api`; undefined where there is no other. */
export function sameCause(others: readonly Verdict[]): string | undefined {
  if (others.length === 0) return undefined
  const named = others.slice(0, mostNamed).map(({ id }) => id)
  const left = others.length - named.length
  if (left === 0) return `same cause: ${named.join(', ')}`
  return `same cause: ${others.length} others${whereOf(others)}: ${named.join(', ')}, and ${left} more`
}

function whereOf(others: readonly Verdict[]): string {
  const clusters = [...Map.groupBy(others, ({ cluster = '' }) => cluster)].sort(([a], [b]) => byCodePoint(a, b))
  if (clusters.length < 2) return ''
  return ` (${clusters.map(([cluster, of]) => `${of.length} in ${cluster || 'no cluster'}`).join(', ')})`
}
