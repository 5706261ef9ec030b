import type { Query } from '../../estate/promql/query.ts'
import { readQuery } from '../../estate/promql/read-query.ts'

export interface Comparison {
  readonly op: string
  readonly direction: 'above' | 'below'
  readonly value: number
}

const directions = new Map<string, Comparison['direction']>([
  ['>', 'above'],
  ['>=', 'above'],
  ['<', 'below'],
  ['<=', 'below'],
])

/** What an expression compares with a number before it gives a series, in any of its alternatives; none where it is not read. */
export function comparisonsIn(expression: string): readonly Comparison[] {
  const read = readQuery(expression)
  return 'query' in read ? inQuery(read.query) : []
}

function inQuery(query: Query): readonly Comparison[] {
  if (query.is !== 'operator') return []
  const { op, left, right } = query
  if (op === 'or' || op === 'and') return [...inQuery(left), ...inQuery(right)]
  if (op === 'unless') return inQuery(left)
  const direction = directions.get(op)
  if (!direction) return []
  if (right.is === 'number') return [{ op, direction, value: right.value }]
  if (left.is !== 'number') return []
  const turned = direction === 'above' ? 'below' : 'above'
  return [{ op: op.replace(/[<>]/, turned === 'above' ? '>' : '<'), direction: turned, value: left.value }]
}
