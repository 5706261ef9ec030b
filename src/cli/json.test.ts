// Others build on these names: what is here may grow, and nothing in it may change.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runPlatform } from '../check/run-platform.ts'
import { says, shop } from '../check/sample.ts'
import { total } from '../platform/language/measure.ts'
import { promise } from '../platform/language/promise.ts'
import { waiver } from '../platform/language/waiver.ts'
import { reportJson } from './json.ts'

const { platform } = shop({
  promises: ({ live }) => [promise.figure(total.pods(live), { is: 5, stated: says('6.1', 661) })],
  waivers: [waiver('figure/live/pods', { owner: 'shop team', reason: 'mended in May', until: '2027-05-31' })],
})
const report = runPlatform(platform, { asOf: '2026-11-21' })
const written = JSON.parse(reportJson(report))
const pods = written.verdicts.find(({ id }: { id: string }) => id === 'figure/live/pods')

test('json: the whole answer', () => {
  assert.deepEqual(Object.keys(written), [
    'version',
    'asOf',
    'title',
    'counts',
    'kubernetes',
    'verdicts',
    'advice',
    'unread',
    'notes',
    'summary',
  ])
  assert.equal(written.version, 1)
  assert.equal(written.asOf, '2026-11-21')
  assert.deepEqual(Object.keys(written.summary[0]), [
    'place',
    'cluster',
    'broken',
    'waived',
    'causes',
    'assumed',
    'unknown',
    'kept',
  ])
})

test('json: a verdict', () => {
  const { at, because, ...rest } = pods
  assert.deepEqual(rest, {
    id: 'figure/live/pods',
    kind: 'figure',
    asks: 'figure',
    subject: 'pods',
    cluster: 'harbour',
    environment: 'live',
    verdict: 'broken',
    says: 'live runs 5 pods',
    assumes: [],
    after: [],
    cause: 'figure/live/pods',
    waiver: { owner: 'shop team', reason: 'mended in May', until: '2027-05-31', expired: false },
    stated: { document: 'The shop', section: '6.1', lines: [661] },
    fix: [],
    hint: 'state 4, or let it be counted',
  })
  assert.deepEqual(Object.keys(at), ['file', 'line', 'column'])
  const [{ stated, ...reason }] = because
  assert.deepEqual(reason, {
    rule: 'counted',
    truth: false,
    data: {
      stated: '5',
      counted: '4',
      how: '2 + 1 + 1',
      rows: [
        ['checkout', '2'],
        ['orders', '1'],
        ['ledger-db', '1'],
      ],
    },
    says: '2 + 1 + 1 = 4, and 5 is stated',
    rows: [
      ['checkout', '2'],
      ['orders', '1'],
      ['ledger-db', '1'],
    ],
    assumes: [],
    fix: [],
    cause: 'figure/live/pods',
    hint: 'state 4, or let it be counted',
  })
  assert.ok(Array.isArray(stated))
})

test('json: undetermined is null, never left out', () => {
  const [reason] = pods.because
  const unknown = reportJson({
    ...report,
    verdicts: report.verdicts.map((verdict) => ({
      ...verdict,
      because: verdict.because.map((one) => ({ ...one, truth: undefined })),
    })),
  })
  assert.equal(reason.truth, false)
  for (const verdict of JSON.parse(unknown).verdicts) for (const { truth } of verdict.because) assert.equal(truth, null)
})

test('json: the same bytes twice', () => {
  assert.equal(reportJson(runPlatform(platform, { asOf: '2026-11-21' })), reportJson(report))
})

test('json: nothing a terminal would act on, and the same data', () => {
  const title = 'The \u001b[2Jshop\u009b\u202e\u2028\u{e0041}'
  const text = reportJson({ ...report, title })
  assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  assert.equal(JSON.parse(text).title, title)
})
