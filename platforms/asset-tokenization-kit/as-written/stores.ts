// The data layer: what keeps data, on which volumes, with which copies.

import { content, managed, objectStore, postgres, redis, undecided } from 'seaworthy'
import { data } from './cluster.ts'
import { says } from './says.ts'
import { logVolumes, sharedVolumes } from './volumes.ts'

const drawn = (...lines: readonly number[]) => says('Deployment Architecture', ...lines)
const pods = (...lines: readonly number[]) => says('Pod Configuration Specifications', ...lines)
const architecture = (line: number) => says('Storage Architecture', line)
const volumes = (line: number) => says('Persistent Volume Management', line)

/** What the drawing calls backup services, outside the cluster; the table calls it cold storage. */
export const backupStorage = objectStore('backup-storage', {
  holds: [content('long-term-backups', { use: 'backups', stated: architecture(642) })],
  stated: says('Deployment Architecture, Storage Architecture', 70, 642),
})

// Backups are encrypted by the client and cannot be deleted, whatever they are of.
const copy = {
  keep: '30d',
  archive: { for: '1y' },
  to: backupStorage,
  encrypted: 'client',
  immutable: true,
  stated: says(
    'Deployment Architecture, Storage Architecture, Persistent Volume Management, Data Protection and Compliance',
    94,
    638,
    642,
    648,
    659,
  ),
} as const

export const database = postgres('database', {
  followers: 2,
  replication: { failover: 'automatic', stated: drawn(57) },
  requests: { cpu: '500m', memory: '1Gi' },
  limits: { cpu: '2000m', memory: '4Gi' },
  built: { base: 'alpine', official: true, stated: says('Container Strategy', 507) },
  pool: data,
  readiness: { command: ['pg_isready'] },
  volume: { class: 'ssd-fast', accessMode: 'ReadWriteOnce', stated: volumes(648) },
  backups: [
    { name: 'continuous', how: 'continuous', ...copy },
    { name: 'snapshots', how: 'snapshot', every: 'day', ...copy },
  ],
  holds: [
    content('application-data', { use: 'transactions', stated: architecture(638) }),
    content('user-accounts', { use: 'transactions', class: 'personal', stated: architecture(638) }),
  ],
  cites: {
    followers: pods(517),
    requests: pods(517),
    limits: pods(517),
    readiness: pods(517),
    pool: says('Node Pool Configuration, Cluster Architecture', 211, 140, 142),
  },
  stated: drawn(57),
})

const cacheCopies = says(
  'Storage Architecture, Persistent Volume Management, Data Protection and Compliance',
  642,
  650,
  659,
)
const drawnCache = says('Deployment Architecture, Network Architecture, Storage Architecture', 59, 568, 640)

export const cache = redis('cache', {
  authenticates: { by: 'password', stated: says('Container Strategy', 508) },
  built: { base: 'alpine', official: true, stated: says('Container Strategy', 508) },
  mode: 'cluster',
  members: 3,
  replication: { failover: 'automatic', stated: architecture(640) },
  persistence: 'snapshots',
  requests: { cpu: '100m', memory: '256Mi' },
  limits: { cpu: '500m', memory: '1Gi' },
  readiness: { command: ['redis-cli', 'ping'] },
  volume: { class: 'memory-and-ssd', accessMode: 'ReadWriteOnce', stated: volumes(650) },
  backups: [{ how: 'snapshot', every: 'hour', keep: '24h', encrypted: 'client', immutable: true, stated: cacheCopies }],
  holds: [
    content('sessions', { use: 'sessions', stated: drawnCache }),
    content('query-cache', { use: 'queries', stated: drawnCache }),
    content('messages', { use: 'messages', stated: drawn(59) }),
  ],
  cites: {
    mode: drawn(59),
    members: pods(518),
    requests: pods(518),
    limits: pods(518),
    readiness: pods(518),
    persistence: says('Container Strategy, Storage Architecture', 508, 640),
  },
  stated: drawn(59),
})

const kept = {
  versions: true,
  replicatesTo: [{ region: 'another region', stated: architecture(639) }],
  backups: [
    {
      name: 'file-backups',
      to: backupStorage,
      encrypted: 'client',
      immutable: true,
      stated: says('Deployment Architecture, Storage Architecture, Data Protection and Compliance', 70, 95, 642, 659),
    },
  ],
  holds: [
    content('documents', { use: 'documents', stated: architecture(639) }),
    content('media', { use: 'media', stated: says('Deployment Architecture, Storage Architecture', 61, 639) }),
    content('backups', { use: 'backups', stated: drawn(61) }),
  ],
  cites: { versions: architecture(639) },
  stated: drawn(61),
} as const

/** Drawn as a cluster of storage among the pods; the table leaves open whether it is. */
export const files = undecided(
  'object-storage',
  objectStore('storage', { managedBy: managed('s3', { stated: architecture(639) }), ...kept }),
  objectStore('storage', { by: 'minio', ...kept }),
  architecture(639),
)

export const stores = [database, cache, files, backupStorage, sharedVolumes, logVolumes]
