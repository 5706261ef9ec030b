import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { local } from '../../platform/language/cluster.ts'
import { promise } from '../../platform/language/promise.ts'
import { sized } from '../../platform/language/sized.ts'
import { allots } from './allots.ts'
import { judgedTiers, type Tiers, tierParts } from './sample-tiers.ts'

const { checkout, orders } = tierParts()

const sizeless = service('sizeless', { listens: 8080 })

const nothing = [sized(checkout, { requests: undefined }), sized(orders, { requests: undefined })]

const rows: [name: string, share: `${number}%` | 'all' | 'least', tiers: Tiers, says: string][] = [
  [
    'half, with half of the replicas',
    '50%',
    { trial: { sized: [sized(checkout, { replicas: 1 }), sized(orders, { replicas: 2 })] } },
    'kept allots/trial/live: cpu: 2.5 cores of 5 cores in live is 50 %; memory: 3Gi of 6Gi in live is 50 %',
  ],
  [
    'half, with as many',
    '50%',
    {},
    'broken allots/trial/live: cpu: 5 cores of 5 cores in live is 100 %; memory: 6Gi of 6Gi in live is 100 %',
  ],
  [
    'all, with as many',
    'all',
    {},
    'kept allots/trial/live: cpu: 5 cores of 5 cores in live is 100 %; memory: 6Gi of 6Gi in live is 100 %',
  ],
  [
    'half of what nobody says',
    '50%',
    { trial: { sized: nothing } },
    'unknown allots/trial/live: cpu: nobody says what is requested by checkout, orders of trial; by nodes of one size it is 4 of 4 in live, 100 %; memory: nobody says what is requested by checkout, orders of trial; by nodes of one size it is 4 of 4 in live, 100 %',
  ],
  [
    'half, where one of the pods says nothing',
    '50%',
    { trial: { sized: [sized(orders, { requests: undefined })] }, quay: { nodes: [], pools: [] } },
    'unknown allots/trial/live: cpu: nobody says what is requested by orders of trial; memory: nobody says what is requested by orders of trial',
  ],
  [
    'all, where the same pods say nothing in both',
    'all',
    { live: { runs: [checkout, sizeless, orders] } },
    'kept allots/trial/live: cpu: 5 cores of 5 cores in live is 100 %; memory: 6Gi of 6Gi in live is 100 %',
  ],
  [
    'least of what others say at least',
    'least',
    { trial: { replicas: 1 }, live: { runs: [checkout, sizeless, orders] } },
    'unknown allots/trial/least: cpu: nobody says what is requested by sizeless of trial; memory: nobody says what is requested by sizeless of trial',
  ],
  [
    'least, whatever those add that say nothing elsewhere',
    'least',
    { trial: { replicas: 1, without: [sizeless] }, live: { runs: [checkout, sizeless, orders] } },
    'kept allots/trial/least: cpu: 1.5 cores requested, 5 cores in live; memory: 2Gi requested, 6Gi in live',
  ],
  [
    'least of all',
    'least',
    { trial: { replicas: 1 } },
    'kept allots/trial/least: cpu: 1.5 cores requested, 5 cores in live; memory: 2Gi requested, 6Gi in live',
  ],
  [
    'least, where programs run without Kubernetes',
    'least',
    { trial: { on: local('laptops'), replicas: 1 } },
    'kept allots/trial/least: cpu: 1.5 cores requested, 5 cores in live; memory: 2Gi requested, 6Gi in live',
  ],
  [
    'least, and more than another',
    'least',
    { trial: { replicas: 5 } },
    'broken allots/trial/least: cpu: 7.5 cores requested, 5 cores in live; memory: 10Gi requested, 6Gi in live',
  ],
]

for (const [name, share, tiers, says] of rows) {
  test(`allots: ${name}`, () => {
    const found = judgedTiers(
      allots,
      ({ live, trial }) => [promise.allots(share, share === 'least' ? { in: trial } : { in: trial, of: live })],
      tiers,
    )
    assert.deepEqual(found, [says])
  })
}
