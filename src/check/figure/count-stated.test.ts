import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plus, serialLag } from '../../platform/language/measure.ts'
import { promise } from '../../platform/language/promise.ts'
import { value } from '../../platform/language/stated.ts'
import type { Measure } from '../../platform/model.ts'
import { linesOf, sampleWorld, says, verdictsOf } from '../sample.ts'
import { figure } from './figure.ts'

const at = says('3', 7)
const nodes = value('$2000/month', at)
const traffic = value('$500.50/month', says('3', 8))

type Row = [name: string, measure: Measure, is: string | number, verdict: string, line: string]

const rows: Row[] = [
  ['money', plus(nodes, traffic), '$2500.50/month', 'kept', '$2000/month + $500.50/month = $2500.50/month, as stated'],
  [
    'money that is another',
    plus(nodes, traffic),
    '$2502/month',
    'broken',
    '$2000/month + $500.50/month = $2500.50/month, and $2502/month is stated',
  ],
  [
    'money of another currency',
    plus(nodes, traffic),
    '€2500/month',
    'unknown',
    '€2500/month is stated; it cannot be compared with $2500.50/month',
  ],
  [
    'hours at a price',
    plus(nodes, value('20h/month', says('3', 9), { at: '$30/h' })),
    '$2600/month',
    'kept',
    '$2000/month + $600/month = $2600/month, as stated',
  ],
  [
    'hours at another price than would do',
    plus(nodes, value('20h/month', says('3', 9), { at: '$31/h' })),
    '$2600/month',
    'broken',
    '$2000/month + $620/month = $2620/month, and $2600/month is stated',
  ],
  [
    'hours without a price',
    plus(nodes, value('20h/month', says('3', 9))),
    '$2600/month',
    'assumed',
    '$2000/month + 20h/month = $2000/month and 20h/month, as stated',
  ],
  [
    'hours that nothing is left for',
    plus(nodes, value('20h/month', says('3', 9))),
    '$1999/month',
    'broken',
    '$2000/month + 20h/month = $2000/month and 20h/month, and $1999/month is stated',
  ],
  [
    'counts',
    plus(value(2, at), value(3, says('3', 8))),
    5,
    'unknown',
    '5 is stated; nothing says in which unit the items are',
  ],
  [
    'events that are through in time',
    serialLag({ rate: '100/s', each: '1ms' }),
    '100ms',
    'kept',
    '100/s × 1ms = 0.1s, as stated',
  ],
  ['events that just keep up', serialLag({ rate: '500/s', each: '2ms' }), '1s', 'kept', '500/s × 2ms = 1s, as stated'],
  [
    'events that fall behind',
    serialLag({ rate: '600/s', each: '2ms' }),
    '1.2s',
    'broken',
    '1.2s is stated; 600/s × 2ms = 1.2s of waiting for what comes in each second: every second the lag is 0.2s more, without end',
  ],
  [
    'events by the minute',
    serialLag({ rate: '60/m', each: '500ms' }),
    '500ms',
    'kept',
    '60/m × 500ms = 0.5s, as stated',
  ],
]

for (const [name, measure, is, verdict, line] of rows) {
  test(`figure: ${name}`, () => {
    const world = sampleWorld({ promises: ({ live }) => [promise.figure(measure, { in: live, is })] })
    const [found] = verdictsOf(figure, world)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(linesOf(found), [line])
  })
}

test('figure: what an hour must cost is an assumption, and without it the sum is another', () => {
  const measure = plus(nodes, value('30h/month', says('3', 9)))
  const id = 'wage/live/sum-of-stated'
  const ask = (denied: readonly string[]) =>
    verdictsOf(
      figure,
      sampleWorld({ promises: ({ live }) => [promise.figure(measure, { in: live, is: '$3000/month' })] }, { denied }),
    )[0]
  assert.deepEqual(
    ask([])?.assumes.map((one) => [one.id, one.says]),
    [[id, 'an hour costs $33.33, which nobody says: 30h/month are to make up for $1000/month']],
  )
  assert.equal(ask([id])?.verdict, 'broken')
})
