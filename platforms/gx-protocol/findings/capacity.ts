import type { Entry } from '../../findings/entry.ts'
import {
  copiesHaveRoom,
  looksAtRequests,
  quotaCountsStorage,
  quotaHoldsARelease,
  quotasFitTheWorker,
  scalesByHand,
  testnetHasDefaults,
  volumesKeepTheirSize,
} from '../corrections.ts'

const taken = ['taken/gx-protocol-cluster']
const apis = ['api-gateway', 'svc-identity', 'svc-tokenomics', 'svc-wallet']

export const capacity: readonly Entry[] = [
  {
    id: 'C09',
    fault: 'the quotas on the worker are more than the worker has',
    found: [
      {
        verdict: 'confines/testnet/cpu',
        rule: 'pool',
        cause: 'quotas-above-pool/gx-protocol-cluster/worker/cpu',
        shows: [
          '4 cores + 8 cores = 12 cores of cpu may be requested > 8 cores free on the pool worker',
          'srv1117946: 16 cores − 8 cores taken (50%) = 8 cores',
          'devnet: 4 cores, the quota that is planned',
        ],
      },
    ],
    by: [quotasFitTheWorker],
    beside: [testnetHasDefaults],
    ends: { 'confines/testnet/cpu': taken },
  },
  {
    id: 'C29',
    fault: 'the sizes of volumes are not enforced',
    found: ['mainnet', 'testnet'].map((environment) => ({
      verdict: `confines/${environment}/storage`,
      rule: 'sizes',
      cause: 'size-ignored/gx-protocol-cluster/local-path',
      shows: [
        'volumes of class local-path do not end at the size that is asked for',
        'fill the disk that it shares with what else stands there',
        '× 100Gi asked for',
        'postgres-backup: 50Gi asked for',
      ],
    })),
    by: [volumesKeepTheirSize],
    beside: [quotaCountsStorage],
    ends: { 'confines/mainnet/storage': 'kept', 'confines/testnet/storage': 'kept' },
  },
  {
    id: 'C30',
    fault: 'the quota on storage is not there',
    found: [
      {
        verdict: 'confines/mainnet/storage',
        rule: 'quota',
        cause: 'no-quota/gx-protocol-cluster/backend-mainnet/storage',
        shows: [
          'no quota of backend-mainnet counts requests.storage: 10 claims of any size are allowed',
          'counted: limits.cpu, limits.memory, persistentvolumeclaims',
        ],
      },
      {
        verdict: 'confines/testnet/storage',
        rule: 'quota',
        cause: 'no-quota/gx-protocol-cluster/backend-testnet/storage',
        shows: ['5 claims of any size are allowed'],
      },
    ],
    by: [quotaCountsStorage],
    beside: [volumesKeepTheirSize],
    ends: { 'confines/mainnet/storage': 'kept', 'confines/testnet/storage': 'kept' },
  },
  {
    id: 'C39',
    fault: 'the quota does not hold a rollout of all, the jobs and the exporters',
    found: [
      {
        verdict: 'fits/mainnet/release/room',
        rule: 'peak',
        cause: 'quota-peak/gx-protocol-cluster/backend-mainnet/backend-mainnet-quota/requests.cpu',
        shows: [
          '12.5 cores of all pods + 3 cores of rollouts + 500m of jobs + 600m of exporters = 16.6 cores',
          '> 16 cores of quota backend-mainnet-quota',
          'CronJob postgres-backup: 250m',
          'postgres_exporter of postgres, 3 containers: 300m',
        ],
      },
    ],
    by: [quotaHoldsARelease],
    ends: { 'fits/mainnet/release/room': taken },
  },
  {
    id: 'C65',
    fault: 'the volumes of the copies are small for what they are to hold',
    found: [
      {
        verdict: 'retains/mainnet/postgres',
        rule: 'room',
        cause: 'copies-without-room/gx-protocol-cluster/mainnet/postgres',
        shows: ['> 50Gi of the volume postgres-backup', '50Gi / 30 = 1.67Gi', '50Gi / 90 = 0.56Gi'],
      },
      {
        verdict: 'retains/mainnet/redis',
        rule: 'room',
        cause: 'copies-without-room/gx-protocol-cluster/mainnet/redis',
        shows: ['> 20Gi of the volume redis-backup', '20Gi / 30 = 0.67Gi', '20Gi / 90 = 0.22Gi'],
      },
    ],
    by: [copiesHaveRoom],
    ends: {
      'retains/mainnet/postgres': ['copy-size/mainnet/postgres'],
      'retains/mainnet/redis': ['copy-size/mainnet/redis'],
    },
  },
  {
    id: 'C78',
    fault: 'horizontal scaling without anybody who scales',
    found: apis.map((name) => ({
      verdict: `grows/mainnet/${name}`,
      rule: 'scaler',
      cause: `nobody-scales/gx-protocol-cluster/backend-mainnet/${name}`,
      shows: [`nobody scales ${name}: there is no autoscaler for it`],
    })),
    by: [scalesByHand],
    ends: Object.fromEntries(apis.map((name) => [`grows/mainnet/${name}`, taken])),
  },
  {
    id: 'C86',
    fault: 'capacity is verified by what is used',
    found: [
      {
        verdict: 'fits/mainnet/verified/room',
        rule: 'verified',
        cause: 'verified-by-usage/pre-deployment/verify cluster capacity',
        shows: [
          'looks at what is used, and the scheduler counts what pods request',
          'requested 12.5 cores = 6.7 cores',
        ],
      },
    ],
    by: [looksAtRequests],
    ends: { 'fits/mainnet/verified/room': taken },
  },
]
