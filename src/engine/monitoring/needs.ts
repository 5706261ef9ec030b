// Which selectors must find something for an expression to give anything: of each clause one at least.

import type { Query, QueryOf } from '../../estate/promql/query.ts'

type Selector = QueryOf<'selector'>
type Clause = readonly Selector[]

/** More alternatives than these are put into one clause, which asks for less. */
const mostClauses = 32

/** All of them must be met. */
export function needsOf(query: Query): readonly Clause[] {
  switch (query.is) {
    case 'number':
    case 'string':
      return []
    case 'selector':
      return [[query]]
    case 'range':
    case 'shifted':
    case 'negative':
      return needsOf(query.of)
    case 'call':
      return callNeeds(query)
    case 'aggregate':
      return query.of.flatMap(needsOf)
    case 'operator':
      return operatorNeeds(query)
  }
}

// The absence of series, and the number that stands for none, need none.
function callNeeds({ name, of }: QueryOf<'call'>): readonly Clause[] {
  return ['absent', 'absent_over_time', 'scalar', 'vector'].includes(name) ? [] : of.flatMap(needsOf)
}

function operatorNeeds({ op, fills, left, right }: QueryOf<'operator'>): readonly Clause[] {
  if (op === 'unless') return needsOf(left)
  const [one, two] = [needsOf(left), needsOf(right)]
  if (op !== 'or' && !fills) return [...one, ...two]
  if (one.length * two.length > mostClauses) return [[...one, ...two].flat()]
  return one.flatMap((clause) => two.map((other) => [...clause, ...other]))
}
