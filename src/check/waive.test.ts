import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waiver } from '../platform/language/waiver.ts'
import { exitCodeOf } from './report.ts'
import { verdict } from './sample-verdict.ts'
import type { Verdict, Word } from './verdict.ts'
import { needlessWaivers, waived } from './waive.ts'

const id = 'drains/live/ledger-db'
const asOf = '2026-11-21'
const until = (day: string, of = id) => waiver(of, { owner: 'store team', reason: 'moves in May', until: day })

const rows: [name: string, word: Word, until: string, expired: boolean | undefined, exitCode: number][] = [
  ['tolerated until its day', 'broken', '2027-05-31', false, 0],
  ['tolerated on its last day', 'broken', '2026-11-21', false, 0],
  ['the day after, it tolerates nothing', 'broken', '2026-11-20', true, 1],
  ['what is kept needs none', 'kept', '2027-05-31', undefined, 0],
]

for (const [name, word, day, expired, exitCode] of rows) {
  test(`waiver: ${name}`, () => {
    const [judged, ...more] = waived([verdict(id, word)], [until(day)], asOf)
    assert.deepEqual(more, [])
    assert.equal(judged?.verdict, word, 'a waived finding stays what it is in the data')
    assert.equal(judged?.waiver?.expired, expired)
    assert.equal(exitCodeOf({ verdicts: [judged as Verdict], unread: [] }), exitCode)
  })
}

test('waiver: of an unknown promise, nothing is tolerated', () => {
  const unknown = verdict('survives/live/loss-of-a-node/ledger-db', 'unknown', { kind: 'promise' })
  const verdicts = waived([unknown], [until('2027-05-31', unknown.id)], asOf)
  assert.equal(exitCodeOf({ verdicts, unread: [] }), 1)
})

test('waiver: one that names no verdict is broken itself, where it stands', () => {
  const dangling = until('2027-05-31', 'drains/live/orders')
  const [kept, found] = waived([verdict(id, 'kept')], [dangling], asOf)
  assert.equal(kept?.id, id)
  assert.equal(found?.id, 'waives/drains/live/orders')
  assert.equal(found?.verdict, 'broken')
  assert.equal(
    found?.because[0]?.says.line,
    'the waiver of store team tolerates drains/live/orders, and no verdict has this id',
  )
  assert.match(found?.because[0]?.at?.file ?? '', /waive\.test\.ts$/)
})

test('waiver: one of what is not broken can go, and fails nothing', () => {
  const advice = needlessWaivers([verdict(id, 'kept')], [until('2027-05-31')])
  assert.deepEqual(
    advice.map(({ says }) => says.line),
    ['the waiver of store team tolerates drains/live/ledger-db, which is kept: it can go'],
  )
  assert.deepEqual(needlessWaivers([verdict(id, 'broken')], [until('2027-05-31')]), [])
})
