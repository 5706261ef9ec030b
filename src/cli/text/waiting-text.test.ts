import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reason, Verdict } from '../../check/verdict.ts'
import { waitingText, waitsFor } from './waiting-text.ts'

const reason = (truth: Reason['truth'], waits?: string): Reason => ({
  rule: 'r',
  truth,
  because: {},
  says: { line: '' },
  assumes: [],
  waitsFor: waits,
})

const unknown = (id: string, ...because: Reason[]): Verdict => ({
  id,
  kind: 'question',
  asks: 'placed',
  subject: id,
  verdict: 'unknown',
  says: '',
  because,
  assumes: [],
  after: [],
})

test('verdicts that wait for the same thing are said once', () => {
  const verdicts = [
    unknown('placed/shop/orders', reason(true), reason(undefined, 'the nodes')),
    unknown('placed/shop/checkout', reason(undefined, 'the nodes')),
  ]
  assert.deepEqual(waitingText(verdicts, undefined), [
    '',
    '? 2 verdicts wait for the nodes',
    '    placed/shop/orders, placed/shop/checkout',
  ])
})

test('a verdict with a doubt besides waits for nothing alone', () => {
  assert.equal(waitsFor(unknown('a', reason(undefined, 'the nodes'), reason(undefined))), undefined)
  assert.equal(waitsFor(unknown('a', reason(undefined))), undefined)
})
