// Promises on networks: where components stand, and by which way systems outside are reached.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { external } from '../../platform/component/external.ts'
import { ledger } from '../../platform/component/ledger.ts'
import { environment } from '../../platform/language/environment.ts'
import { link, segment } from '../../platform/language/network.ts'
import { organisation } from '../../platform/language/organisation.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Environment, PlatformPromise, Segment } from '../../platform/model.ts'
import type { AnyPromiseKind } from '../define.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { ownSegments } from './own-segments.ts'
import { privateLinks } from './private-links.ts'
import { privateSegments } from './private-segments.ts'

const apps = segment('apps', { tier: 'private' })
const open = segment('open', { tier: 'public' })
const data = segment('data', { tier: 'private' })
const vague = segment('vague')

type Row = readonly [name: string, options: ShopOptions, verdict: string, ...says: readonly string[]]

function judged(kind: AnyPromiseKind, promised: (shop: Shop) => PlatformPromise, rows: readonly Row[]): void {
  for (const [name, options, verdict, ...says] of rows) {
    test(`${kind.kind}: ${name}`, () => {
      const world = sampleWorld({ ...options, promises: (shop) => [promised(shop)] })
      const [answer] = verdictsOf(kind, world)
      assert.ok(answer)
      assert.deepEqual([answer.verdict, ...linesOf(answer)], [verdict, ...says])
    })
  }
}

judged(privateSegments, ({ checkout, ledgerDb, live }) => promise.privateSegments([checkout, ledgerDb], { in: live }), [
  [
    'pods stand where their cluster stands',
    { cluster: { in: apps }, ledgerDb: { in: data } },
    'kept',
    'checkout stands in apps (private)',
    'ledger-db stands in data (private)',
  ],
  [
    'one of several is public',
    { cluster: { in: [apps, open] }, ledgerDb: { in: data } },
    'broken',
    'checkout stands in apps (private), open (public): what is there may have a public address',
  ],
  [
    'nobody says where',
    {},
    'unknown',
    'nobody says in which segment checkout stands',
    'nobody says in which segment ledger-db stands',
  ],
  [
    'a segment of no tier',
    { cluster: { in: vague }, ledgerDb: { in: data } },
    'unknown',
    'checkout stands in vague (of no tier that anybody says)',
  ],
])

judged(ownSegments, ({ orders, ledgerDb, live }) => promise.ownSegments([orders, ledgerDb], { in: live }), [
  [
    'each has its own',
    { orders: { in: apps }, ledgerDb: { in: data } },
    'kept',
    'ledger-db stands in data, and no other of them does',
    'orders stands in apps, and no other of them does',
  ],
  [
    'two in one',
    { cluster: { in: apps } },
    'broken',
    'ledger-db stands in apps, as orders',
    'orders stands in apps, as ledger-db',
  ],
  ['nobody says where', { orders: { in: apps } }, 'unknown', 'nobody says in which segment ledger-db stands'],
])

const [north, south] = [organisation('north'), organisation('south')]
const theirs = segment('theirs', { tier: 'private', for: south })

/** A ledger of two operators, in the segments that they say. */
function operated(...segments: readonly (Segment | undefined)[]): ShopOptions {
  const chain = ledger('chain', {
    orderers: {
      operators: [north, south].map((by, at) => ({ by, count: 1, ...(segments[at] && { in: segments[at] }) })),
    },
  })
  return { more: () => [chain], promises: ({ live }) => [promise.ownSegments([chain], { in: live })] }
}

const members: readonly Row[] = [
  [
    'each operator has its own',
    operated(data, theirs),
    'kept',
    'chain of north stands in data, and no other of them does',
    'chain of south stands in theirs, and no other of them does',
  ],
  [
    'two operators in one',
    operated(data, data),
    'broken',
    'chain of north stands in data, as chain of south',
    'chain of south stands in data, as chain of north',
  ],
  ['the segment of another', operated(theirs, data), 'broken', "chain of north stands in theirs, which is south's"],
  ['nobody says where one stands', operated(data), 'unknown', 'nobody says in which segment chain of south stands'],
]
for (const [name, options, verdict, ...says] of members) {
  test(`ownSegments: ${name}`, () => {
    const [answer] = verdictsOf(ownSegments, sampleWorld(options))
    assert.ok(answer)
    assert.deepEqual([answer.verdict, ...linesOf(answer)], [verdict, ...says])
  })
}

const agency = (options: Parameters<typeof external>[1]) => external('agency', { listens: 443, ...options })
const reached = (options: Parameters<typeof external>[1]): ShopOptions => {
  const made = agency(options)
  return { more: () => [made], promises: ({ live }) => [promise.privateLinks([made], { in: live })] }
}

const links: readonly Row[] = [
  ['a VPN', reached({ over: link('agency', { kind: 'vpn' }) }), 'kept', 'agency is reached by a VPN'],
  [
    'a line of its own',
    reached({ over: link('agency', { kind: 'dedicated' }) }),
    'kept',
    'agency is reached by a dedicated line',
  ],
  [
    'a public way',
    reached({ over: link('agency', { kind: 'public' }) }),
    'broken',
    'agency is reached by a public way, and nobody says why',
  ],
  [
    'a public way with a reason',
    reached({ over: link('agency', { kind: 'public', reason: 'it offers no other' }) }),
    'kept',
    'agency is reached by a public way: it offers no other',
  ],
  ['nobody says how', reached({}), 'unknown', 'nobody says by which way agency is reached'],
]
test('privateLinks: what stands in its place may be reached another way', () => {
  const open = agency({ over: link('open', { kind: 'public' }) })
  const closed = agency({ over: link('closed', { kind: 'vpn' }) })
  const made: Environment[] = []
  const world = sampleWorld({
    more: () => [open],
    environments: ({ live, harbour }) => {
      made.push(environment('trial', { on: harbour, namespace: 'trial', like: live, instead: [[open, closed]] }))
      return made
    },
  })
  const [trial] = made
  assert.ok(trial)
  const promised = promise.privateLinks([open], { in: trial })
  const [answer] = verdictsOf(privateLinks, { ...world, promises: [promised] })
  assert.deepEqual(answer && linesOf(answer), ['agency is reached by a VPN'])
})

for (const [name, options, verdict, ...says] of links) {
  test(`privateLinks: ${name}`, () => {
    const [answer] = verdictsOf(privateLinks, sampleWorld(options))
    assert.ok(answer)
    assert.deepEqual([answer.verdict, ...linesOf(answer)], [verdict, ...says])
  })
}
