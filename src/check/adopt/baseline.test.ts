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
  cluster: 'harbour',
  about: ['StatefulSet/shop/ledger-db'],
  owner: 'platform',
  reason: 'stood when Seaworthy came in',
  until: '2027-03-31',
}
const broken = (...rules: string[]) => verdict(id, 'broken', { because: rules.map((rule) => reason('c', { rule })) })
const promised = (word: 'broken' | 'unknown') => verdict(id, word, { kind: 'promise' })

const held = [{ cluster: 'harbour', refs: ['StatefulSet/shop/ledger-db'] }] as const

function reportOf(verdicts: readonly Verdict[], asOf = '2026-11-21'): Report {
  const counts = { environments: 1, planned: 0, clusters: 1, nodes: 0, objects: 1 }
  const rest = { held, advice: [], unread: [], summary: tally(verdicts), notes: [] }
  return { version: 1, asOf, title: 'k8s', counts, verdicts, ...rest }
}

type Fate = 'solved' | 'unjudged'
const orders = 'drains/shop/orders'
const holds = (rule: string, truth: boolean | undefined) => reason(undefined, { rule, truth })

const rows: [name: string, of: Verdict, entry: Partial<BaselineEntry>, exitCode: number, fate?: Fate][] = [
  ['what stood then is tolerated', broken('budget'), {}, 0],
  ['fewer reasons are tolerated', broken('budget'), { because: ['budget', 'quorum'] }, 0],
  ['a new reason is new', broken('budget', 'quorum'), {}, 1],
  ['any reason, where none is written', broken('quorum'), { because: undefined }, 0],
  ['on its last day', broken('budget'), { until: '2026-11-21' }, 0],
  ['the day after', broken('budget'), { until: '2026-11-20' }, 1],
  [
    'another finding, of what is gone',
    broken('budget'),
    { id: orders, about: ['Deployment/shop/orders'] },
    1,
    'solved',
  ],
  ['another finding, of what is still there', broken('budget'), { id: orders }, 1, 'unjudged'],
  ['another finding, of nobody knows what', broken('budget'), { id: orders, about: undefined }, 1, 'unjudged'],
  ['of another cluster', broken('budget'), { id: orders, cluster: 'quay', about: ['Pod/shop/orders'] }, 1, 'unjudged'],
  ['under another name', { ...broken('budget'), id: 'drains/shop/vault', was: id }, {}, 0],
  ['what is kept is solved', verdict(id, 'kept'), {}, 0, 'solved'],
  ['what is assumed is solved', verdict(id, 'assumed'), {}, 0, 'solved'],
  ['what nobody can tell is not', verdict(id, 'unknown'), {}, 0, 'unjudged'],
  [
    'its reason holds, and another thing is not known',
    verdict(id, 'unknown', { because: [holds('budget', true), holds('room', undefined)] }),
    {},
    0,
    'solved',
  ],
  ['a promise that was unknown and still is', promised('unknown'), { verdict: 'unknown', because: ['any'] }, 0],
  ['a promise that was unknown and is broken now', promised('broken'), { verdict: 'unknown' }, 1],
  ['a promise that was broken and is unknown now', promised('unknown'), {}, 0],
]

for (const [name, of, more, exitCode, fate] of rows) {
  test(`baseline: ${name}`, () => {
    const answer = withBaseline(reportOf([of]), [{ ...entry, ...more }])
    assert.equal(exitCodeOf(answer.report), exitCode)
    const fates = (['solved', 'unjudged'] as const).filter((one) => answer[one].length > 0)
    assert.deepEqual(fates, fate === undefined ? [] : [fate])
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
