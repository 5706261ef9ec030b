import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrokerOptions } from '../../platform/component/broker.ts'
import { kafka } from '../../platform/component/kafka.ts'
import { linesOf, sampleWorld, shop, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { quorum } from './quorum.ts'

const rows: [name: string, options: BrokerOptions, verdict: Word | undefined, line?: string][] = [
  [
    'two of three in step',
    { copies: 3, minInSync: 2, topics: { orders: {} } },
    'kept',
    'orders asks for 2 of 3 copies in step, so 1 may be away',
  ],
  [
    'all of three in step',
    { copies: 3, minInSync: 3, topics: { orders: {} } },
    'broken',
    'orders asks for 3 of 3 copies in step: while one is away, writes that wait for all are refused',
  ],
  [
    'a topic with fewer copies than the rest',
    { copies: 3, minInSync: 2, topics: { orders: { copies: 2 } } },
    'broken',
    'orders asks for 2 of 2 copies in step: while one is away, writes that wait for all are refused',
  ],
  ['one copy has no other to wait for', { copies: 1, minInSync: 1, topics: { orders: {} } }, undefined],
  ['nobody says how many', { copies: 3, topics: { orders: {} } }, undefined],
  ['no topics are said', { copies: 3, minInSync: 3 }, undefined],
]

for (const [name, options, verdict, line] of rows)
  test(`quorum, of copies in step: ${name}`, () => {
    const made = shop({ more: () => [kafka('events', { members: 3, ...options })] })
    const found = verdictsOf(quorum, sampleWorld(made.platform)).find(({ id }) => id.endsWith('/events/topics'))
    assert.equal(found?.verdict, verdict)
    if (found) assert.equal(linesOf(found)[0], line)
  })

test('quorum, of copies in step: topics are told in one order', () => {
  const lines = [
    { a: {}, b: {} },
    { b: {}, a: {} },
  ].map((topics) => {
    const made = shop({ more: () => [kafka('events', { members: 3, copies: 3, minInSync: 2, topics })] })
    return verdictsOf(quorum, sampleWorld(made.platform)).flatMap(linesOf)
  })
  assert.equal(lines[0]?.length, 2)
  assert.deepEqual(lines[0], lines[1])
})
