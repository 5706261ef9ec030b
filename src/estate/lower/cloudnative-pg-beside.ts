// What stands beside a Cluster of CloudNativePG: pools of connections, and the times of its base backups.

import type { Manifest } from '../../kubernetes/types.ts'
import type { Operated } from '../../platform/component.ts'
import { given } from '../given.ts'
import { sortedBy } from '../order.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'

const apiVersion = 'postgresql.cnpg.io/v1'

export function poolers(placed: Placed, { poolers = [] }: Operated): readonly Manifest[] {
  return sortedBy(poolers, ({ name }) => name).map(({ name, to, instances = 1, mode = 'session' }) => ({
    apiVersion,
    kind: 'Pooler',
    metadata: metadataOf(placed, name),
    spec: {
      cluster: { name: placed.workload.name },
      instances,
      type: to === 'replica' ? 'ro' : 'rw',
      pgbouncer: { poolMode: mode },
    },
  }))
}

/** Six fields, seconds first (api/v1/scheduledbackup_types.go). */
export function scheduledBackups(placed: Placed): readonly Manifest[] {
  const copies = placed.traits.backsUp.filter(({ to }) => to?.is === 'bucket')
  return sortedBy(copies, ({ name }) => name).map(({ name, schedule }) => ({
    apiVersion,
    kind: 'ScheduledBackup',
    metadata: metadataOf(placed, name),
    spec: given({
      schedule: `0 ${schedule}`,
      backupOwnerReference: 'self',
      cluster: { name: placed.workload.name },
    }),
  }))
}
