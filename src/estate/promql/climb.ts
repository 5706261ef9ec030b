// Operands and operators in a row, put together by precedence.
// Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#binary-operator-precedence.

import { childrenOf, labelsAt, type Node, textAt } from './node.ts'
import type { Matching, Query } from './query.ts'

export interface Operand {
  readonly query: Query
  readonly from: number
  readonly to: number
  readonly inParentheses?: boolean
}

/** An operator and what stands between it and its right side. */
export interface Between {
  readonly op: string
  readonly bool: boolean
  readonly fills: boolean
  readonly matching: Matching
}

export interface Row {
  readonly operands: Operand[]
  readonly betweens: Between[]
}

const levels = [
  ['or'],
  ['and', 'unless'],
  ['==', '!=', '<', '<=', '>', '>=', '</', '>/'],
  ['+', '-'],
  ['*', '/', '%', 'atan2'],
  ['^'],
]
const tightest = levels.length - 1

export function climb({ operands, betweens }: Row, text: string): Query {
  let next = 0
  const levelOf = (at: number) => levels.findIndex((ops) => ops.includes(betweens[at]?.op ?? ''))
  const read = (level: number): Operand => {
    let left = operands[next] as Operand
    while (next < betweens.length && levelOf(next) >= level) {
      const at = next
      next++
      // Only powers group to the right.
      const right = read(levelOf(at) === tightest ? tightest : levelOf(at) + 1)
      const { from, to } = { from: left.from, to: right.to }
      const between = betweens[at] as Between
      left = {
        from,
        to,
        query: { is: 'operator', ...between, left: left.query, right: right.query, text: text.slice(from, to) },
      }
    }
    return left
  }
  return read(0).query
}

export function betweenOf(binary: Node, text: string): Between {
  const children = childrenOf(binary)
  const clause = children.find(({ name }) => name === 'MatchingModifierClause')
  return {
    op: textAt(children[1], text).toLowerCase(),
    bool: children.some(({ name }) => name === 'BoolModifier'),
    fills: children.some(({ name }) => name.startsWith('Fill')),
    matching: clause ? matchingOf(clause, text) : {},
  }
}

function matchingOf(clause: Node, text: string): Matching {
  const [word, labels, group, include] = childrenOf(clause)
  const named = labelsAt(labels, text)
  return {
    ...(word?.name === 'On' ? { on: named } : { ignoring: named }),
    ...(group && { group: group.name === 'GroupLeft' ? 'left' : 'right' }),
    ...(include && { include: labelsAt(include, text) }),
  }
}
