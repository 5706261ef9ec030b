// PromQL by Prometheus' own grammar for editors, as plain data.

import { parser } from '@prometheus-io/lezer-promql'
import { kindOf } from './kind-of.ts'
import { childrenOf, type Node, Refused } from './node.ts'
import type { Query } from './query.ts'
import { expressionOf, TooDeep } from './read-expression.ts'

export type ReadQuery =
  | { readonly query: Query }
  /** Prometheus would refuse it, or (`unread`) it is more than is read here. */
  | { readonly fault: string; readonly unread?: true }

/** Longer than any alert that somebody wrote. */
const longest = 65_536

/** What an expression says, or why it says nothing. */
export function readQuery(text: string): ReadQuery {
  if (text.length > longest) return { fault: `it is longer than ${longest} characters`, unread: true }
  const { topNode } = parser.parse(text)
  const error = firstError(topNode)
  // Prometheus reads `1.` as 1, and this grammar does not.
  const isOurs = /\d\.(?!\d)/.test(text)
  if (error) return { fault: faultAt(text, error.from), ...(isOurs && { unread: true }) }
  const [root] = childrenOf(topNode)
  if (!root) return { fault: 'it is empty' }
  try {
    const query = expressionOf(root, text)
    kindOf(query)
    return { query }
  } catch (thrown) {
    if (thrown instanceof TooDeep) return { fault: thrown.message, unread: true }
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
