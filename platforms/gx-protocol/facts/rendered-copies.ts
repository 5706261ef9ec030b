// Sections 7.1, 8.1 and 10.1: budgets of the stores, and the jobs that copy them.

import { cloudNativePg } from 'seaworthy'
import { matchesLabels } from '../../../src/kubernetes/selector.ts'
import type { Labels } from '../../../src/kubernetes/types.ts'
import { answer, broken, type Claim, field } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { components, held, listed, manifests, type Options } from '../../findings/changing.ts'
import { objectOf, templateOf } from './objects.ts'

const account = 'ServiceAccount/backend-mainnet/postgres-backup'

const rendered: Fact['kinds'] = ['render']

const copiesOf = (store: string, said: Options) =>
  components([store], (options) => ({
    ...options,
    backups: listed(options.backups).map((backup) => ({ ...backup, ...said })),
  }))

/** Two stay, by a budget that takes the pods of the store. */
const twoStay = (store: string): readonly [Claim, Claim] => [
  field(`PodDisruptionBudget/backend-mainnet/${store}`, ['spec', 'minAvailable'], 2),
  answer(
    `whether the budget of ${store} takes its pods`,
    (world) => {
      const { selector } = held(objectOf(`PodDisruptionBudget/backend-mainnet/${store}`, world).spec)
      const { labels } = held(templateOf(`StatefulSet/backend-mainnet/${store}`, world).metadata)
      return matchesLabels(held(selector), labels as Labels)
    },
    true,
  ),
]

export const renderedCopies: readonly Fact[] = [
  {
    id: 'GX-155',
    title: 'two members of PostgreSQL stay while nodes are drained, by the budget that its operator makes',
    kinds: ['render', 'run'],
    holds: twoStay('postgres'),
    unless: components(['postgres'], (options) => ({ ...options, members: 2 })),
  },
  {
    id: 'GX-156',
    title: 'two members of Redis stay while nodes are drained, by a budget that finds them',
    kinds: rendered,
    holds: twoStay('redis'),
    unless: components(['redis'], (options) => ({ ...options, budget: { minAvailable: 1 } })),
  },
  {
    id: 'GX-160',
    title: 'PostgreSQL is copied whole, in place of a dump, and what is copied is packed with gzip',
    kinds: rendered,
    holds: [
      field('ScheduledBackup/backend-mainnet/postgres-backup', ['spec', 'cluster', 'name'], 'postgres'),
      field('Cluster/backend-mainnet/postgres', ['spec', 'backup', 'barmanObjectStore', 'data', 'compression'], 'gzip'),
      field('Cluster/backend-mainnet/postgres', ['spec', 'backup', 'barmanObjectStore', 'wal', 'compression'], 'gzip'),
    ],
    unless: components(['postgres'], (options) => ({ ...options, backups: [], operatedBy: cloudNativePg() })),
  },
  {
    id: 'GX-166',
    title: 'Redis is copied every six hours, by the clock of UTC',
    kinds: rendered,
    holds: [
      field('CronJob/backend-mainnet/redis-backup', ['spec', 'schedule'], '0 */6 * * *'),
      field('CronJob/backend-mainnet/redis-backup', ['spec', 'timeZone'], 'Etc/UTC'),
    ],
    unless: copiesOf('redis', { every: '12h' }),
  },
  {
    id: 'GX-167',
    title: 'thirty copies of Redis are to be kept, which their volume does not hold',
    kinds: rendered,
    on: 'as-written',
    holds: [broken('retains/mainnet/redis', 'redis-backup keeps 30 copies × 6h = 7.5d')],
    unless: copiesOf('redis', { keep: 28 }),
  },
  {
    id: 'GX-229',
    title: 'the dump has an account in Mainnet, which may do more than it needs',
    kinds: rendered,
    on: 'as-written',
    holds: [
      field(account, ['metadata'], { name: 'postgres-backup', namespace: 'backend-mainnet' }),
      field(
        'CronJob/backend-mainnet/postgres-backup',
        ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'serviceAccountName'],
        'postgres-backup',
      ),
      broken('accounts/mainnet/leastPrivilege', 'backend-mainnet/postgres-backup may create pods'),
    ],
    unless: manifests('written', 'ServiceAccount', 'postgres-backup', (manifest) => ({
      ...manifest,
      metadata: { name: 'backup', namespace: 'backend-mainnet' },
    })),
  },
]
