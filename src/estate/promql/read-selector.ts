// What a selector selects: the metric by its name, however it is named, and the other matchers.
// Source: prometheus@v3, promql/parser/parse.go, checkAST of VectorSelector: the name must not be set twice.

import { childrenOf, labelAt, type Node, quotedAt, Refused, textAt } from './node.ts'
import type { Matcher, MatchOp, Query } from './query.ts'

export function readSelector(children: readonly Node[], text: string, said: string): Query {
  const identifier = children.find(({ name }) => name === 'Identifier')
  const list = children.find(({ name }) => name === 'LabelMatchers')
  const parts = list ? childrenOf(list) : []
  const isName = ({ name }: Node) => name === 'QuotedLabelName'
  const written = [
    ...(identifier ? [textAt(identifier, text)] : []),
    ...parts.filter(isName).map((part) => labelAt(part, text)),
  ]
  const matchers = parts.filter((part) => !isName(part)).map((part) => matcherOf(part, text))
  const named = matchers.filter(({ label }) => label === '__name__')
  if (written.length > 1 || (written.length > 0 && named.length > 0))
    throw new Refused(`it names the metric twice: ${[...written, ...named.map(({ value }) => value)].join(', ')}`)
  const equal = named.filter(({ op }) => op === '=')
  const metric = written[0] ?? (equal.length === 1 ? equal[0]?.value : undefined)
  const rest = matchers.filter((matcher) => !(equal.length === 1 && matcher === equal[0]))
  return { is: 'selector', metric, matchers: rest, text: said }
}

function matcherOf(node: Node, text: string): Matcher {
  const [label, op, value] = childrenOf(node)
  return { label: labelAt(label, text), op: textAt(op, text) as MatchOp, value: quotedAt(value, text) }
}
