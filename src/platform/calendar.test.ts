import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAfter, isSpan } from './calendar.ts'

const days: [from: string, span: string, times: number, is: string | undefined][] = [
  ['2026-11-22', 'month', 3, '2027-02-22'],
  ['2026-11-22', '3 months', 1, '2027-02-22'],
  ['2026-11-22', 'quarter', 1, '2027-02-22'],
  ['2026-11-22', '2 weeks', 1, '2026-12-06'],
  ['2026-11-22', '2 weeks', -1, '2026-11-08'],
  ['2026-11-22', '36h', 1, '2026-11-23'],
  ['2026-01-31', 'month', 1, '2026-02-28'],
  ['2028-01-31', 'month', 1, '2028-02-29'],
  ['2026-03-31', '3 months', -1, '2025-12-31'],
  ['2026-11-01', 'month', 0.5, '2026-11-16'],
  ['2026-11-22', 'month', 1e9, undefined],
  ['2026-11-22', 'sprint', 1, undefined],
]
for (const [from, span, times, is] of days) {
  test(`calendar: ${times} × ${span} after ${from}`, () => assert.equal(dayAfter(from, span, times), is))
}

const spans: [value: unknown, is: boolean][] = [
  ['3 months', true],
  ['1 month', true],
  ['90d', true],
  ['months', false],
  ['3 sprints', false],
  [3, false],
]
for (const [value, is] of spans)
  test(`calendar: ${value} is ${is ? 'a' : 'no'} span`, () => assert.equal(isSpan(value), is))
