import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from './outcome.ts'
import { sayEnd } from './report.ts'

const passed: Outcome = {
  comparison: 'yaml',
  says: 'a document is read alike',
  passed: 1000,
  failed: 0,
  apart: new Map(),
  notes: new Map([['a note', 3]]),
  disagreements: [],
  tookSeconds: 1,
}

const failed: Outcome = {
  ...passed,
  comparison: 'quantity',
  says: 'a quantity is read alike',
  passed: 7,
  failed: 1,
  disagreements: [{ comparison: 'quantity', asked: { text: '1e3' }, ours: 'read', theirs: 'refused' }],
}

test('the end of a run gives the totals', () => {
  assert.equal(sayEnd([passed, passed], 42), '2000 passed, 0 failed')
})

test('the end of a run says again what failed, and what asks it again', () => {
  assert.deepEqual(sayEnd([passed, failed], 42).split('\n'), [
    'failed: a quantity is read alike                             7 passed, 1 failed  (1.0 s)',
    '    asked   {"text":"1e3"}',
    '    ours    "read"',
    '    theirs  "refused"',
    'next: npm run oracle -- --seed 42 --only quantity --keep',
    '1007 passed, 1 failed',
  ])
})
