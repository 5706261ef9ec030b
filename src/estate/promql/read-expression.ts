// The grammar's tree as a query. The grammar for editors lets what follows a selector (`offset 1h`, `[5m]`) follow all that
// stands before it, and loses precedence there: operands and operators are taken as they stand in a row, and put together
// again.

import { durationSeconds, literalValue } from './amount.ts'
import { betweenOf, climb, type Operand, type Row } from './climb.ts'
import { childrenOf, labelsAt, type Node, quotedAt, Refused, textAt } from './node.ts'
import type { Query } from './query.ts'
import { readSelector } from './read-selector.ts'

/** Deeper than any alert that somebody wrote. */
const deepest = 200

export class TooDeep extends Error {}

export function expressionOf(node: Node, text: string, depth = 0): Query {
  const row: Row = { operands: [], betweens: [] }
  flatten(node, { text, depth, row })
  return climb(row, text)
}

interface Reading {
  readonly text: string
  readonly depth: number
  readonly row: Row
}

function flatten(node: Node, { text, depth, row }: Reading): void {
  if (depth > deepest) throw new TooDeep(`it is nested deeper than ${deepest} times`)
  const inner = { text, depth: depth + 1, row }
  const children = childrenOf(node)
  const [first] = children
  switch (node.name) {
    case 'BinaryExpr':
      flatten(first as Node, inner)
      row.betweens.push(betweenOf(node, text))
      flatten(children.at(-1) as Node, inner)
      return
    case 'UnaryExpr': {
      const at = row.operands.length
      flatten(children[1] as Node, inner)
      if (textAt(first, text) !== '-') return
      const inParentheses = row.operands[at]?.inParentheses
      change(row, at, (of) => ({ is: 'negative', of, text: `-${of.text}` }), node)
      // What follows stands after the parentheses, and the sign before both.
      row.operands[at] = { ...(row.operands[at] as Operand), inParentheses }
      return
    }
    case 'OffsetExpr':
    case 'StepInvariantExpr':
    case 'MatrixSelector':
    case 'SubqueryExpr':
    case 'AnchoredExpr':
    case 'SmoothedExpr':
      flatten(first as Node, inner)
      if (row.operands.at(-1)?.inParentheses && node.name !== 'SubqueryExpr')
        throw new Refused(`${text.slice(first?.to, node.to).trim()} stands after a selector alone`)
      change(row, row.operands.length - 1, (of) => suffixed(node, of, text), node)
      return
    default:
      row.operands.push({
        query: operandOf(node, text, depth + 1),
        from: node.from,
        to: node.to,
        inParentheses: node.name === 'ParenExpr',
      })
  }
}

function change({ operands }: Row, at: number, by: (query: Query) => Query, { from, to }: Node): void {
  const operand = operands[at] as Operand
  const isLast = at === operands.length - 1
  operands[at] = {
    query: by(operand.query),
    from: Math.min(operand.from, isLast ? operand.from : from),
    to: isLast ? to : operand.to,
  }
}

// A sign stands before what follows the selector, too.
function suffixed(node: Node, of: Query, text: string): Query {
  if (of.is === 'negative' && childrenOf(node)[0]?.name !== 'ParenExpr') {
    const inner = suffixed(node, of.of, text)
    return { is: 'negative', of: inner, text: `-${inner.text}` }
  }
  const suffix = text.slice(childrenOf(node)[0]?.to, node.to)
  const said = `${of.text}${suffix}`
  const [, window] = /^\s*\[\s*(\w+)\s*[\]:]/.exec(suffix) ?? []
  if (window !== undefined && durationSeconds(window) === 0) throw new Refused(`${said} has a window of no length`)
  if (node.name === 'MatrixSelector') return { is: 'range', of, subquery: false, text: said }
  if (node.name === 'SubqueryExpr') return { is: 'range', of, subquery: true, text: said }
  return { is: 'shifted', of, by: suffix.trim(), text: said }
}

function operandOf(node: Node, text: string, depth: number): Query {
  const children = childrenOf(node)
  const said = textAt(node, text)
  const all = (body: Node | undefined) =>
    body ? childrenOf(body).map((child) => expressionOf(child, text, depth)) : []
  switch (node.name) {
    case 'NumberDurationLiteral':
      return { is: 'number', value: literalValue(said), text: said }
    case 'StringLiteral':
      return { is: 'string', value: quotedAt(node, text), text: said }
    case 'ParenExpr':
      return expressionOf(children[0] as Node, text, depth)
    case 'VectorSelector':
      return readSelector(children, text, said)
    case 'FunctionCall':
      return { is: 'call', name: textAt(children[0], text).toLowerCase(), of: all(children[1]), text: said }
    case 'AggregateExpr': {
      const modifier = children.find(({ name }) => name === 'AggregateModifier')
      const [word, labels] = modifier ? childrenOf(modifier) : []
      const grouping = word && { [word.name === 'By' ? 'by' : 'without']: labelsAt(labels, text) }
      const body = children.find(({ name }) => name === 'FunctionCallBody')
      return { is: 'aggregate', name: textAt(children[0], text).toLowerCase(), ...grouping, of: all(body), text: said }
    }
    default:
      throw new Refused(`it is no PromQL at ${said.slice(0, 20)}`)
  }
}
