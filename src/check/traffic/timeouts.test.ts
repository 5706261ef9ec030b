// Tries within their time, and callers that wait as long as what they call may take.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postgres } from '../../platform/component/postgres.ts'
import { service } from '../../platform/component/service.ts'
import type { CallOptions } from '../../platform/language/call.ts'
import { call } from '../../platform/language/call.ts'
import { mesh } from '../../platform/language/mesh.ts'
import { answersOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { nests } from './nests.ts'
import { retries } from './retries.ts'

const requests = { cpu: '250m', memory: '256Mi' } as const
const ledgerDb = postgres('ledger-db', { requests, volume: { size: '10Gi' } })

/** checkout calls orders, and orders calls ledger-db, each as it says. */
function chain(outer: CallOptions, inner: CallOptions = {}, live: ShopOptions['live'] = {}): ShopOptions {
  const orders = service('orders', { listens: 8080, requests, calls: [call(ledgerDb, inner)] })
  return {
    ledgerDb: {},
    orders: { calls: [call(ledgerDb, inner)] },
    checkout: { calls: [call(orders, outer)] },
    live: { ...live },
  }
}

type Row = readonly [
  name: string,
  options: ShopOptions,
  ...answers: (readonly [verdict: string, ...says: readonly string[]])[],
]

const once = { idempotent: true } as const
const tried: readonly Row[] = [
  [
    'tries that fit',
    chain({ ...once, timeout: '10s', retries: { attempts: 3, perTry: '3s' } }),
    [
      'kept',
      '3 tries × 3s = 9s, and 10s are given for all',
      'checkout → orders: tried 3 times at most, the first among them, and twice is as once',
    ],
  ],
  [
    'the last has no time',
    chain({ ...once, timeout: '10s', retries: { attempts: 3, perTry: '4s' } }),
    ['broken', '3 tries × 4s = 12s, and 10s are given for all: 2 of them can end'],
  ],
  [
    'waits count',
    chain({ ...once, timeout: '10s', retries: { attempts: 3, perTry: '3s', backoff: '1s' } }),
    ['broken', '3 tries × 3s and 2 × 1s between them = 11s, and 10s are given for all: 2 of them can end'],
  ],
  [
    'nobody says how long one takes',
    chain({ ...once, timeout: '30s', retries: { attempts: 3, backoff: 'exponential' } }),
    [
      'unknown',
      'nobody says how long one of 3 tries may take: where it is as long as all together, the first that hangs takes the whole 30s',
    ],
  ],
  [
    'what must not be done twice',
    chain({ idempotent: false, timeout: '10s', retries: { attempts: 2, perTry: '3s' } }),
    ['broken', 'checkout → orders: tried 2 times at most, the first among them, and twice is not as once'],
  ],
  [
    'a mesh tries all of them',
    chain({}, {}, { mesh: mesh('traffic', { timeout: '10s', retries: { attempts: 2, perTry: '5s' } }) }),
    // What comes at a store is a connection to its proxies: no try of it is made again.
    [
      'unknown',
      'checkout → orders: tried 2 times at most, the first among them, and nobody says whether twice is as once',
    ],
  ],
  ['one try', chain({ timeout: '10s', retries: { attempts: 1 } })],
]

const nested: readonly Row[] = [
  [
    'the outer one is longer',
    chain({ timeout: '30s' }, { timeout: '10s' }),
    [
      'kept',
      '1 calls that lead to others wait as long as those may take; the tightest is checkout, which waits 30s for orders and that 10s for ledger-db',
    ],
  ],
  [
    'the outer one gives up first',
    chain({ timeout: '30s' }, { timeout: '60s' }),
    ['broken', 'checkout waits 30s for orders, which waits up to 60s for ledger-db: what comes later reaches nobody'],
  ],
  [
    'each try counts by itself',
    chain({ timeout: '30s', retries: { attempts: 3, perTry: '10s' } }, { timeout: '15s' }),
    ['broken', 'checkout waits 10s for orders, which waits up to 15s for ledger-db: what comes later reaches nobody'],
  ],
  [
    'tries of what is called add up where nothing ends them',
    chain({ timeout: '8s' }, { retries: { attempts: 3, perTry: '3s' } }),
    ['broken', 'checkout waits 8s for orders, which waits up to 9s for ledger-db: what comes later reaches nobody'],
  ],
  [
    'a mesh gives connections to a store no time',
    chain({ timeout: '8s' }, {}, { mesh: mesh('traffic', { timeout: '30s' }) }),
  ],
  ['nothing is said of the inner one', chain({ timeout: '8s' })],
]

for (const [question, rows] of [
  [retries, tried],
  [nests, nested],
] as const)
  for (const [name, options, ...answers] of rows)
    test(`${question.id}: ${name}`, () => {
      assert.deepEqual(answersOf(question, sampleWorld(options)), answers)
    })

test('nests: tries multiply on the way', () => {
  const twice = { timeout: '9s', retries: { attempts: 3, perTry: '3s' } } as const
  const thrice = { timeout: '2s', retries: { attempts: 2, perTry: '1s' } } as const
  const [verdict] = verdictsOf(nests, sampleWorld(chain(twice, thrice)))
  const amplified = verdict?.because.find(({ rule }) => rule === 'amplified')
  assert.equal(
    amplified?.says.line,
    'one request becomes up to 6 at ledger-db: 3 × 2 tries on the way checkout → orders → ledger-db',
  )
  assert.equal(verdict?.verdict, 'kept')
})

test('nests: a circle of calls ends', () => {
  const orders = service('orders', { listens: 8080, requests })
  const world = sampleWorld({
    checkout: { calls: [call(orders, { timeout: '3s', retries: { attempts: 2, perTry: '1s' } })] },
    orders: {
      calls: [
        call(service('checkout', { listens: 8080, requests }), {
          timeout: '3s',
          retries: { attempts: 2, perTry: '1s' },
        }),
      ],
    },
  } satisfies ShopOptions)
  assert.deepEqual(
    verdictsOf(nests, world).map(({ verdict }) => verdict),
    ['broken'],
  )
})
