// What hands traffic on: what it can see, where TLS ends, and to whom it leads.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cdn } from '../../platform/component/cdn.ts'
import type { EdgeOptions } from '../../platform/component/edge.ts'
import { type GatewayOptions, gateway } from '../../platform/component/gateway.ts'
import { loadBalancer } from '../../platform/component/load-balancer.ts'
import { type PostgresOptions, postgres } from '../../platform/component/postgres.ts'
import { call } from '../../platform/language/call.ts'
import { answersOf, type ShopOptions, sampleWorld } from '../sample.ts'
import { forwards } from './forwards.ts'
import { through } from './through.ts'

type Row = readonly [
  name: string,
  options: ShopOptions,
  ...answers: (readonly [verdict: string, ...says: readonly string[]])[],
]

const requests = { cpu: '250m', memory: '256Mi' } as const
function path(first: EdgeOptions, last: GatewayOptions): ShopOptions {
  const front = gateway('front', { listens: 443, ...last })
  const balancer = loadBalancer('balancer', { calls: [front], ...first })
  return { more: () => [front, balancer, cdn('cache', { calls: [balancer] })] }
}

const forwarding: readonly Row[] = [
  [
    'TLS ends once',
    path({ tls: 'passes' }, { tls: 'terminates' }),
    ['kept', 'TLS ends at front, and nowhere behind it'],
  ],
  [
    'TLS ends twice',
    path({ tls: 'terminates' }, { tls: 'terminates' }),
    [
      'broken',
      'TLS ends at balancer and again at front (balancer → front): unless balancer begins another, which nobody says, what gets there is no longer encrypted',
    ],
    ['kept', 'TLS ends at front, and nowhere behind it'],
  ],
  [
    'another begins between',
    path({ tls: 're-encrypts' }, { tls: 'terminates' }),
    ['kept', 'TLS ends at front, and nowhere behind it'],
  ],
  [
    'connections show no paths',
    path({ layer: 4, does: ['routes-by-path', 'distributes'] }, {}),
    ['broken', 'balancer works on layer 4: it sees connections, and none of what routes-by-path is about'],
  ],
  [
    'requests do',
    path({ layer: 7, does: ['routes-by-path'] }, {}),
    ['kept', 'balancer sees the requests: routes-by-path'],
  ],
  [
    'what stays encrypted shows nothing',
    path({ tls: 'passes', does: ['filters'] }, {}),
    ['broken', 'balancer hands TLS on as it is: it sees none of what filters is about'],
  ],
  [
    'an Application Load Balancer leads to pods',
    path({ by: 'alb' }, { by: 'nginx' }),
    [
      'kept',
      'balancer, an Application Load Balancer, leads to pods of front (nginx)',
      'balancer is an Application Load Balancer: load balancing',
    ],
  ],
  [
    'and to no other',
    path({ by: 'alb' }, { by: 'alb' }),
    [
      'broken',
      'balancer and front are each an Application Load Balancer, and none of them can lead to another: they are one and the same, or one is too many',
    ],
  ],
  [
    'of whatever it leads to, nobody says what it is',
    path({ by: 'alb' }, {}),
    ['kept', 'balancer is an Application Load Balancer: load balancing'],
  ],
  ['nobody says how it works', path({ does: ['filters'] }, {})],
  [
    'a connection can be shared out and limited',
    path({ layer: 4, does: ['distributes', 'limits-rate', 'fails-over'] }, {}),
  ],
]

function leading(options: PostgresOptions): ShopOptions {
  const balancer = loadBalancer('inner', { internal: true })
  const store = postgres('ledger-db', { requests, ...options })
  return { ledgerDb: options, orders: { calls: [call(store, { through: balancer })] }, more: () => [balancer] }
}
const streaming = { members: 3, replication: { mode: 'asynchronous', failover: 'automatic' } } as const

const led: readonly Row[] = [
  [
    'any member of three',
    leading(streaming),
    ['broken', 'inner leads to any of the 3 members of ledger-db, and one of them takes writes'],
  ],
  [
    'a name for each role',
    leading({ ...streaming, names: { 'db-rw': 'primary', 'db-ro': 'replica' } }),
    ['kept', 'ledger-db has a name for each role, and inner can lead to that'],
  ],
  ['one member', leading({ members: 1 }), ['kept', 'ledger-db has one member: inner cannot lead to another']],
  [
    'nobody says how many',
    leading({}),
    ['unknown', 'nobody says how many members ledger-db has, and how inner would tell which of them takes writes'],
  ],
  ['nothing stands between', {}],
]

for (const [question, rows] of [
  [forwards, forwarding],
  [through, led],
] as const)
  for (const [name, options, ...answers] of rows)
    test(`${question.id}: ${name}`, () => {
      assert.deepEqual(answersOf(question, sampleWorld(options)), answers)
    })
