// Storage and persistence: the classes that volumes are of, and how pods mount them.

import { sharedVolume } from 'seaworthy'
import { says } from './says.ts'

const volumes = (line: number) => says('Persistent Volume Management', line)
const copies = (line: number) =>
  says('Storage Architecture, Persistent Volume Management, Data Protection and Compliance', 642, line, 659)

// Drawn are SSD, HDD and network storage; the table has two kinds of SSD, one of memory with SSD, and no HDD.
export const storage = {
  'ssd-fast': { kind: 'ssd', replicated: true, stated: says('Storage Architecture', 638) },
  'network-storage': { kind: 'network', stated: volumes(649) },
  'memory-and-ssd': { kind: ['memory', 'ssd'], stated: volumes(650) },
  'standard-ssd': { kind: 'ssd', stated: volumes(651) },
  hdd: { kind: 'hdd', stated: says('Cluster Architecture', 157) },
} as const

/** Which pods mount them is said nowhere. */
export const sharedVolumes = sharedVolume('shared-volumes', {
  class: 'network-storage',
  accessMode: 'ReadWriteMany',
  backups: [
    {
      how: 'snapshot',
      every: 'day',
      keep: '7d',
      archive: { for: '90d' },
      encrypted: 'client',
      immutable: true,
      stated: copies(649),
    },
  ],
  stated: volumes(649),
})

export const logVolumes = sharedVolume('log-volumes', {
  class: 'standard-ssd',
  accessMode: 'ReadWriteOnce',
  backups: [
    { every: 'day', keep: '90d', archive: { for: '7y' }, encrypted: 'client', immutable: true, stated: copies(651) },
  ],
  stated: volumes(651),
})
