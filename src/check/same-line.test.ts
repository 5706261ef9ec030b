import assert from 'node:assert/strict'
import { test } from 'node:test'
import { causesOf } from './report.ts'
import { withSameLine } from './same-line.ts'
import { reason, verdict } from './sample-verdict.ts'
import type { Reason, Verdict } from './verdict.ts'

const at = (line: number, via?: number) => {
  const place = (file: string, line: number) => ({ file, line, column: 1 })
  return via === undefined ? place('chart/service.yaml', line) : { ...place('values.yaml', line), via: place('t', via) }
}
const broken = (id: string, ...because: readonly Reason[]) =>
  verdict(id, 'broken', { because, about: [`Service/shop/${id.split('/')[2]}`] })
const port = (cause: string, line: number, more: Partial<Reason> = {}) =>
  reason(cause, { rule: 'port', at: at(line), ...more })

const web = broken('refers/shop/web', port('a', 13))
const promised: Partial<Verdict> = { kind: 'promise' }

const rows: [name: string, verdicts: readonly Verdict[], causes: number][] = [
  ['one rule at one line', [web, broken('refers/shop/api', port('b', 13))], 1],
  ['another line', [web, broken('refers/shop/api', port('b', 14))], 2],
  ['another rule', [web, broken('refers/shop/api', port('b', 13, { rule: 'key' }))], 2],
  ['another question', [web, broken('scraped/shop/api', port('b', 13))], 2],
  [
    'one value, by two templates',
    [8, 9].map((via) => broken(`refers/shop/${via}`, port(`${via}`, 2, { at: at(2, via) }))),
    1,
  ],
  ['no place', [8, 9].map((n) => broken(`refers/shop/${n}`, port(`${n}`, 1, { at: undefined }))), 2],
  ['a promise', [web, { ...broken('refers/shop/api', port('b', 13)), ...promised }], 2],
  ['two of one object: the line is but their beginning', [web, broken('refers/shop/web/more', port('b', 13))], 2],
  [
    'two lines that a third finding joins',
    [web, broken('refers/shop/api', port('b', 14)), broken('refers/shop/all', port('c', 13), port('c', 14))],
    1,
  ],
]

for (const [name, verdicts, causes] of rows) {
  test(`same line: ${name}: ${causes}`, () => {
    assert.equal(causesOf(withSameLine(verdicts)).length, causes)
    assert.deepEqual(withSameLine(verdicts.toReversed()).toReversed(), withSameLine(verdicts))
  })
}

test('same line: what holds stays as it is', () => {
  const kept = verdict('refers/shop/db', 'kept', { because: [port('d', 13, { truth: true })] })
  assert.equal(withSameLine([web, kept, broken('refers/shop/api', port('b', 13))])[1], kept)
})
