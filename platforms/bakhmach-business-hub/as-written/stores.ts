// Database architecture, cache layer, messaging; and the copies that the chapter on disasters has of them.

import { content, kafka, managed, mongodb, objectStore, outside, postgres, rabbitmq, redis, undecided } from 'seaworthy'
import { contexts } from './contexts.ts'
import { says } from './says.ts'

const stack = (line: number) => says('Cloud Deployment Stack', line)
const store = (...lines: readonly number[]) => says('Primary Data Store', ...lines)
const layer = (line: number) => says('Cache Layer', line)
const strategy = (...lines: readonly number[]) => says('Disaster Recovery', ...lines)

/** Where copies go; what is stored is replicated as it is written. */
export const storage = objectStore('s3', {
  managedBy: managed('s3', { stated: store(51) }),
  replicatesTo: [{ region: 'secondary', stated: strategy(218) }],
  stated: store(51),
})

// Lines 26 and 217 call both databases one: what is copied by the strategy is copied of each. Which region is across nobody says.
const kept = {
  keep: '90d',
  to: outside('another region', { stated: says('Deployment Environments', 180) }),
  stated: says('Deployment Environments, Disaster Recovery', 180, 217, 221),
} as const
const backups = [
  { name: 'incremental', how: 'incremental', every: 'hour', ...kept },
  { name: 'full', how: 'full', every: 'day', ...kept },
] as const

export const database = postgres('postgresql', {
  version: '15',
  followers: 2,
  replication: { failover: 'automatic', stated: says('Primary Data Store, Disaster Recovery', 50, 226) },
  backups: [
    { name: 'snapshots', how: 'snapshot', every: 'day', keep: '30d', to: storage, stated: store(51, 52) },
    ...backups,
  ],
  cites: { followers: store(49, 50), version: stack(26) },
  stated: store(48),
})

export const documents = mongodb('mongodb', {
  version: '6.0',
  members: 3,
  shards: { key: ['tenant_id', 'context_id'], by: 'hash', stated: store(58) },
  keepsApart: { contexts: 'collection', stated: store(59) },
  holds: contexts.map((context) =>
    content(`${context.name}-documents`, {
      context,
      collections: { from: 15, to: 20 },
      size: '500G',
      stated: store(59, 60),
    }),
  ),
  backups,
  cites: { members: store(57), version: stack(26) },
  stated: store(56),
})

export const cache = redis('redis', {
  version: '7.0',
  mode: 'cluster',
  members: 6,
  shards: 'pairs',
  memory: '128G',
  eviction: 'allkeys-lru',
  holds: [
    content('cached', { use: 'queries', lives: { from: '5m', to: '24h' }, stated: layer(69) }),
    content('notifications', { use: 'messages', stated: layer(70) }),
    content('audit-trails', { use: 'events', class: 'audit', ofRecord: true, stated: layer(71) }),
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

const drawn = says('Cloud Deployment Stack, Network Topology', 25, 100)

export const queue = undecided(
  'messaging',
  rabbitmq('message-queue', { version: '3.12', stated: drawn }),
  kafka('message-queue', { stated: drawn }),
  stack(25),
)

export const stores = [database, documents, cache, queue, storage]
