import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../estate/estate.ts'
import type { Failure } from '../../platform/model.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Failover, failover } from './failover.ts'
import { apartByHost, replicatesFact, storeEstate, storePod } from './sample-store.ts'

const lost = (of: Failure['of']): Failure => ({ is: 'failure', kind: 'loss', of })
const apart = (count: number) => storePod({ count, spec: { containers: [], affinity: apartByHost } })
const spread = (count: number, maxSkew: number) =>
  storePod({
    count,
    spec: {
      containers: [],
      topologySpreadConstraints: [
        {
          maxSkew,
          topologyKey: 'topology.kubernetes.io/zone',
          whenUnsatisfiable: 'DoNotSchedule',
          labelSelector: { matchLabels: { app: 'ledger-db' } },
        },
      ],
    },
  })
const streams = replicatesFact({ promotesSeconds: { from: 5, to: 30 } })
const votes = replicatesFact({ mode: 'consensus', standing: { is: 'declared' } })

type Row = [
  name: string,
  pod: PodClass,
  failure: Failure,
  facts: Fact[],
  by: Failover['by'],
  left: number,
  to: number | undefined,
]
const never = Number.POSITIVE_INFINITY

const rows: Row[] = [
  ['a single member', storePod(), lost('node'), [], 'nobody', 0, never],
  ['independent members have other rows', apart(3), lost('node'), [], 'others', 2, never],
  ['a follower is promoted', apart(3), lost('node'), [streams], 'followers', 2, 30],
  ['nobody promotes', apart(3), lost('node'), [replicatesFact({ failover: 'none' })], 'unpromoted', 2, never],
  [
    'a flag that nothing carries',
    apart(3),
    lost('node'),
    [replicatesFact({ standing: { is: 'declared' } })],
    'others',
    2,
    never,
  ],
  ['a majority', apart(3), lost('node'), [votes], 'followers', 2, undefined],
  ['no majority: nothing keeps them apart', storePod({ count: 5 }), lost('node'), [votes], 'nobody', 0, never],
  ['no majority of two', apart(2), lost('node'), [votes], 'nobody', 1, never],
  ['two zones, at most one more in one: 3 of 5 may go', spread(5, 1), lost('zone'), [votes], 'nobody', 2, never],
  ['and one of the two sides has a follower', spread(5, 1), lost('zone'), [streams], 'followers', 2, 30],
]
for (const [name, pod, failure, facts, by, left, to] of rows) {
  test(`failover: ${name}`, () => {
    const found = failover(storeEstate(facts), pod, failure)
    assert.deepEqual([found.by, found.left, found.span.to], [by, left, to])
    for (const { id } of found.assumes)
      assert.notEqual(failover(storeEstate(facts), pod, failure, { denied: new Set([id]) }).by, 'followers')
  })
}
