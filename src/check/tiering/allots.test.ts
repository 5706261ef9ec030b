import assert from 'node:assert/strict'
import { test } from 'node:test'
import { local } from '../../platform/language/cluster.ts'
import { sized } from '../../platform/language/environment.ts'
import { promise } from '../../platform/language/promise.ts'
import { allots } from './allots.ts'
import { judgedTiers, type Tiers, tierParts } from './sample-tiers.ts'

const { checkout, orders } = tierParts()

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
    'unknown allots/trial/live: cpu: nobody says what is requested in trial; memory: nobody says what is requested in trial',
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
