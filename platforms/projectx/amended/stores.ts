// What keeps data, and what carries events: each of one kind, and each with a second copy in the other region.

import { bucket, cloudNativePg, content, kafka, managed, objectStore, postgres, warehouse } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { away, endpoints, home } from './places.ts'
import { small, spreadOut } from './usual.ts'

const data = { stated: says('Hosting Strategy', 44) } as const
const messages = { stated: says('Hosting Strategy', 45) } as const

/** Copies lie in the other region. */
const copies = bucket('projectx-copies', {
  host: `s3.${away}.amazonaws.com`,
  at: '203.0.113.0/24',
  secret: 'copies-credentials',
})

export const ofDatabase = { database: 'projectx', user: 'projectx', secret: 'postgres-owner' } as const

export const database = postgres('postgres', {
  version: '17',
  members: 3,
  place: spreadOut,
  replication: { mode: 'synchronous', failover: 'automatic', promotes: { from: '5s', to: '25s' } },
  names: { postgres: 'primary' },
  operatedBy: cloudNativePg({
    owner: ofDatabase,
    archive: { to: copies, every: '1m', takes: '30s' },
  }),
  metrics: { port: 'metrics' },
  requests: { cpu: 1, memory: '4Gi' },
  limits: { cpu: 2, memory: '4Gi' },
  volume: { size: '100Gi', class: 'gp3' },
  backups: [
    { by: 'base backup', every: '6h', keep: 28, takes: '30m', to: copies, restores: { from: '10m', to: '30m' } },
  ],
  holds: [content('transactions', { use: 'transactions', ofRecord: true, size: '50Gi', ...data })],
  schema: 'expand-contract',
  ...data,
})

export const documents = objectStore('documents', {
  managedBy: managed('s3', { region: home, ...data }),
  in: endpoints,
  versions: true,
  replicatesTo: [{ region: away, lag: '15m' }],
  holds: [content('documents', { use: 'documents', ofRecord: true, ...data })],
  ...data,
})

export const analytics = warehouse('warehouse', {
  managedBy: managed('snowflake', { region: home, ...data }),
  in: endpoints,
  replicatesTo: [{ region: away, lag: '30m' }],
  holds: [content('analytics', { use: 'analytics', ofRecord: false, ...data })],
  ...data,
})

export const broker = kafka('broker', {
  ...small,
  members: 3,
  place: spreadOut,
  copies: 3,
  minInSync: 2,
  topics: { integrations: { partitions: 6, keeps: '7d' }, notifications: { partitions: 6, keeps: '1d' } },
  replicatesTo: [{ region: away, lag: '1m' }],
  replication: { mode: 'consensus', failover: 'automatic', promotes: { from: '5s', to: '15s' } },
  requests: { cpu: '500m', memory: '2Gi' },
  limits: { cpu: 1, memory: '2Gi' },
  volume: { size: '50Gi', class: 'gp3' },
  budget: { maxUnavailable: 1 },
  holds: [
    content('integration-events', { use: 'events', size: '10Gi', ...messages }),
    content('notifications', { use: 'messages', size: '5Gi', ...messages }),
  ],
  ...messages,
})

export const stores = [database, documents, analytics, broker]
