// PromQL by Prometheus' own grammar for editors, as plain data.

import { parser } from '@prometheus-io/lezer-promql'
import { literalValue } from './amount.ts'
import { kindOf } from './kind-of.ts'
import { childrenOf, labelsAt, type Node, quotedAt, Refused, textAt } from './node.ts'
import type { Matching, Query } from './query.ts'
import { readSelector } from './read-selector.ts'

export type ReadQuery =
  | { readonly query: Query }
  /** Prometheus would refuse it, or (`unread`) it is more than is read here. */
  | { readonly fault: string; readonly unread?: true }

/** Longer, or nested deeper, than any alert that somebody wrote. */
const longest = 65_536
const deepest = 200

class TooDeep extends Error {}

/** What an expression says, or why it says nothing. */
export function readQuery(text: string): ReadQuery {
  if (text.length > longest) return { fault: `it is longer than ${longest} characters`, unread: true }
  const { topNode } = parser.parse(text)
  const error = firstError(topNode)
  if (error) return { fault: faultAt(text, error.from) }
  const [root] = childrenOf(topNode)
  if (!root) return { fault: 'it is empty' }
  try {
    const query = queryOf(root, text, 0)
    kindOf(query)
    return { query }
  } catch (thrown) {
    if (thrown instanceof TooDeep) return { fault: `it is nested deeper than ${deepest} times`, unread: true }
    if (thrown instanceof Refused) return { fault: thrown.message }
    throw thrown
  }
}

function firstError(top: Node): Node | undefined {
  const cursor = top.cursor()
  do if (cursor.type.isError) return cursor.node
  while (cursor.next())
  return undefined
}

function faultAt(text: string, at: number): string {
  const rest = text.slice(at, at + 20).split('\n')[0]
  return rest?.trim() ? `it is no PromQL at ${rest.trim()}` : 'it ends where more must follow'
}

function queryOf(node: Node, text: string, depth: number): Query {
  if (depth > deepest) throw new TooDeep()
  const children = childrenOf(node)
  const said = text.slice(node.from, node.to)
  const inner = (at = 0) => queryOf(children[at] as Node, text, depth + 1)
  switch (node.name) {
    case 'NumberDurationLiteral':
      return { is: 'number', value: literalValue(said) }
    case 'StringLiteral':
      return { is: 'text', value: quotedAt(node, text) }
    case 'ParenExpr':
    case 'AnchoredExpr':
    case 'SmoothedExpr':
      return inner()
    case 'OffsetExpr':
    case 'StepInvariantExpr':
      return { is: 'shifted', of: inner(), text: said }
    case 'MatrixSelector':
      return { is: 'range', of: inner(), subquery: false }
    case 'SubqueryExpr':
      return { is: 'range', of: inner(), subquery: true }
    case 'UnaryExpr':
      return said.startsWith('-') ? { is: 'negative', of: inner(1) } : inner(1)
    case 'VectorSelector':
      return readSelector(children, text, said)
    case 'FunctionCall':
      return { is: 'call', name: textAt(children[0], text), of: argumentsOf(children[1], text, depth) }
    case 'AggregateExpr':
      return aggregateOf(children, text, depth)
    case 'BinaryExpr':
      return operatorOf(children, text, depth, said)
    default:
      throw new Refused(`it is no PromQL at ${said.slice(0, 20)}`)
  }
}

function argumentsOf(body: Node | undefined, text: string, depth: number): readonly Query[] {
  return body ? childrenOf(body).map((child) => queryOf(child, text, depth + 1)) : []
}

function aggregateOf(children: readonly Node[], text: string, depth: number): Query {
  const modifier = children.find(({ name }) => name === 'AggregateModifier')
  const [word, labels] = modifier ? childrenOf(modifier) : []
  const named = labels && labelsAt(labels, text)
  return {
    is: 'aggregate',
    name: textAt(children[0], text).toLowerCase(),
    ...(word && named && (word.name === 'By' ? { by: named } : { without: named })),
    of: argumentsOf(
      children.find(({ name }) => name === 'FunctionCallBody'),
      text,
      depth,
    ),
  }
}

function operatorOf(children: readonly Node[], text: string, depth: number, said: string): Query {
  const [left, op] = children
  const right = children.at(-1)
  const has = (name: string) => children.some((child) => child.name === name)
  return {
    is: 'operator',
    op: textAt(op, text).toLowerCase(),
    bool: has('BoolModifier'),
    fills: children.some(({ name }) => name.startsWith('Fill')),
    matching: matchingOf(
      children.find(({ name }) => name === 'MatchingModifierClause'),
      text,
    ),
    left: queryOf(left as Node, text, depth + 1),
    right: queryOf(right as Node, text, depth + 1),
    text: said,
  }
}

function matchingOf(clause: Node | undefined, text: string): Matching {
  if (!clause) return {}
  const [word, labels, group, include] = childrenOf(clause)
  const named = labels ? labelsAt(labels, text) : []
  return {
    ...(word?.name === 'On' ? { on: named } : { ignoring: named }),
    ...(group && { group: group.name === 'GroupLeft' ? 'left' : 'right' }),
    ...(include && { include: labelsAt(include, text) }),
  }
}
