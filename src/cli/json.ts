// The machine's answer: stable names, sorted, one object.

import type { Report } from '../check/report.ts'
import type { Reason, Verdict } from '../check/verdict.ts'
import { byCodePoint } from '../platform/order.ts'
import { safeJson } from './safe-json.ts'

export function reportJson(report: Report): string {
  const { version, asOf, title, counts, kubernetes, verdicts, advice, unread, notes, summary, live } = report
  const judged = verdicts.map(verdictJson)
  const whole = { version, asOf, title, counts, kubernetes, verdicts: judged, advice, unread, notes, summary, live }
  return safeJson(whole)
}

/** One verdict as plain data with stable names. */
export function verdictJson(verdict: Verdict): object {
  const { because, ...rest } = verdict
  const failing = because.filter(({ truth }) => truth !== true)
  return {
    ...rest,
    because: because.map(reasonJson),
    fix: failing.flatMap(({ fix }) => fix ?? []).map(inOrder),
    hint: failing.find(({ hint }) => hint !== undefined)?.hint,
  }
}

function reasonJson({
  rule,
  truth,
  because,
  says,
  assumes,
  cause,
  waitsFor,
  hint,
  fix = [],
  at,
  stated,
}: Reason): object {
  const words = { says: says.line, rows: says.rows ?? [] }
  return {
    rule,
    truth: truth ?? null,
    data: inOrder(because),
    ...words,
    assumes,
    cause,
    waitsFor,
    hint,
    fix: inOrder(fix),
    at,
    stated,
  }
}

// Data holds records as users wrote them: sorted keys make it the same bytes however those were declared.
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => byCodePoint(a, b))
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(item)]))
}
