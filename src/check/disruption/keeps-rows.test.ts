import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redis } from '../../platform/component/redis.ts'
import { cloudNativePg } from '../../platform/language/operator.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { keepsRows } from './keeps-rows.ts'

const independent = { members: 3, replication: 'none' } as const
const consensus = { members: 3, replication: { mode: 'consensus', failover: 'automatic' } } as const

const rows: [name: string, store: ShopOptions['ledgerDb'], found: string | undefined][] = [
  ['no budget', independent, undefined],
  ['a single member is for others to judge', { budget: { minAvailable: 1 } }, undefined],
  [
    'pods that stay, and rows that do not',
    { ...independent, budget: { minAvailable: 2 } },
    'broken: ledger-db lets 1 of 3 members of ledger-db be away, and they are independent: 1/3 of the rows are away with it, though 2 pods stay',
  ],
  [
    'no member may go',
    { ...independent, budget: { minAvailable: 3 } },
    'kept: ledger-db lets no member of ledger-db be away',
  ],
  [
    'a majority stays',
    { ...consensus, budget: { minAvailable: 2 } },
    'assumed: ledger-db lets 1 of 3 members of ledger-db be away: 2 stay, and 2 can carry on with all rows',
  ],
  [
    'no majority stays',
    { ...consensus, budget: { minAvailable: 1 } },
    'broken: ledger-db lets 2 of 3 members of ledger-db be away: 1 stay, and 2 are needed to agree',
  ],
  [
    'the budget of an operator',
    { members: 3, replication: { mode: 'synchronous', failover: 'automatic' }, operatedBy: cloudNativePg() },
    'assumed: ledger-db lets 1 of 3 members of ledger-db be away: 2 stay, and 1 can carry on with all rows',
  ],
]

for (const [name, ledgerDb, found] of rows) {
  test(`keeps-rows: ${name}`, () => {
    const [verdict] = verdictsOf(keepsRows, sampleWorld({ ledgerDb }))
    assert.equal(verdict && `${verdict.verdict}: ${linesOf(verdict)[0]}`, found)
  })
}

test('keeps-rows: of parts with a follower each, as many may be away as each has followers', () => {
  const worded = (maxUnavailable: number) => {
    const cache = redis('cache', { mode: 'cluster', members: 6, shards: 3, budget: { maxUnavailable } })
    const [verdict] = verdictsOf(keepsRows, sampleWorld({ more: () => [cache] }))
    return verdict?.verdict
  }
  assert.deepEqual([1, 2].map(worded), ['assumed', 'broken'])
})
