import type { Entry } from '../../findings/entry.ts'
import {
  addsUpTheNodes,
  countsCpu,
  countsMemory,
  countsPods,
  countsStorage,
  countsTestnet,
  countsThePool,
  keepsSevenDays,
  subtractsTheSum,
} from '../corrections.ts'

const taken = ['taken/gx-protocol-cluster']

export const sums: readonly Entry[] = [
  {
    id: 'C01',
    fault: 'the CPU total of the Mainnet table is wrong',
    found: [
      {
        verdict: 'figure/mainnet/cpu-requested',
        rule: 'counted',
        cause: 'figure/mainnet/cpu-requested',
        shows: ['= 12.5 cores, and 13.5 is stated', 'postgres: 3 × 1 core = 3 cores', 'redis: 3 × 500m = 1.5 cores'],
      },
      {
        verdict: 'figure/mainnet/headline-cpu/cpu-requested',
        rule: 'counted',
        cause: 'figure/mainnet/cpu-requested',
        shows: ['= 12.5 cores, and 11 is stated', 'outbox-submitter: 2 × 500m = 1 core'],
      },
    ],
    by: [countsCpu],
    ends: { 'figure/mainnet/cpu-requested': 'kept', 'figure/mainnet/headline-cpu/cpu-requested': 'kept' },
  },
  {
    id: 'C02',
    fault: 'the memory headline is not what the table adds up to',
    found: [
      {
        verdict: 'figure/mainnet/headline-memory/memory-requested',
        rule: 'counted',
        cause: 'figure/mainnet/memory-requested',
        shows: ['= 25Gi, and 22Gi is stated', '3 × 2Gi = 6Gi', '3 × 1Gi = 3Gi', '2 × 1Gi = 2Gi'],
      },
    ],
    by: [countsMemory],
    ends: { 'figure/mainnet/headline-memory/memory-requested': 'kept' },
  },
  {
    id: 'C03',
    fault: 'the storage total is wrong, with or without backups',
    found: [
      {
        verdict: 'figure/mainnet/storage',
        rule: 'counted',
        cause: 'figure/mainnet/storage',
        shows: [
          '360Gi of data + 70Gi of copies = 430Gi, and 400Gi is stated',
          '3 × 100Gi = 300Gi',
          '3 × 20Gi = 60Gi',
          '1 × 50Gi = 50Gi',
          '1 × 20Gi = 20Gi',
        ],
      },
    ],
    by: [countsStorage],
    ends: { 'figure/mainnet/storage': 'kept' },
  },
  {
    id: 'C04',
    fault: 'the pod headline is not what the table adds up to',
    found: [
      {
        verdict: 'figure/mainnet/headline-pods/pods',
        rule: 'counted',
        cause: 'figure/mainnet/pods',
        shows: ['= 22, and 20 is stated', 'postgres: 3', 'outbox-submitter: 2'],
      },
    ],
    by: [countsPods],
    ends: { 'figure/mainnet/headline-pods/pods': 'kept' },
  },
  {
    id: 'C05',
    fault: 'headroom is derived from the wrong sum',
    found: [
      {
        verdict: 'figure/mainnet/headroom-cpu-on-the-stated-base/stated-minus-cpu-requested',
        rule: 'counted',
        cause: 'figure/mainnet/stated-minus-cpu-requested',
        shows: ['29 cores (stated) − 12.5 cores = 16.5 cores, and 15.5 is stated'],
      },
      {
        verdict: 'figure/mainnet/headroom-cpu-on-the-stated-base/stated-minus-cpu-requested-percent',
        rule: 'counted',
        cause: 'figure/mainnet/stated-minus-cpu-requested-percent',
        shows: ['16.5 cores of 29 cores = 56.9%, and 53% is stated'],
      },
    ],
    by: [subtractsTheSum],
    ends: {
      'figure/mainnet/headroom-cpu-on-the-stated-base/stated-minus-cpu-requested': 'kept',
      'figure/mainnet/headroom-cpu-on-the-stated-base/stated-minus-cpu-requested-percent': 'kept',
    },
  },
  {
    id: 'C06',
    fault: 'headroom is measured on the wrong nodes',
    found: [
      {
        verdict: 'figure/mainnet/free-cpu',
        rule: 'counted',
        cause: 'figure/mainnet/free-cpu',
        shows: ['6.4 + 7.2 + 5.6 = 19.2 cores, and 29 is stated'],
      },
      {
        verdict: 'figure/mainnet/cpu-headroom',
        rule: 'counted',
        cause: 'figure/mainnet/cpu-headroom',
        shows: [
          '19.2 cores free on the pool control-plane − 12.5 cores',
          '= 6.7 cores, and 15.5 is stated',
          '(60%)',
          '(65%)',
        ],
      },
      {
        verdict: 'figure/mainnet/cpu-headroom-percent',
        rule: 'counted',
        cause: 'figure/mainnet/cpu-headroom-percent',
        shows: ['6.7 cores of 19.2 cores = 34.9%, and 53% is stated'],
      },
    ],
    by: [countsThePool],
    ends: {
      'figure/mainnet/free-cpu': taken,
      'figure/mainnet/cpu-headroom': taken,
      'figure/mainnet/cpu-headroom-percent': taken,
    },
  },
  {
    id: 'C10',
    fault: 'three different figures for free capacity',
    found: [
      {
        verdict: 'figure/gx-protocol-cluster/taken-cpu',
        rule: 'counted',
        cause: 'figure/gx-protocol-cluster/taken-cpu',
        shows: ['9.6 + 8.8 + 10.4 + 8 = 36.8 cores, and 35 is stated'],
      },
      {
        verdict: 'figure/gx-protocol-cluster/taken-cpu-percent',
        rule: 'counted',
        cause: 'figure/gx-protocol-cluster/taken-cpu-percent',
        shows: ['36.8 cores of 64 cores = 57.5%, and 55% is stated'],
      },
      {
        verdict: 'figure/gx-protocol-cluster/free-cpu-percent',
        rule: 'counted',
        cause: 'figure/gx-protocol-cluster/free-cpu-percent',
        shows: ['27.2 cores of 64 cores = 42.5%, and 45% is stated'],
      },
      {
        verdict: 'figure/gx-protocol-cluster/existing-capacity/free-cpu-percent',
        rule: 'counted',
        cause: 'figure/gx-protocol-cluster/free-cpu-percent',
        shows: ['27.2 cores of 64 cores = 42.5%, and 40% is stated'],
      },
      {
        verdict: 'figure/gx-protocol-cluster/free-cpu',
        rule: 'counted',
        cause: 'figure/gx-protocol-cluster/free-cpu',
        shows: ['6.4 + 7.2 + 5.6 + 8 = 27.2 cores, and 29 is stated'],
      },
    ],
    by: [addsUpTheNodes],
    ends: {
      'figure/gx-protocol-cluster/taken-cpu': taken,
      'figure/gx-protocol-cluster/taken-cpu-percent': taken,
      'figure/gx-protocol-cluster/free-cpu': taken,
      'figure/gx-protocol-cluster/free-cpu-percent': taken,
      'figure/gx-protocol-cluster/existing-capacity/free-cpu-percent': taken,
    },
  },
  {
    id: 'C08',
    fault: 'the totals of Testnet do not follow from its rows',
    found: [
      {
        verdict: 'figure/testnet/cpu-requested',
        rule: 'counted',
        cause: 'figure/testnet/cpu-requested',
        shows: ['= 4.5 cores, and 3.5 is stated', 'postgres: 1 × 1 core = 1 core', 'redis: 1 × 500m = 500m'],
      },
      {
        verdict: 'figure/testnet/memory-requested',
        rule: 'counted',
        cause: 'figure/testnet/memory-requested',
        shows: ['= 9Gi, and 7Gi is stated', '1 × 2Gi = 2Gi', '1 × 1Gi = 1Gi'],
      },
      {
        verdict: 'figure/testnet/storage',
        rule: 'counted',
        cause: 'figure/testnet/storage',
        shows: ['120Gi of data + 70Gi of copies = 190Gi, and 150Gi is stated', '1 × 100Gi = 100Gi', '1 × 20Gi = 20Gi'],
      },
    ],
    by: [countsTestnet],
    ends: {
      'figure/testnet/cpu-requested': 'kept',
      'figure/testnet/memory-requested': 'kept',
      'figure/testnet/storage': 'kept',
      'figure/testnet/pods': 'kept',
    },
  },
  {
    id: 'C13',
    fault: '30 copies, one every 6 hours, are not 7 days',
    found: [
      {
        verdict: 'figure/mainnet/postgres-span-of-backups',
        rule: 'counted',
        cause: 'figure/mainnet/postgres-span-of-backups',
        shows: ['30 copies × 6h = 7.5d, and 7d is stated'],
      },
    ],
    by: [keepsSevenDays],
    ends: { 'figure/mainnet/postgres-span-of-backups': 'kept' },
  },
]
