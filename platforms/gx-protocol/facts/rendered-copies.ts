// Sections 7.1, 8.1 and 10.1: budgets of the stores, and the jobs that copy them.

import { cloudNativePg } from 'seaworthy'
import { matchesLabels } from '../../../src/kubernetes/selector.ts'
import type { Labels } from '../../../src/kubernetes/types.ts'
import { answer, broken, field } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { components, held, listed, manifests, type Options } from '../changing.ts'
import { objectOf, templateOf } from './objects.ts'

const budget = 'PodDisruptionBudget/backend-mainnet/redis'
const account = 'ServiceAccount/backend-mainnet/postgres-backup'

const rendered: Fact['kinds'] = ['render']

const copiesOf = (store: string, said: Options) =>
  components([store], (options) => ({
    ...options,
    backups: listed(options.backups).map((backup) => ({ ...backup, ...said })),
  }))

export const renderedCopies: readonly Fact[] = [
  {
    id: 'GX-156',
    title: 'two members of Redis stay while nodes are drained, by a budget that finds them',
    kinds: rendered,
    holds: [
      field(budget, ['spec', 'minAvailable'], 2),
      answer(
        'whether the budget of Redis takes its pods',
        (world) => {
          const { labels } = held(templateOf('StatefulSet/backend-mainnet/redis', world).metadata)
          return matchesLabels(held(held(objectOf(budget, world).spec).selector), labels as Labels)
        },
        true,
      ),
    ],
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
