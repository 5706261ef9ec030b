// For the test view of a CI server: a suite per environment or cluster, a case per verdict.
// Source: https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd

import { isTolerated, type Report, type Unread } from '../../check/report.ts'
import { holds, type Verdict } from '../../check/verdict.ts'
import { byCodePoint } from '../../platform/order.ts'
import { verdictText } from '../text/verdict-text.ts'
import { xmlText } from './xml-text.ts'

type Outcome = 'failure' | 'error' | 'skipped' | 'passed'

interface Case {
  readonly name: string
  readonly group: string
  readonly outcome: Outcome
  readonly message: string
  readonly lines: readonly string[]
}

export function reportJunit({ title, asOf, verdicts, unread }: Report): string {
  const places = Map.groupBy(verdicts, ({ environment, cluster }) => environment ?? cluster ?? 'platform')
  const suites = [
    ...(unread.length > 0 ? [suite('unread', unread.map(unreadCase), asOf)] : []),
    ...[...places].sort(([a], [b]) => byCodePoint(a, b)).map(([place, of]) => suite(place, of.map(caseOf), asOf)),
  ]
  const head = `<testsuites name="${xmlText(title)}">`
  return `${['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites.flat(), '</testsuites>'].join('\n')}\n`
}

function suite(name: string, cases: readonly Case[], asOf: string): readonly string[] {
  const count = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
  return [
    `  <testsuite name="${xmlText(name)}" ${counts} timestamp="${asOf}T00:00:00">`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ]
}

function caseLines({ name, group, outcome, message, lines }: Case): readonly string[] {
  const head = `    <testcase classname="${xmlText(group)}" name="${xmlText(name)}" time="0"`
  if (outcome === 'passed' && lines.length === 0) return [`${head}/>`]
  const body = lines.map(xmlText).join('\n')
  if (outcome === 'passed') return [`${head}>`, `      <system-out>${body}</system-out>`, '    </testcase>']
  // A skipped case has no text of its own in the schema.
  const inner =
    outcome === 'skipped'
      ? `      <skipped message="${xmlText(message)}"/>`
      : `      <${outcome} message="${xmlText(message)}" type="${xmlText(group)}">${body}</${outcome}>`
  return [`${head}>`, inner, '    </testcase>']
}

function caseOf(verdict: Verdict): Case {
  const { id, asks, says, because, assumes, waiver } = verdict
  const outcome = outcomeOf(verdict)
  const against = because.find(({ truth }) => truth === (verdict.verdict === 'broken' ? false : undefined))
  const why = against?.says.line ?? says
  const message = isTolerated(verdict) ? `tolerated by ${waiver?.owner} until ${waiver?.until}: ${why}` : why
  const lines =
    outcome === 'passed' ? assumes.map((assumption) => `assuming that ${assumption.says}`) : verdictText(verdict, {})
  return {
    name: id,
    group: asks,
    outcome,
    message: outcome === 'skipped' ? `${verdict.verdict}, ${message}` : message,
    lines,
  }
}

// A question that cannot be answered fails no run: it was not asked to the end.
function outcomeOf(verdict: Verdict): Outcome {
  if (holds(verdict.verdict)) return 'passed'
  if (isTolerated(verdict)) return 'skipped'
  if (verdict.verdict === 'broken') return 'failure'
  return verdict.kind === 'question' ? 'skipped' : 'error'
}

function unreadCase({ file, line, says, next }: Unread): Case {
  const name = line === undefined ? file : `${file}:${line}`
  return { name, group: 'unread', outcome: 'error', message: says, lines: [says, ...(next ? [`next: ${next}`] : [])] }
}
