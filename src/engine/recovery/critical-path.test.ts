import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Step } from '../../platform/model.ts'
import { criticalPath } from './critical-path.ts'
import { isWithin } from './span.ts'

const step = (name: string, takes?: Step['takes'], after?: string[]): Step => ({ name, takes, after, actor: 'person' })

const rows: [name: string, steps: Step[], from: number, to: number | undefined, chain: string[]][] = [
  ['nothing to do', [], 0, 0, []],
  ['one after the other', [step('a', '30s'), step('b', { from: '1m', to: '2m' })], 90, 150, ['a', 'b']],
  ['side by side', [step('a', '1m'), step('b', '5m', []), step('c', '10s', ['a', 'b'])], 310, 310, ['b', 'c']],
  [
    'at the later end',
    [step('a', { from: '1s', to: '9m' }), step('b', '5m', []), step('c', '10s', ['a', 'b'])],
    310,
    550,
    ['a', 'c'],
  ],
  ['a step without a time', [step('a', '1m'), step('b')], 60, undefined, ['a', 'b']],
]
for (const [name, steps, from, to, chain] of rows) {
  test(`critical path: ${name}`, () => {
    const path = criticalPath(steps)
    assert.deepEqual([path.span.from, path.span.to, path.chain], [from, to, chain])
  })
}

test('critical path: Kubernetes takes its own time, whatever is estimated', () => {
  const detect: Step = { name: 'detect', takes: '5s', actor: 'kubernetes', does: 'detect' }
  const real = { detect: { span: { from: 50, to: 60 }, known: 'a table' } }
  const path = criticalPath([detect, step('a', '10s')], { real })
  assert.deepEqual(path.span, { from: 60, to: 70 })
  assert.deepEqual(
    path.steps.map(({ by }) => by),
    ['kubernetes', 'estimate'],
  )
})

test('a span is within a time, or not, or nobody can tell', () => {
  assert.equal(isWithin({ from: 10, to: 20 }, 20), true)
  assert.equal(isWithin({ from: 10, to: 20 }, 15), false)
  assert.equal(isWithin({ from: 10, to: undefined }, 15), undefined)
  assert.equal(isWithin({ from: 10, to: undefined }, 9), false)
  assert.equal(isWithin({ from: 10, to: undefined, isMore: true }, 10), false)
})
