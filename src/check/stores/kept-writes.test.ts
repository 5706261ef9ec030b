import assert from 'node:assert/strict'
import { test } from 'node:test'
import { content, managed, postgres, redis } from '../../index.ts'
import type { Component } from '../../platform/component.ts'
import { linesOf, verdictsOf, worldOfOne } from '../sample.ts'
import { keepsContent } from './keeps-content.ts'

const verdictOn = (store: Component) => verdictsOf(keepsContent, worldOfOne(store))[0]

const orders = content('orders', { ofRecord: true })
const trail = content('trail', { ofRecord: true, class: 'audit' })
const pages = content('pages', { ofRecord: false, class: 'audit' })
const follows = { members: 2, replication: { mode: 'asynchronous', failover: 'automatic' } } as const

const rows: [name: string, store: Component, verdict: string | undefined, line?: string][] = [
  [
    'each is logged',
    redis('c', { persistence: 'log', holds: [orders] }),
    'kept',
    'each write to c is logged, so orders is there when a member starts again',
  ],
  [
    'snapshots now and then',
    redis('c', { persistence: 'snapshots', holds: [orders] }),
    'broken',
    'orders is written here first, and c keeps snapshots: what came after is gone when a member starts again',
  ],
  [
    'nothing',
    redis('c', { persistence: 'none', holds: [orders] }),
    'broken',
    'orders is written here first, and c keeps nothing: what came after is gone when a member starts again',
  ],
  [
    'nobody says',
    redis('c', { holds: [orders] }),
    'unknown',
    'orders is written here first, and nobody says that each write to c is logged: by itself it keeps snapshots',
  ],
  ['what is made again', redis('c', { persistence: 'none', holds: [pages] }), undefined],
  ['a database that loses a little', postgres('p', { ...follows, holds: [orders] }), undefined],
  [
    'a trail that loses a little',
    postgres('p', { ...follows, holds: [trail] }),
    'broken',
    'trail is written here first, and p answers before its followers have a write: a member that takes over may lack it',
  ],
  [
    'a trail that others have first',
    postgres('p', { members: 2, replication: { mode: 'synchronous', failover: 'automatic' }, holds: [trail] }),
    'kept',
    'p answers when other members have a write (synchronous), so trail has no gaps',
  ],
  [
    'a service that writes to several zones first',
    redis('c', { managedBy: managed('memorydb'), holds: [trail] }),
    'kept',
    'memorydb answers when a write is in several zones, so trail has no gaps',
  ],
  ['a service that nobody has looked up', redis('c', { managedBy: managed('elasticache'), holds: [trail] }), undefined],
]

for (const [name, store, verdict, line] of rows)
  test(`keeps-content, writes: ${name}`, () => {
    const found = verdictOn(store)
    assert.equal(found?.verdict, verdict)
    if (found) assert.equal(linesOf(found)[0], line)
  })
