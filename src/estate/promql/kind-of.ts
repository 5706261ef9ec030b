// Whether the parts of an expression fit together: a rate wants a range, two numbers are compared with bool.
// Source: prometheus@v3.10, promql/parser/parse.go, checkAST.

import { anchored } from './anchored.ts'
import { Refused } from './node.ts'
import type { Matcher, Query, QueryOf } from './query.ts'
import { type Kind, signatureOf } from './signatures.ts'

const words: { readonly [kind in Kind]: string } = { v: 'a vector', m: 'a range', s: 'a number', t: 'a text' }

/** What an expression gives; throws `Refused` where Prometheus would not take it. */
export function kindOf(query: Query): Kind {
  switch (query.is) {
    case 'number':
      return 's'
    case 'string':
      return 't'
    case 'selector':
      if (matchesNothing(query)) throw new Refused(`${query.text} wants at least one matcher that an empty text fails`)
      return 'v'
    case 'range':
      return rangeKind(query)
    case 'shifted':
      return shiftedKind(query, [])
    case 'negative':
      return wanted(kindOf(query.of), 'vs', 'the sign')
    case 'call':
      return callKind(query)
    case 'aggregate':
      return aggregateKind(query)
    case 'operator':
      return operatorKind(query)
  }
}

// One of its matchers must fail an empty text, or it would take everything.
function matchesNothing({ metric, matchers }: QueryOf<'selector'>): boolean {
  const takesEmpty = ({ op, value }: Matcher) => {
    if (op === '=' || op === '!=') return (value === '') === (op === '=')
    return anchored(value)?.matches('') === (op === '=~')
  }
  return metric === undefined && matchers.every(takesEmpty)
}

function rangeKind({ of, subquery }: QueryOf<'range'>): Kind {
  const kind = kindOf(of)
  if (subquery && kind !== 'v') throw new Refused(`a subquery wants a vector, not ${words[kind]}`)
  if (!subquery && of.is !== 'selector') throw new Refused('a range is written after a selector alone; elsewhere [5m:]')
  return 'm'
}

function shiftedKind({ of, by, text }: QueryOf<'shifted'>, others: readonly string[]): Kind {
  const word = by.startsWith('@') ? '@' : 'offset'
  if (others.includes(word)) throw new Refused(`${text} has ${word} twice`)
  if (of.is === 'shifted') return shiftedKind(of, [...others, word])
  if (of.is !== 'selector' && of.is !== 'range') throw new Refused(`${word} stands after a selector or its range alone`)
  return kindOf(of)
}

function callKind({ name, of }: QueryOf<'call'>): Kind {
  const signature = signatureOf(name)
  if (!signature) throw new Refused(`there is no function ${name}`)
  const { takes, atLeast, atMost, gives } = signature
  if (of.length < atLeast || of.length > atMost)
    throw new Refused(
      `${name} takes ${atLeast === atMost ? atLeast : `at least ${atLeast}`} arguments, not ${of.length}`,
    )
  for (const [at, argument] of of.entries()) wanted(kindOf(argument), takes[at] ?? takes.at(-1) ?? 'v', name)
  return gives
}

const parameters: { readonly [name: string]: Kind } = {
  bottomk: 's',
  count_values: 't',
  limit_ratio: 's',
  limitk: 's',
  quantile: 's',
  topk: 's',
}

function aggregateKind({ name, of }: QueryOf<'aggregate'>): Kind {
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  const takes = parameter ? [parameter, 'v'] : ['v']
  if (of.length !== takes.length) throw new Refused(`${name} takes ${takes.length} arguments, not ${of.length}`)
  for (const [at, argument] of of.entries()) wanted(kindOf(argument), takes[at] ?? 'v', name)
  return 'v'
}

const comparisons = ['==', '!=', '<', '<=', '>', '>=']
const sets = ['and', 'or', 'unless']

function operatorKind({ op, bool, matching, left, right }: QueryOf<'operator'>): Kind {
  const kinds = [left, right].map((side) => wanted(kindOf(side), 'vs', op))
  const isScalar = kinds.every((kind) => kind === 's')
  const isComparison = comparisons.includes(op)
  const isSet = sets.includes(op)
  if (bool && !isComparison) throw new Refused(`bool stands with a comparison alone, not with ${op}`)
  if (isScalar && isComparison && !bool) throw new Refused('two numbers are compared with bool')
  if (isSet && kinds.includes('s')) throw new Refused(`${op} wants a vector on both sides`)
  if (isSet && matching.group) throw new Refused(`${op} cannot be grouped`)
  // Without labels it says nothing, and Prometheus drops it.
  if (kinds.includes('s') && (matching.on ?? matching.ignoring ?? []).length > 0)
    throw new Refused('matching wants a vector on both sides')
  const both = matching.on?.find((label) => matching.group && matching.include?.includes(label))
  if (both !== undefined) throw new Refused(`the label ${both} stands in on and in group_${matching.group}`)
  return isScalar ? 's' : 'v'
}

/** The kind, if it is one of those that are taken. */
function wanted(kind: Kind, taken: string, by: string): Kind {
  if (taken.includes(kind)) return kind
  const [first = 'v'] = taken
  throw new Refused(`${by} wants ${words[first as Kind]}, not ${words[kind]}`)
}
