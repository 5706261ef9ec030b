// Times that are promised of answers, and answers that are signed.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DnsOptions, dns } from '../../platform/component/dns.ts'
import { metric } from '../../platform/language/metric.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Quantile } from '../../platform/model.ts'
import { answersOf, type ShopOptions, sampleWorld } from '../sample.ts'
import { dnssec } from './dnssec.ts'
import { latency } from './latency.ts'

type Row = readonly [
  name: string,
  options: ShopOptions,
  ...answers: (readonly [verdict: string, ...says: readonly string[]])[],
]

/** checkout answers within `answer`, asks orders, and orders asks ledger-db. */
const timed = (answer: string, orders: string, query?: string): ShopOptions => ({
  promises: ({ live, checkout, orders: of, ledgerDb }) => [
    promise.stays(metric('answer', { of: checkout, unit: 'ms' }), { in: live, below: answer }),
    promise.stays(metric('order', { of, unit: 'ms' }), { in: live, below: orders }),
    ...(query === undefined
      ? []
      : [promise.stays(metric('query', { of, over: ledgerDb, unit: 'ms' }), { in: live, below: query })]),
  ],
})

const quantiles = (outer: Quantile | undefined, inner: Quantile | undefined): ShopOptions => ({
  promises: ({ live, checkout, orders: of }) => [
    promise.stays(metric('answer', { of: checkout, unit: 'ms', ...(outer && { quantile: outer }) }), {
      in: live,
      below: '200ms',
    }),
    promise.stays(metric('order', { of, unit: 'ms', ...(inner && { quantile: inner }) }), { in: live, below: '50ms' }),
  ],
})
const roomy = 'answer is promised below 200ms, and each asked once takes order 50ms: 150ms are left'

const times: readonly Row[] = [
  [
    'as many of both',
    quantiles('p95', 'p95'),
    ['kept', roomy, 'of answer, 5% may be slower than its bound, and of what it asks order 5%'],
  ],
  [
    'fewer of what is asked',
    quantiles('p95', undefined),
    ['kept', roomy, 'of answer, 5% may be slower than its bound, and of what it asks order 0%'],
  ],
  [
    'more of what is asked',
    quantiles('p99', 'p95'),
    [
      'unknown',
      'of answer, 1% may be slower than its bound, and of what it asks order 5%: those bounds do not show that this one holds',
    ],
  ],
  ['nobody says of which answers', quantiles(undefined, 'p99'), ['kept', roomy]],
  [
    'room for each',
    timed('500ms', '200ms', '50ms'),
    ['kept', 'answer is promised below 500ms, and each asked once takes order 200ms: 300ms are left'],
    ['kept', 'order is promised below 200ms, and each asked once takes query 50ms: 150ms are left'],
  ],
  [
    'what is asked takes longer',
    timed('100ms', '200ms'),
    ['broken', 'answer is promised below 100ms, and what it asks takes longer: order 200ms'],
  ],
  [
    'nothing is said of what is asked',
    {
      promises: ({ live, checkout }) => [
        promise.stays(metric('answer', { of: checkout, unit: 'ms' }), { in: live, below: '1s' }),
      ],
    },
  ],
  [
    'two in a row take longer',
    {
      promises: ({ live, orders, ledgerDb }) => [
        promise.stays(metric('order', { of: orders, unit: 'ms' }), { in: live, below: '100ms' }),
        promise.stays(metric('read', { of: orders, over: ledgerDb, unit: 'ms' }), { in: live, below: '60ms' }),
        promise.stays(metric('write', { of: orders, over: ledgerDb, unit: 'ms' }), { in: live, below: '80ms' }),
      ],
    },
    [
      'unknown',
      'order is promised below 100ms, and read 60ms + write 80ms = 140ms one after the other: longer, unless they are asked at once',
    ],
  ],
]

const answering = (options: DnsOptions): ShopOptions => ({ more: () => [dns('names', options)] })

const signed: readonly Row[] = [
  [
    'names of the cluster',
    answering({ answers: 'cluster', by: 'coredns', dnssec: true }),
    [
      'unknown',
      'nobody says which key those who ask names (coredns) trust: it answers for names of the cluster, and as nobody delegates their domain, signatures lead to a key only where it is given to whoever asks',
    ],
  ],
  [
    'names on the internet',
    answering({ answers: 'internet', dnssec: true }),
    ['kept', 'the domain of names can be signed and delegated'],
  ],
  ['nothing is signed', answering({ answers: 'cluster' })],
]

for (const [question, rows] of [
  [latency, times],
  [dnssec, signed],
] as const)
  for (const [name, options, ...answers] of rows)
    test(`${question.id}: ${name}`, () => {
      assert.deepEqual(answersOf(question, sampleWorld(options)), answers)
    })
