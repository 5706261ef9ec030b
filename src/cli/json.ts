// The machine's answer: stable names, sorted, one object.

import type { Report } from '../check/report.ts'
import type { Reason, Verdict } from '../check/verdict.ts'

export function reportJson(report: Report): string {
  const { version, asOf, title, counts, verdicts, advice, unread, summary } = report
  const whole = { version, asOf, title, counts, verdicts: verdicts.map(verdictJson), advice, unread, summary }
  return `${JSON.stringify(whole, sayBigints, 2)}\n`
}

function verdictJson(verdict: Verdict): object {
  const { because, ...rest } = verdict
  const failing = because.filter(({ truth }) => truth !== true)
  return {
    ...rest,
    because: because.map(reasonJson),
    fix: failing.flatMap(({ fix }) => fix ?? []),
    hint: failing.find(({ hint }) => hint !== undefined)?.hint,
  }
}

function reasonJson({ rule, truth, because, says, cause, at, stated }: Reason): object {
  return { rule, truth: truth ?? null, data: because, says: says.line, rows: says.rows ?? [], cause, at, stated }
}

function sayBigints(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}
