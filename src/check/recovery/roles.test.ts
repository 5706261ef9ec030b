import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { roles } from './roles.ts'

const primary = { 'ledger-db-rw': 'primary' }
const replica = { 'ledger-db-ro': 'replica' }

const rows: [name: string, store: ShopOptions['ledgerDb'], verdict: string | undefined, line: string][] = [
  ['no name promises a role', { members: 3, replication: 'none' }, undefined, ''],
  [
    'one instance is its own primary',
    { names: primary },
    'kept',
    'ledger-db has one member, and ledger-db-rw leads to it',
  ],
  ['and has no replica', { names: replica }, 'broken', 'ledger-db has one member, and no replica beside it'],
  [
    'independent members have no primary',
    { members: 3, replication: 'none', names: primary },
    'broken',
    'the 3 members of ledger-db are independent (none of them follows another): there is no primary among them, and ledger-db-rw leads to all 3',
  ],
  [
    'replication that is only said',
    { members: 3, replication: { mode: 'asynchronous', failover: 'automatic' }, names: primary },
    'broken',
    'the 3 members of ledger-db are independent (replication is said and nothing declared does it): there is no primary among them, and ledger-db-rw leads to all 3',
  ],
]

for (const [name, ledgerDb, verdict, line] of rows) {
  test(`roles: ${name}`, () => {
    const [found] = verdictsOf(roles, sampleWorld({ ledgerDb }))
    assert.equal(found?.verdict, verdict)
    assert.equal((found && linesOf(found)[0]) ?? '', line)
  })
}
