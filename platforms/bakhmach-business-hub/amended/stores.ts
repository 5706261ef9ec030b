// What keeps rows: services of the provider, each in two regions, with copies that are never older than may be lost.

import { content, encryptionKey, kafka, managed, mongodb, objectStore, postgres, redis, type Size } from 'seaworthy'
import { contexts, defense, slon } from '../as-written/contexts.ts'
import { says } from '../as-written/says.ts'
import { beside, home, zonesOf } from './cluster.ts'
import { dataTier } from './network.ts'

const stack = (line: number) => says('Cloud Deployment Stack', line)
const store = (...lines: readonly number[]) => says('Primary Data Store', ...lines)
const layer = (line: number) => says('Cache Layer', line)
const strategy = (...lines: readonly number[]) => says('Disaster Recovery', ...lines)

const zones = zonesOf(home)

/** Services write each value encrypted: with what the provider has under its disks, nobody can choose the cipher. */
const encrypted = {
  by: 'client',
  cipher: 'AES-256-GCM',
  key: encryptionKey('rows', { in: 'kms', rotates: 'year' }),
  stated: says('Network Security', 153),
} as const

/** Reads are answered in both regions, writes are taken in the first. */
const inBoth = [{ region: beside, lag: '1m', takes: 'reads', stated: strategy(218) }] as const

/** Where copies go, in the second region, from which they are copied to the first. */
export const storage = objectStore('s3', {
  managedBy: managed('s3', { region: beside, stated: store(51) }),
  versions: true,
  locked: '90d',
  replicatesTo: [{ region: home, lag: '5m', takes: 'writes', stated: strategy(218) }],
  stated: store(51),
})

const kept = { keep: '90d', to: storage, encrypted: 'client' } as const

const backups = [
  { name: 'log', how: 'continuous', takes: '2m', restores: { from: '5m', to: '10m' }, ...kept, stated: strategy(213) },
  { name: 'incremental', how: 'incremental', every: 'hour', takes: '10m', ...kept, stated: strategy(217) },
  { name: 'full', how: 'full', every: 'day', takes: '1h', ...kept, stated: strategy(217) },
] as const

export const database = postgres('postgresql', {
  version: '15',
  schema: 'expand-contract',
  in: dataTier,
  followers: 2,
  managedBy: managed('rds', { region: home, zones, size: 'db.r6g.2xlarge', restoresBack: '30d' }),
  replication: {
    failover: 'automatic',
    mode: 'synchronous',
    promotes: { from: '30s', to: '2m' },
    stated: says('Primary Data Store, Disaster Recovery', 50, 226),
  },
  replicatesTo: inBoth,
  encrypted,
  keepsApart: { contexts: 'schema', customers: 'policy' },
  backups: [
    {
      name: 'snapshots',
      how: 'snapshot',
      every: 'day',
      takes: '30m',
      ...kept,
      stated: store(51, 52),
    },
    ...backups,
  ],
  cites: { followers: store(49, 50), version: stack(26) },
  stated: store(48),
})

/** What each context has there; who lends, and who helps those that owe, keeps persons. */
export const documentsOf = (size: Size) =>
  contexts.map((context) =>
    content(`${context.name}-documents`, {
      context,
      collections: { from: 15, to: 20 },
      size,
      ...((context === slon || context === defense) && { class: 'personal' as const }),
      stated: store(59, 60),
    }),
  )

export const documents = mongodb('mongodb', {
  version: '8.0',
  in: dataTier,
  members: 3,
  managedBy: managed('atlas-mongodb', { region: home, zones, restoresBack: '30d' }),
  replicatesTo: inBoth,
  encrypted,
  shards: { key: ['tenant_id', 'context_id'], by: 'hash', stated: store(58) },
  // It has no rule for rows: of one context's customers, each query asks for one, as the key does.
  keepsApart: { contexts: 'collection', customers: 'program', stated: store(59) },
  holds: documentsOf('500G'),
  backups,
  cites: { members: store(57), version: stack(26) },
  stated: store(56),
})

/** Who calls it for one context is let at keys with its prefix, and at no others: of its customers, the program asks for one. */
const byPrefix = { contexts: 'prefix', customers: 'program' } as const

/** What is dropped when its memory is full is made again. */
export const cache = redis('redis', {
  version: '7.0',
  in: dataTier,
  mode: 'cluster',
  members: 6,
  shards: 'pairs',
  memory: '128G',
  managedBy: managed('elasticache', { region: home, zones, size: 'cache.r6g.xlarge' }),
  eviction: 'allkeys-lru',
  keepsApart: byPrefix,
  holds: [
    content('cached', { use: 'queries', lives: { from: '5m', to: '24h' }, stated: layer(69) }),
    content('notifications', { use: 'messages', ofRecord: false, stated: layer(70) }),
  ],
  cites: {
    version: stack(27),
    mode: says('Cloud Deployment Stack, Cache Layer', 27, 65),
    members: layer(66),
    shards: layer(66),
    memory: layer(67),
    eviction: layer(68),
  },
  stated: layer(65),
})

/** Streams that nothing is dropped from: audit trails are written here first. */
export const trails = redis('audit-trails', {
  version: '7.0',
  in: dataTier,
  managedBy: managed('memorydb', { region: home, zones }),
  eviction: 'noeviction',
  keepsApart: byPrefix,
  persistence: 'log',
  holds: [content('audit-trails', { use: 'events', class: 'audit', ofRecord: true, stated: layer(71) })],
  replicatesTo: [{ region: beside, lag: '1m', takes: 'writes' }],
  encrypted,
  backups,
  stated: layer(71),
})

export const queue = kafka('message-queue', {
  in: dataTier,
  managedBy: managed('msk', { region: home, zones }),
  members: 3,
  copies: 3,
  minInSync: 2,
  keepsApart: { contexts: 'topic', customers: 'program' },
  replicatesTo: [{ region: beside, lag: '1m', takes: 'writes' }],
  backups,
  stated: says('Cloud Deployment Stack, Network Topology', 25, 100),
})

export const stores = [database, documents, cache, trails, queue, storage]
