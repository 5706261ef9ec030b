// Storage and persistence: the classes that volumes are of, each with what provides them, and the volumes that pods share.

import { content, sharedVolume } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { backupStorage } from './copies.ts'

const volumes = (line: number) => says('Persistent Volume Management', line)
const block = { bound: 'zone', provisioner: 'ebs.csi.aws.com', expands: true } as const

export const storage = {
  'ssd-fast': { ...block, kind: 'ssd', replicated: true, stated: says('Storage Architecture', 638) },
  'network-storage': { bound: 'cluster', provisioner: 'efs.csi.aws.com', kind: 'network', stated: volumes(649) },
  // Redis keeps what it has in memory by itself: what lies on the volume are its snapshots.
  'memory-and-ssd': { ...block, kind: 'ssd', stated: volumes(650) },
  'standard-ssd': { ...block, kind: 'ssd', stated: volumes(651) },
} as const

/** Drawn of the cluster, and claimed by nothing yet. */
export const hdd = {
  bound: 'zone',
  provisioner: 'ebs.csi.aws.com',
  kind: 'hdd',
  stated: says('Cluster Architecture', 157),
} as const

/** What people upload until it lies in object storage: written again from there. */
export const sharedVolumes = sharedVolume('shared-volumes', {
  class: 'network-storage',
  size: '50Gi',
  accessMode: 'ReadWriteMany',
  holds: [content('uploads', { use: 'documents', ofRecord: false })],
  backups: [
    {
      name: 'shared-volumes-snapshots',
      how: 'snapshot',
      every: 'day',
      keep: '7d',
      archive: { for: '90d' },
      takes: '10m',
      encrypted: 'client',
      to: backupStorage,
      stated: volumes(649),
    },
  ],
  stated: volumes(649),
})

/** What programs wrote, until it is in the index. */
export const logVolumes = sharedVolume('log-volumes', {
  class: 'standard-ssd',
  size: '50Gi',
  accessMode: 'ReadWriteOnce',
  holds: [content('log-files', { use: 'logs', ofRecord: false })],
  backups: [
    {
      name: 'log-volumes-copies',
      how: 'full',
      every: 'day',
      keep: '90d',
      archive: { for: '7y' },
      takes: '30m',
      encrypted: 'client',
      to: backupStorage,
      stated: volumes(651),
    },
  ],
  stated: volumes(651),
})
