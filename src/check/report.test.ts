import assert from 'node:assert/strict'
import { test } from 'node:test'
import { causesOf, exitCodeOf, type Report, tally } from './report.ts'
import { reason, verdict } from './sample-verdict.ts'

const waiver = { owner: 'store team', reason: 'moves in May', until: '2027-05-31', expired: false }
const promise = { kind: 'promise' } as const
const unread = [{ file: 'shop.yaml', line: 3, says: 'a mapping is not closed' }]

const exits: [name: string, report: Pick<Report, 'verdicts' | 'unread'>, exitCode: number][] = [
  ['nothing asked', { verdicts: [], unread: [] }, 0],
  ['all kept', { verdicts: [verdict('fits/live', 'kept', promise)], unread: [] }, 0],
  ['assumed is told, and fails nothing', { verdicts: [verdict('fits/live', 'assumed', promise)], unread: [] }, 0],
  ['one broken', { verdicts: [verdict('a/live/x', 'kept'), verdict('b/live/x', 'broken')], unread: [] }, 1],
  ['a question may be unknown', { verdicts: [verdict('drains/live/x', 'unknown')], unread: [] }, 0],
  ['a promise may not', { verdicts: [verdict('fits/live', 'unknown', promise)], unread: [] }, 1],
  ['nor may a figure', { verdicts: [verdict('figure/live/pods', 'unknown', { kind: 'figure' })], unread: [] }, 1],
  ['a waived one is tolerated', { verdicts: [verdict('drains/live/x', 'broken', { waiver })], unread: [] }, 0],
  [
    'an expired waiver tolerates nothing',
    { verdicts: [verdict('drains/live/x', 'broken', { waiver: { ...waiver, expired: true } })], unread: [] },
    1,
  ],
  ['what could not be read comes first', { verdicts: [verdict('drains/live/x', 'broken')], unread }, 2],
]

for (const [name, report, exitCode] of exits) {
  test(`exit code: ${name}`, () => assert.equal(exitCodeOf(report), exitCode))
}

test('tally: a line per environment, else per cluster, in the order of names', () => {
  const verdicts = [
    verdict('drains/live/orders', 'broken', { because: [reason('budget'), reason('one replica')] }),
    verdict('rolls/live/orders', 'broken', { because: [reason('budget')] }),
    verdict('drains/live/checkout', 'broken', { waiver }),
    verdict('drains/live/ledger-db', 'kept'),
    verdict('fits/live', 'unknown', promise),
    verdict('drains/beta/orders', 'assumed'),
    verdict('placed/harbour/orders', 'kept', { environment: undefined }),
    verdict('waives/drains/live/x', 'broken', { environment: undefined, cluster: undefined }),
  ]
  const none = { cluster: 'harbour', broken: 0, waived: 0, causes: 0, assumed: 0, unknown: 0, kept: 0 }
  assert.deepEqual(tally(verdicts), [
    { ...none, place: 'beta', assumed: 1 },
    { ...none, place: 'harbour', kept: 1 },
    { ...none, place: 'live', broken: 2, waived: 1, causes: 1, unknown: 1, kept: 1 },
    { place: 'platform', broken: 1, waived: 0, causes: 1, assumed: 0, unknown: 0, kept: 0 },
  ])
  assert.deepEqual(tally(verdicts.toReversed()), tally(verdicts))
})

test('causes: one that several verdicts share is counted once, and in each place that it breaks', () => {
  const one = verdict('a/live/x', 'broken', { because: [reason('p'), reason('q'), reason('r', { truth: true })] })
  const other = verdict('b/beta/x', 'broken', { because: [reason('q'), reason('s', { truth: undefined })] })
  const tolerated = verdict('c/live/x', 'broken', { waiver })
  const all = [one, other, tolerated]
  assert.deepEqual(
    causesOf(all).map(({ lead, others }) => [lead.id, others.map(({ id }) => id)]),
    [['a/live/x', ['b/beta/x']]],
  )
  assert.deepEqual(
    tally(all).map(({ place, causes }) => [place, causes]),
    [
      ['beta', 1],
      ['live', 1],
    ],
  )
})
