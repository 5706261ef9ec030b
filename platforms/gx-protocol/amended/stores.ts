// One primary that takes every write, members that follow it, and somebody who promotes one of them; copies lie outside.

import { bucket, cloudNativePg, postgres, redis } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { oneEach, small } from './usual.ts'

const copies = bucket('gx-protocol-copies', {
  host: 's3.another-provider.example',
  // The document names no provider: the block is that of whoever is chosen.
  at: '203.0.113.0/24',
  secret: 'gx-offsite-credentials',
  stated: says('10.1', 1092),
})

export const database = postgres('postgres', {
  place: oneEach,
  version: '15',
  members: 3,
  replication: { mode: 'synchronous', failover: 'automatic', promotes: { from: '5s', to: '25s' } },
  names: { 'postgres-primary': 'primary', 'postgres-replica': 'replica' },
  operatedBy: cloudNativePg({
    owner: { database: 'gx', user: 'gx', secret: 'postgres-secrets' },
    archive: { to: copies, every: '5m', takes: '60s', stated: says('10.2', 1130) },
    stated: says('3.2, 7.1', 235, 757),
  }),
  metrics: { port: 'metrics' },
  requests: { cpu: '1000m', memory: '2Gi' },
  limits: { cpu: '2000m', memory: '4Gi' },
  volume: { size: '100Gi', class: 'lvm' },
  backups: [
    { by: 'base backup', every: '6h', keep: 28, takes: '30m', to: copies, restores: { from: '10m', to: '30m' } },
  ],
  stated: says('4.2, 5.1, 6.1, 7.1', 313, 314, 467, [486, 497], 508, 653, 751),
})

// What refuses a question has an answer too, and it is the wrong one.
const answers = { command: ['sh', '-c', 'REDISCLI_AUTH=$REDIS_PASSWORD redis-cli ping | grep -q PONG'] } as const

export const cache = redis('redis', {
  ...small,
  // It serves with one thread, and leaves the rest of the quota to services that grow.
  limits: { cpu: '500m', memory: '2Gi' },
  account: 'redis',
  secrets: ['redis-secrets'],
  members: 3,
  replication: { mode: 'asynchronous', failover: 'automatic', lag: '10s' },
  names: { 'redis-master': 'primary', 'redis-replica': 'replica' },
  sentinel: {
    downAfter: '5s',
    requests: { cpu: '100m', memory: '128Mi' },
    limits: { cpu: '100m', memory: '256Mi' },
    proxies: { replicas: 3 },
    stated: says('7.1', 775),
  },
  exporter: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '100m', memory: '128Mi' } },
  volume: { size: '20Gi', class: 'lvm' },
  budget: { minAvailable: 2 },
  readiness: { ...answers, every: '5s' },
  // It refuses until its rows are loaded, which takes as long as its start: ended before, it would begin again.
  liveness: { ...answers, delay: '70s', every: '10s' },
  backups: [
    {
      by: 'BGSAVE',
      account: 'redis-backup',
      security: small.security,
      every: '6h',
      keep: 28,
      takes: '5m',
      to: copies,
      restores: { from: '2m', to: '5m' },
    },
  ],
  stated: says('4.2, 5.1, 6.1, 7.1', 315, 316, 512, 654, 775, 778),
})
