import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PrometheusOptions, prometheus } from '../../platform/component/prometheus.ts'
import { service } from '../../platform/component/service.ts'
import { promise } from '../../platform/language/promise.ts'
import { scrapes } from '../reachability/scrapes.ts'
import { type Shop, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'

type Promised = Parameters<typeof promise.scrapes>[1]

const of = (options: PrometheusOptions) => prometheus('collector', { listens: 9090, ...options })
const quick = of({ every: '15s', retention: '30d' })
const small = of({ every: '15s', retention: '30d', volume: { size: '20Gi' } })

const rows: [name: string, by: ReturnType<typeof of>, promised: Promised, verdict: Word, lines: readonly string[]][] = [
  ['as often as promised', quick, { every: '15s' }, 'kept', ['collector scrapes every 15s, as often as every 15s']],
  ['more often', quick, { every: '1m' }, 'kept', ['collector scrapes every 15s, as often as every 1m']],
  ['less often', quick, { every: '10s' }, 'broken', ['collector scrapes every 15s, and every 10s is promised']],
  [
    'by its own default',
    of({}),
    { every: '30s', keeps: '30d' },
    'broken',
    [
      'collector scrapes every 1m, and every 30s is promised',
      'collector keeps what it gathers for 15d, and 30d is promised',
    ],
  ],
  ['for so long', quick, { keeps: '30d' }, 'kept', ['collector keeps what it gathers for 30d, no less than 30d']],
  [
    'for so long, on a volume',
    small,
    { keeps: '30d' },
    'assumed',
    ['collector keeps what it gathers for 30d, no less than 30d', 'the 20Gi of collector hold 62137 series for 30d'],
  ],
  [
    'a service that says neither',
    service('collector', { listens: 9090 }),
    { every: '15s', keeps: '30d' },
    'unknown',
    [
      'nobody says how often collector scrapes, and every 15s is promised',
      'nobody says how long collector keeps what it gathers, and 30d is promised',
    ],
  ],
]

function judged(by: ReturnType<typeof of>, promised: Promised, denied: readonly string[] = []) {
  const options = {
    checkout: { listens: { http: 8080, metrics: 9100 }, metrics: { port: 'metrics' } },
    more: () => [by],
    promises: ({ live }: Shop) => [promise.scrapes(by, { in: live, ...promised })],
  }
  return verdictsOf(scrapes, sampleWorld(options, { denied }))[0]
}

for (const [name, by, promised, verdict, lines] of rows) {
  test(`scrapes: ${name}`, () => {
    const found = judged(by, promised)
    assert.equal(found?.verdict, verdict)
    const own = found?.because.filter(({ rule }) => ['interval', 'kept', 'held'].includes(rule))
    assert.deepEqual(
      own?.map(({ says }) => says.line),
      lines,
    )
  })
}

test('scrapes: the room for samples is counted, and its series are an estimate', () => {
  const held = judged(small, { keeps: '30d' })?.because.find(({ rule }) => rule === 'held')
  assert.deepEqual(held?.says.rows, [
    ['samples of each', '30d / 15s = 172800'],
    ['bytes of each', '172800 × 2 = 345600'],
  ])
  assert.equal(judged(small, { keeps: '30d' }, ['series/collector'])?.verdict, 'broken')
})
