// The data layer: what keeps data, on which volumes, with which copies.

import { cloudNativePg, content, managed, objectStore, postgres, redis } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { data } from './cluster.ts'
import { backupStorage, logOfDatabase } from './copies.ts'
import { away, home, objectsAt } from './regions.ts'
import { dataKey } from './secrets.ts'
import { writing } from './usual.ts'
import { logVolumes, sharedVolumes } from './volumes.ts'

const drawn = (...lines: readonly number[]) => says('Deployment Architecture', ...lines)
const pods = (...lines: readonly number[]) => says('Pod Configuration Specifications', ...lines)
const architecture = (line: number) => says('Storage Architecture', line)
const volumes = (line: number) => says('Persistent Volume Management', line)

const apart = {
  apart: [{ by: 'kubernetes.io/hostname', how: 'required' }],
  spread: [{ by: 'topology.kubernetes.io/zone', how: 'required' }],
} as const

const onDisk = { by: 'disk', cipher: 'AES-256', key: dataKey, stated: says('Container Strategy', 507) } as const

// Copies are encrypted by whoever sends them and cannot be deleted, whatever they are of.
const copy = {
  keep: '30d',
  archive: { for: '1y' },
  encrypted: 'client',
  immutable: true,
  verified: 'week',
  stated: says(
    'Deployment Architecture, Storage Architecture, Persistent Volume Management, Data Protection and Compliance',
    ...[94, 638, 642, 648, 659],
  ),
} as const

export const database = postgres('database', {
  version: '17',
  followers: 2,
  replication: {
    mode: 'synchronous',
    failover: 'automatic',
    promotes: { from: '5s', to: '30s' },
    stated: drawn(57),
  },
  operatedBy: cloudNativePg({
    owner: { database: 'atk', user: 'atk', secret: 'database-owner' },
    archive: { to: logOfDatabase, every: '5m', takes: '1m', stated: volumes(648) },
  }),
  names: { 'database-primary': 'primary', 'database-replica': 'replica' },
  place: apart,
  requests: { cpu: '500m', memory: '1Gi' },
  limits: { cpu: '2000m', memory: '4Gi' },
  built: { base: 'alpine', official: true, stated: says('Container Strategy', 507) },
  pool: data,
  metrics: { port: 'metrics' },
  volume: { size: '1Ti', class: 'ssd-fast', accessMode: 'ReadWriteOnce', stated: volumes(648) },
  connections: 200,
  schema: 'expand-contract',
  encrypted: onDisk,
  authenticates: {
    by: 'password',
    secret: 'database-owner',
    logs: true,
    stated: says('Network Security Policies', 628),
  },
  backups: [
    {
      name: 'continuous',
      how: 'full',
      every: 'day',
      takes: '30m',
      restores: { from: '10m', to: '15m' },
      to: logOfDatabase,
      ...copy,
    },
    {
      name: 'snapshots',
      how: 'snapshot',
      every: 'day',
      takes: '15m',
      to: backupStorage,
      ...copy,
    },
  ],
  holds: [
    content('application-data', { use: 'transactions', size: '400Gi', stated: architecture(638) }),
    // Copies cannot be deleted: what is of a person is read with a key that can.
    content('user-accounts', {
      use: 'transactions',
      class: 'personal',
      erased: 'with-its-key',
      size: '100Gi',
      stated: architecture(638),
    }),
  ],
  cites: {
    followers: pods(517),
    requests: pods(517),
    limits: pods(517),
    pool: says('Node Pool Configuration, Cluster Architecture', 211, 140, 142),
  },
  stated: drawn(57),
})

const drawnCache = says('Deployment Architecture, Network Architecture, Storage Architecture', 59, 568, 640)
const ping = ['sh', '-c', 'REDISCLI_AUTH=$REDIS_PASSWORD redis-cli ping | grep -q PONG']

// All that it holds is written elsewhere first: who is signed in stands in the database, and messages are sent again.
export const cache = redis('cache', {
  authenticates: { by: 'password', secret: 'cache-password', stated: says('Container Strategy', 508) },
  built: { base: 'alpine', official: true, stated: says('Container Strategy', 508) },
  mode: 'cluster',
  members: 6,
  shards: 3,
  eviction: 'volatile-lru',
  memory: '1536Mi',
  persistence: 'snapshots',
  secrets: ['cache-password'],
  account: 'cache',
  security: writing,
  requests: { cpu: '100m', memory: '256Mi' },
  limits: { cpu: '500m', memory: '1Gi' },
  pool: data,
  place: apart,
  starts: { from: '5s', to: '30s' },
  readiness: { command: ping, every: '5s' },
  liveness: { command: ping, delay: '60s', every: '10s' },
  budget: { maxUnavailable: 1 },
  exporter: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '100m', memory: '128Mi' } },
  volume: { size: '10Gi', class: 'memory-and-ssd', accessMode: 'ReadWriteOnce', stated: volumes(650) },
  encrypted: onDisk,
  backups: [
    {
      name: 'cache-snapshots',
      how: 'snapshot',
      every: 'hour',
      keep: '24h',
      takes: '2m',
      encrypted: 'client',
      to: backupStorage,
      stated: volumes(650),
    },
  ],
  holds: [
    content('sessions', { use: 'sessions', ofRecord: false, lives: '12h', stated: drawnCache }),
    content('query-cache', { use: 'queries', ofRecord: false, lives: '1h', stated: drawnCache }),
    content('messages', { use: 'messages', ofRecord: false, lives: '1h', stated: drawn(59) }),
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

/** A provider's: what runs among the pods would be lost with them. */
export const files = objectStore('storage', {
  managedBy: managed('s3', { region: home, at: objectsAt, stated: architecture(639) }),
  versions: true,
  replicatesTo: [{ region: away, lag: '10m', stated: architecture(639) }],
  backups: [
    {
      name: 'storage-copies',
      how: 'incremental',
      every: 'day',
      takes: '1h',
      restores: '15m',
      to: backupStorage,
      ...copy,
    },
    { name: 'storage-full', how: 'full', every: 'week', takes: '6h', to: backupStorage, ...copy },
  ],
  holds: [
    content('documents', { use: 'documents', stated: architecture(639) }),
    content('media', { use: 'media', stated: says('Deployment Architecture, Storage Architecture', 61, 639) }),
    content('backups', { use: 'backups', stated: drawn(61) }),
  ],
  cites: { versions: architecture(639) },
  stated: drawn(61),
})

export const stores = [database, cache, files, backupStorage, sharedVolumes, logVolumes]
