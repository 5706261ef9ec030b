// Sections 2.1, 3.1, 3.2, 6.1 to 6.3 and 8.1: sums, room, bounds and money.

import { broken, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, listed, type Options, promises } from '../../findings/changing.ts'
import { countsTestnet } from '../corrections.ts'

const smallerWorker = change('node', ['srv1117946'], (options) => ({
  ...options,
  cpu: 8,
  memory: '32Gi',
  disk: '500G',
}))

const loaded = change('node', ['srv1117946'], (options) => ({
  ...options,
  taken: { ...held(options.taken), cpu: '90%' },
}))

const figure = (name: string, edit: (given: Options) => Options) =>
  promises('figure', (given) => (given.name === name ? edit(given) : given))

const traffic = (value: string) =>
  change('stated', [''], (given) => (held(given.value).from === '$500/month' ? { ...given, value } : given))

const copies = (store: string, more: Options) =>
  components([store], (options) => ({
    ...options,
    backups: listed(options.backups).map((backup) => ({ ...backup, ...more })),
  }))

const withoutQuotaOf = (resource: string) =>
  change('environment', ['mainnet'], (options) => {
    const { [resource]: _, ...quota } = held(options.quota)
    return { ...options, quota }
  })

const largerService = components(['svc-wallet'], (options) => ({ ...options, replicas: 4 }))

export const capacity: readonly Fact[] = [
  {
    id: 'GX-06',
    title: 'the quotas of Testnet and of the planned Devnet are more than their one node has free',
    kinds: ['check'],
    on: 'as-written',
    holds: [
      broken(
        'confines/testnet/cpu',
        '4 cores + 8 cores = 12 cores of cpu may be requested > 8 cores free on the pool worker',
      ),
    ],
    unless: change('environment', ['devnet'], (options) => ({ ...options, quota: { 'requests.cpu': 1 } })),
  },
  {
    id: 'GX-17',
    title: 'the nodes that the document lists have 256 of memory',
    kinds: ['check'],
    on: 'as-written',
    holds: [kept('figure/gx-protocol-cluster/memory', '64Gi + 64Gi + 64Gi + 64Gi = 256Gi, as stated')],
    unless: smallerWorker,
  },
  {
    id: 'GX-18',
    title: 'the nodes that the document lists have 4 TB of disk, a quarter on each',
    kinds: ['check'],
    on: 'as-written',
    holds: [kept('figure/gx-protocol-cluster/disk', '1T + 1T + 1T + 1T = 4T, as stated', 'srv1117946')],
    unless: smallerWorker,
  },
  {
    id: 'GX-20',
    title: 'what the ledger takes is 36.8 cores by the loads of the nodes, and not 35',
    kinds: ['express', 'check'],
    on: 'as-written',
    holds: [
      broken('figure/gx-protocol-cluster/taken-cpu', '9.6 + 8.8 + 10.4 + 8 = 36.8 cores, and 35 is stated'),
      broken('figure/gx-protocol-cluster/taken-cpu-percent', '57.5%, and 55% is stated'),
    ],
    unless: loaded,
  },
  {
    id: 'GX-21',
    title: 'what is free is counted node by node, and pool by pool',
    kinds: ['check'],
    on: 'as-written',
    holds: [
      broken('figure/gx-protocol-cluster/free-cpu', '6.4 + 7.2 + 5.6 + 8 = 27.2 cores, and 29 is stated'),
      broken('figure/mainnet/free-cpu', '6.4 + 7.2 + 5.6 = 19.2 cores'),
    ],
    unless: loaded,
  },
  {
    id: 'GX-34',
    title: 'the capacity that is there already is 42.5%, and not 40%',
    kinds: ['check'],
    on: 'as-written',
    holds: [broken('figure/gx-protocol-cluster/existing-capacity/free-cpu-percent', '42.5%, and 40% is stated')],
    unless: loaded,
  },
  {
    id: 'GX-91',
    title: 'the headline of Mainnet is not what its rows add up to',
    kinds: ['check'],
    on: 'as-written',
    holds: [
      broken('figure/mainnet/headline-cpu/cpu-requested', '= 12.5 cores, and 11 is stated'),
      broken('figure/mainnet/headline-memory/memory-requested', '= 25Gi, and 22Gi is stated'),
      broken('figure/mainnet/headline-pods/pods', '= 22, and 20 is stated'),
      broken('figure/mainnet/storage', 'and 400Gi is stated'),
    ],
    unless: largerService,
  },
  {
    id: 'GX-101',
    title: 'the table adds up to 22 pods, 25Gi, 360Gi and 12.5 cores, and two of its totals do not',
    kinds: ['check'],
    on: 'as-written',
    holds: [
      kept('figure/mainnet/pods', '= 22, as stated'),
      kept('figure/mainnet/memory-requested', '= 25Gi, as stated'),
      broken('figure/mainnet/cpu-requested', '= 12.5 cores, and 13.5 is stated'),
      broken('figure/mainnet/storage', '360Gi of data', 'and 400Gi is stated'),
    ],
    unless: largerService,
  },
  {
    id: 'GX-105',
    title: 'on the nodes of Mainnet 19.2 cores are free, and not 29',
    kinds: ['check'],
    on: 'as-written',
    holds: [broken('figure/mainnet/free-cpu', '6.4 + 7.2 + 5.6 = 19.2 cores, and 29 is stated')],
    unless: change('environment', ['mainnet'], ({ pool: _, ...options }) => options),
  },
  {
    id: 'GX-106',
    title: 'what is held against the room is the sum of the rows, and never a number that is typed in',
    kinds: ['check'],
    holds: [kept('figure/mainnet/cpu-requested', '= 13.7 cores'), kept('figure/mainnet/memory-requested', '= 26.5Gi')],
    unless: largerService,
  },
  {
    id: 'GX-108',
    title: 'there is room for all of Mainnet, for a release of it, and without any one node',
    kinds: ['check'],
    holds: [
      holds('survives/mainnet/loss-of-a-node/svc-wallet', 'free on the pool control-plane', 'can be placed'),
      holds('fits/mainnet/room', 'pods can be placed at once'),
      holds('fits/mainnet/release/room', 'of rollouts'),
    ],
    unless: components(['svc-wallet'], (options) => ({ ...options, replicas: 200 })),
  },
  {
    id: 'GX-109',
    title: 'the plan of Testnet is not what its rows add up to, but for the pods',
    kinds: ['check'],
    on: 'as-written',
    holds: [
      broken('figure/testnet/cpu-requested', '= 4.5 cores, and 3.5 is stated'),
      broken('figure/testnet/memory-requested', '= 9Gi, and 7Gi is stated'),
      broken('figure/testnet/storage', '120Gi of data + 70Gi of copies = 190Gi, and 150Gi is stated'),
      kept('figure/testnet/pods', '= 8, as stated'),
    ],
    unless: countsTestnet,
  },
  {
    id: 'GX-119',
    title: 'a container that says nothing gets 250m and 256Mi, and no pod is bounded',
    kinds: ['check', 'document'],
    on: 'as-written',
    holds: [
      kept(
        'figure/mainnet/cpu-where-nothing-is-said',
        'request: 250m for each container',
        'limit: 500m for each container',
      ),
      kept('figure/mainnet/memory-where-nothing-is-said', 'limit: 512Mi for each container'),
      broken('figure/mainnet/cpu-of-a-pod-at-most', 'a pod of two has up to 8 cores'),
      broken('figure/mainnet/memory-of-a-pod-at-most', 'a pod of two has up to 16Gi'),
    ],
    unless: change('environment', ['mainnet'], (options) => ({
      ...options,
      includes: listed(options.includes).filter(({ manifest }) => held(manifest).kind !== 'LimitRange'),
    })),
  },
  {
    id: 'GX-120',
    title: 'quotas and limits end what Mainnet takes of cpu, memory and storage',
    kinds: ['check'],
    holds: [
      holds('confines/mainnet/cpu', 'ends requests.cpu at 16 cores'),
      holds('confines/mainnet/memory', 'ends requests.memory at 32Gi'),
      kept('confines/mainnet/storage', 'ends requests.storage at 430Gi', 'end at the size that is asked for'),
    ],
    unless: withoutQuotaOf('requests.storage'),
  },
  {
    id: 'GX-113',
    title: 'the quota of the planned Devnet is 4 cores, and counts on the worker already',
    kinds: ['render', 'check'],
    on: 'as-written',
    holds: [broken('confines/testnet/cpu', '4 cores + 8 cores = 12 cores')],
    unless: change('environment', ['devnet'], (options) => ({ ...options, quota: { 'requests.cpu': 5 } })),
  },
  {
    id: 'GX-161',
    title: 'thirty dumps are kept, which reach back seven days and a half',
    kinds: ['render', 'check'],
    on: 'as-written',
    holds: [broken('figure/mainnet/postgres-span-of-backups', '30 copies × 6h = 7.5d, and 7d is stated')],
    unless: copies('postgres', { keep: 28 }),
  },
  {
    id: 'GX-162',
    title: 'dumps of PostgreSQL lie on a volume of 50Gi, which does not hold thirty of a full store',
    kinds: ['render', 'check'],
    on: 'as-written',
    holds: [broken('retains/mainnet/postgres', '= 9000Gi > 50Gi of the volume postgres-backup')],
    unless: copies('postgres', { size: '500Mi' }),
  },
  {
    id: 'GX-168',
    title: 'copies of Redis lie on a volume of 20Gi, which does not hold thirty of a full store',
    kinds: ['render', 'check'],
    on: 'as-written',
    holds: [broken('retains/mainnet/redis', '= 1800Gi > 20Gi of the volume redis-backup')],
    unless: copies('redis', { size: '200Mi' }),
  },
  {
    id: 'GX-192',
    title: 'a service can have seven pods under the quota, and one is added by hand',
    kinds: ['check', 'run'],
    holds: [holds('grows/mainnet/svc-wallet', '4 more of 500m, 7 at most', 'is scaled by hand')],
    unless: largerService,
  },
  {
    id: 'GX-255',
    title: 'the four nodes that are avoided cost $2,000 to $3,000 a month, each at its price',
    kinds: ['document', 'check'],
    holds: [
      kept(
        'figure/mainnet/separate-cluster/cost',
        '4 nodes separate-1, separate-2, separate-3, separate-4 = $2000/month to $3000/month, as stated',
      ),
    ],
    unless: change('node', ['separate-1'], (options) => ({ ...options, price: '$900/month' })),
  },
  {
    id: 'GX-256',
    title: 'the traffic that is avoided is $500 to $1,000 a month, and stands in the sum',
    kinds: ['document', 'check'],
    holds: [kept('figure/mainnet/savings/stated-plus-cost', '$500/month to $1000/month + $2000/month to $3000/month')],
    unless: traffic('$700/month'),
  },
  {
    id: 'GX-258',
    title: 'the money that is saved is $2,500 to $4,000 a month where no hour is priced',
    kinds: ['check'],
    holds: [kept('figure/mainnet/savings/stated-plus-cost', '= $2500/month to $4000/month, as stated')],
    unless: figure('savings', (given) => ({ ...given, is: { from: '$3000/month', to: '$5000/month' } })),
  },
]
