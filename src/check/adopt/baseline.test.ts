import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exitCodeOf, type Report, tally } from '../report.ts'
import { reason, verdict } from '../sample-verdict.ts'
import type { Verdict } from '../verdict.ts'
import { type BaselineEntry, rulesAgainst, standing, withBaseline } from './baseline.ts'

const id = 'drains/shop/ledger-db'
const entry: BaselineEntry = {
  id,
  verdict: 'broken',
  because: ['budget'],
  says: 'every node that holds pods of ledger-db can be drained',
  owner: 'platform',
  reason: 'stood when Seaworthy came in',
  until: '2027-03-31',
}
const broken = (...rules: string[]) => verdict(id, 'broken', { because: rules.map((rule) => reason('c', { rule })) })
const promised = (word: 'broken' | 'unknown') => verdict(id, word, { kind: 'promise' })

function reportOf(verdicts: readonly Verdict[], asOf = '2026-11-21'): Report {
  const counts = { environments: 1, planned: 0, clusters: 1, nodes: 0, objects: 1 }
  const rest = { advice: [], unread: [], summary: tally(verdicts), notes: [] }
  return { version: 1, asOf, title: 'k8s', counts, verdicts, ...rest }
}

const rows: [name: string, of: Verdict, entry: Partial<BaselineEntry>, exitCode: number, solved: number][] = [
  ['what stood then is tolerated', broken('budget'), {}, 0, 0],
  ['fewer reasons are tolerated', broken('budget'), { because: ['budget', 'quorum'] }, 0, 0],
  ['a new reason is new', broken('budget', 'quorum'), {}, 1, 0],
  ['any reason, where none is written', broken('quorum'), { because: undefined }, 0, 0],
  ['on its last day', broken('budget'), { until: '2026-11-21' }, 0, 0],
  ['the day after', broken('budget'), { until: '2026-11-20' }, 1, 0],
  ['another finding', broken('budget'), { id: 'drains/shop/orders' }, 1, 1],
  ['under another name', { ...broken('budget'), id: 'drains/shop/vault', was: id }, {}, 0, 0],
  ['what is kept is solved', verdict(id, 'kept'), {}, 0, 1],
  ['a promise that was unknown and still is', promised('unknown'), { verdict: 'unknown', because: ['any'] }, 0, 0],
  ['a promise that was unknown and is broken now', promised('broken'), { verdict: 'unknown' }, 1, 0],
  ['a promise that was broken and is unknown now', promised('unknown'), {}, 0, 0],
]

for (const [name, of, more, exitCode, solved] of rows) {
  test(`baseline: ${name}`, () => {
    const answer = withBaseline(reportOf([of]), [{ ...entry, ...more }])
    assert.equal(exitCodeOf(answer.report), exitCode)
    assert.equal(answer.solved.length, solved)
    assert.equal(answer.report.verdicts[0]?.verdict, of.verdict, 'what is tolerated stays what it is in the data')
  })
}

test('baseline: a waiver that holds goes before it', () => {
  const waiver = { owner: 'store team', reason: 'r', until: '2027-01-01', expired: false }
  const { report } = withBaseline(reportOf([{ ...broken('budget'), waiver }]), [entry])
  assert.equal(report.verdicts[0]?.waiver?.owner, 'store team')
})

test('baseline: it is written of what fails a run and nobody tolerates', () => {
  const waiver = { owner: 'store team', reason: 'r', until: '2027-01-01', expired: false }
  const all = [
    broken('budget'),
    { ...broken('budget'), waiver },
    promised('unknown'),
    verdict(id, 'unknown'),
    verdict(id, 'kept'),
  ]
  assert.deepEqual(
    standing(all).map((one) => [one.kind, one.verdict]),
    [
      ['question', 'broken'],
      ['promise', 'unknown'],
    ],
  )
  assert.deepEqual(rulesAgainst(broken('quorum', 'budget', 'budget')), ['budget', 'quorum'])
})
