// The grammar's tree, read by name: what stands below a node, and its text.

import type { parser } from '@prometheus-io/lezer-promql'
import { unquote } from './unquote.ts'

export type Node = ReturnType<typeof parser.parse>['topNode']

/** Prometheus would refuse the expression; the message is what it would object to. */
export class Refused extends Error {}

export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'LineComment') children.push(child)
  return children
}

export function textAt(node: Node | undefined, text: string): string {
  return node ? text.slice(node.from, node.to) : ''
}

/** A quoted text without its quotes; throws `Refused` where it has none that Prometheus would take. */
export function quotedAt(node: Node | undefined, text: string): string {
  const quoted = textAt(node, text)
  const said = unquote(quoted)
  if (said === undefined) throw new Refused(`it has a text that cannot be read: ${quoted.slice(0, 20)}`)
  return said
}

/** The labels in parentheses, quoted or not. */
export function labelsAt(node: Node | undefined, text: string): readonly string[] {
  return node ? childrenOf(node).map((label) => labelAt(label, text)) : []
}

export function labelAt(node: Node | undefined, text: string): string {
  return node?.name === 'QuotedLabelName' ? quotedAt(childrenOf(node)[0], text) : textAt(node, text)
}
