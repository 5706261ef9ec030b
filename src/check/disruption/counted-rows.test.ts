import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BudgetNow } from '../../engine/disruption/budgets-now.ts'
import type { GuardedEviction } from '../../engine/disruption/evict.ts'
import { type Count, countedRows, toldNow } from './counted-rows.ts'
import { evictionWords } from './eviction-words.ts'

const words: [eviction: GuardedEviction, says: string][] = [
  [{ code: 201, why: 'allowed' }, 'healthy, may go'],
  [{ code: 201, why: 'pending' }, 'may go: it does not run yet, so no budget is asked'],
  [{ code: 201, why: 'ended' }, 'may go: it has ended, so no budget is asked'],
  [{ code: 201, why: 'terminating' }, 'is on its way out, and not counted'],
  [{ code: 201, why: 'unhealthy and always allowed' }, 'not ready, may go: the budget always lets such pods go'],
  [{ code: 201, why: 'unhealthy beside enough' }, 'not ready, may go: enough others are healthy'],
  [{ code: 500, why: 'several budgets', budgets: [] }, 'is not evicted at all: several budgets cover it'],
  [
    { code: 429, why: 'not counted yet', budgets: [] },
    'stays: the budget was changed, and its controller has not counted it since',
  ],
  [{ code: 429, why: 'not counted', budgets: [] }, 'stays: the budget cannot be counted'],
  [{ code: 429, why: 'none allowed', budgets: [] }, 'stays: the budget expects no pod, and so lets none go'],
  [
    { code: 429, why: 'too few healthy', budgets: [], healthy: { needs: 3, has: 2 } },
    'stays: 3 must stay healthy, 2 there',
  ],
  [
    { code: 403, why: 'too many unconfirmed', budgets: [] },
    'stays: more than 2000 evictions were granted whose pods nobody has seen go, and no more are until they are (status.disruptedPods)',
  ],
]
for (const [eviction, says] of words) {
  test(`eviction words: ${eviction.why}`, () => assert.equal(evictionWords(eviction), says))
}

const web: Count = { name: 'web', pods: 3, expectedBy: 'its scale' }
const others: [count: Count, says: string][] = [
  [{ name: 'x', pods: 1, expectedBy: 'nobody' }, '1 healthy, expected by nobody: a bare pod has no scale'],
  [{ name: 'x', pods: 2, expectedBy: 'no scale' }, '2 healthy, and what owns them has no scale'],
  [{ name: 'x', pods: 0, expectedBy: 'no scale' }, 'what owns its pods has no scale'],
  [{ name: 'x', pods: 1, expectedBy: 'an owner that nobody shows' }, '1 healthy, and nobody shows what owns them'],
  [
    { name: 'x', pods: 1, expectedBy: 'pods that have ended' },
    'its pods stay when they have ended, and a Job has no scale',
  ],
]
for (const [count, says] of others) {
  test(`counted rows: ${says}`, () => {
    const rows = countedRows({ asks: { maxUnavailable: 1 }, counts: [web, count] })
    assert.deepEqual(rows, [
      ['web', '3 healthy, 3 expected by its scale'],
      ['x', says],
    ])
  })
}

test('counted rows: one workload alone, or a number of pods, needs no rows', () => {
  assert.deepEqual(countedRows({ asks: { maxUnavailable: 1 }, counts: [web] }), [])
  assert.deepEqual(countedRows({ asks: { minAvailable: 1 }, counts: [web, web] }), [])
})

test('counted rows: pods that are something else than healthy come first, and a dozen is enough', () => {
  const evictions = Array.from({ length: 20 }, (_, at) => ({
    pod: `web-${at}`,
    eviction: { code: 201, why: at === 19 ? 'pending' : 'allowed' } as const,
    counts: at === 7 ? ('evicted' as const) : ('healthy' as const),
  }))
  const counted = { expectedPods: 20, desiredHealthy: 19, currentHealthy: 20, disruptionsAllowed: 1 }
  const status: BudgetNow['status'] = { ...counted, disruptedPods: [], reason: 'SufficientPods', weighed: [] }
  const rows = countedRows({ asks: { minAvailable: 19 }, counts: [web], now: toldNow({ status, evictions }) })
  assert.equal(rows.length, 14)
  assert.deepEqual(rows.slice(0, 3), [
    ['now', '20 healthy of 20 expected, and 19 must stay: 1 may go'],
    ['web-7', 'was granted an eviction that has not begun, so it is not counted'],
    ['web-19', 'may go: it does not run yet, so no budget is asked'],
  ])
  assert.deepEqual(rows.at(-1), ['…', '8 more'])
})
