// One pod crashes, or hangs: who notices, and when it is back.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { hang, loss } from '../../platform/language/failure.ts'
import { cloudNativePg } from '../../platform/language/operator.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Failure } from '../../platform/model.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { survives } from './survives.ts'

const probe = { path: '/ready', port: 8080, every: '5s' } as const
const starts = '20s'

type Row = [
  name: string,
  failure: Failure,
  restores: 'service' | 'replicas',
  ServiceOptions,
  verdict: string,
  line: string,
]

const rows: Row[] = [
  [
    'a crash is seen at once',
    loss.pod,
    'replicas',
    { starts },
    'assumed',
    'a crash is seen at once and the container started again; checkout is ready after 20s, within 60s',
  ],
  [
    'a crash of one of two',
    loss.pod,
    'service',
    {},
    'kept',
    '1 of 2 pods of checkout carries on, and callers are led to them at once, within 60s',
  ],
  [
    'a hang without a liveness probe',
    hang,
    'replicas',
    { starts },
    'broken',
    'checkout has no liveness probe: nobody notices a pod that hangs, and nothing restarts it',
  ],
  [
    'a hang that liveness notices in time',
    hang,
    'replicas',
    { starts: '5s', liveness: { ...probe, failures: 2 } },
    'assumed',
    'a pod of checkout that hangs is ready again after 10s to 46s, within 60s',
  ],
  [
    'a hang that liveness notices too late',
    hang,
    'replicas',
    { starts, liveness: { ...probe, every: '10s' } },
    'broken',
    'a pod of checkout that hangs is ready again after 40s to 81s, and 60s is promised',
  ],
  [
    'a hang of which nobody says how long the start takes',
    hang,
    'replicas',
    { liveness: probe },
    'unknown',
    'a pod of checkout that hangs is ready again after more than 10s: nobody can tell whether that is within 60s',
  ],
  [
    'a hang of one of two, led around',
    hang,
    'service',
    { readiness: probe },
    'kept',
    '1 of 2 pods of checkout carries on, and callers are led to them after 10s to 16s, within 60s',
  ],
  [
    'a hang of one of two that callers still meet',
    hang,
    'service',
    { liveness: probe, starts },
    'broken',
    'checkout has no readiness probe: callers are still led to a pod that hangs',
  ],
  [
    'a hang of the only one',
    hang,
    'service',
    { replicas: 1, liveness: probe, readiness: probe, starts },
    'broken',
    'a pod of checkout that hangs is ready again after 30s to 66s, and 60s is promised',
  ],
]

for (const [name, failure, restores, checkout, verdict, line] of rows)
  test(`survives: ${name}`, () => {
    const world = sampleWorld({
      checkout,
      promises: (shop) => [
        promise.survives(failure, {
          in: shop.live,
          keeps: [shop.checkout],
          within: '60s',
          losing: 'nothing',
          restores,
        }),
      ],
    })
    const [found] = verdictsOf(survives, world)
    assert.ok(found)
    assert.deepEqual(linesOf(found), [line])
    assert.equal(found.verdict, verdict)
    assert.equal(found.id, `survives/live/${failure.kind}-of-a-pod/checkout`)
  })

test('survives: a hang of the member that leads a store waits for its promotion', () => {
  const world = sampleWorld({
    ledgerDb: {
      members: 3,
      replication: { mode: 'synchronous', failover: 'automatic', promotes: '30s' },
      operatedBy: cloudNativePg(),
    },
    promises: ({ live, ledgerDb }) => [
      promise.survives(hang, { in: live, keeps: [ledgerDb], within: '60s', losing: 'nothing' }),
    ],
  })
  const [found] = verdictsOf(survives, world)
  assert.deepEqual(found?.because[0]?.says.rows, [
    ['noticed', '20s to 35s (readiness: 3 failures × 10s, each waited for 5s at most)'],
  ])
})
