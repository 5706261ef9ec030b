// Matchers of Alertmanager as texts: `severity="page"`, `{a=b, c=~"d|e"}`.
// Source: https://prometheus.io/docs/alerting/latest/configuration/#label-matchers; alertmanager@v0.28, pkg/labels/parse.go.

import type { Matcher, MatchOp } from '../promql/query.ts'
import { unquote } from '../promql/unquote.ts'

const one = /^\s*("(?:[^"\\]|\\.)*"|[^\s"=!~{},]+)\s*(=~|!=|!~|=)\s*("(?:[^"\\]|\\.)*"|[^"{},]*?)\s*$/s

/** undefined where it is none that is told here. */
export function matchersIn(text: string): readonly Matcher[] | undefined {
  const inner = text.trim().replace(/^\{(.*)\}$/s, '$1')
  const pieces = inner.match(/(?:"(?:[^"\\]|\\.)*"|[^",])+/gs) ?? []
  const matchers = pieces.filter((piece) => piece.trim() !== '').map(matcherIn)
  return matchers.every((matcher) => matcher !== undefined) ? matchers : undefined
}

function matcherIn(piece: string): Matcher | undefined {
  const [, label, op, value] = one.exec(piece) ?? []
  const [name, said] = [label, value].map((text) => (text?.startsWith('"') ? unquote(text) : text))
  if (name === undefined || said === undefined || op === undefined) return undefined
  return { label: name, op: op as MatchOp, value: said }
}
