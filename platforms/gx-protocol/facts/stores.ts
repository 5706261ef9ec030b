// Sections 7.1 and 10: how members follow each other, who promotes one of them, where copies lie.

import { cloudNativePg } from 'seaworthy'
import { broken, field, holds } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held } from '../../findings/changing.ts'

const cluster = 'Cluster/backend-mainnet/postgres'
const nodeLost = 'survives/mainnet/loss-of-a-node/postgres'

const follows = { mode: 'synchronous', failover: 'automatic' }

export const stores: readonly Fact[] = [
  {
    id: 'GX-19',
    title: 'volumes of local-path are bound to their node, and cannot follow a pod',
    kinds: ['express', 'check'],
    on: 'as-written',
    holds: [broken(nodeLost, 'cannot follow a pod to another node', 'local-path, bound to its node')],
    unless: change('cluster', ['gx-protocol-cluster'], (options) => ({
      ...options,
      storage: { 'local-path': { bound: 'cluster', default: true } },
    })),
  },
  {
    id: 'GX-150',
    title: 'three primaries of PostgreSQL that know nothing of each other stand behind one name',
    kinds: ['express', 'check'],
    on: 'as-written',
    holds: [
      broken('agrees/mainnet/postgres', 'independent'),
      broken('roles/mainnet/postgres-primary', 'leads to all 3'),
    ],
    unless: components(['postgres'], (options) => ({
      ...options,
      members: 1,
      names: { 'postgres-primary': 'primary' },
    })),
  },
  {
    id: 'GX-151',
    title: 'one primary of PostgreSQL streams to two followers',
    kinds: ['express', 'run'],
    holds: [
      field(cluster, ['spec', 'instances'], 3),
      field(cluster, ['spec', 'postgresql', 'synchronous', 'number'], 1),
      holds(nodeLost, 'the rows of postgres survive on a follower'),
    ],
    unless: components(['postgres'], (options) => ({
      ...options,
      replication: { ...follows, mode: 'asynchronous', promotes: '25s' },
    })),
  },
  {
    id: 'GX-152',
    title: 'a follower of PostgreSQL is promoted without anybody doing it',
    kinds: ['express', 'drill'],
    holds: [holds(nodeLost, 'one is promoted in 5s to 25s')],
    unless: components(['postgres'], (options) => ({
      ...options,
      members: 1,
      names: { 'postgres-primary': 'primary' },
    })),
  },
  {
    id: 'GX-153',
    title: 'three instances of Redis that know nothing of each other stand behind one name',
    kinds: ['express', 'check'],
    on: 'as-written',
    holds: [broken('agrees/mainnet/redis', 'independent'), broken('roles/mainnet/redis-master', 'leads to all 3')],
    unless: components(['redis'], (options) => ({ ...options, members: 1, names: { 'redis-master': 'primary' } })),
  },
  {
    id: 'GX-154',
    title: 'Sentinels promote a follower of Redis',
    kinds: ['express', 'drill'],
    holds: [
      field('StatefulSet/backend-mainnet/redis-sentinel', ['spec', 'replicas'], 3),
      holds('survives/mainnet/loss-of-a-node/redis', 'one is promoted in'),
    ],
    unless: components(['redis'], ({ sentinel: _, ...options }) => options),
  },
  {
    id: 'GX-163',
    title: 'copies go to object storage, and pods are let out to it',
    kinds: ['express', 'render'],
    holds: [
      field(cluster, ['spec', 'backup', 'barmanObjectStore', 'destinationPath'], 's3://gx-protocol-copies'),
      holds('recovers/mainnet/loss-of-a-cluster/postgres', 'come back from'),
    ],
    unless: components(['postgres'], (options) => ({ ...options, backups: [], operatedBy: cloudNativePg() })),
  },
  {
    id: 'GX-249',
    title: 'an operator manages what is said to be managed by one, and no StatefulSet is written for it',
    kinds: ['express', 'check'],
    holds: [
      holds('operated/mainnet/postgres', 'Cluster postgres stands for postgres'),
      field(cluster, ['kind'], 'Cluster'),
    ],
    unless: components(['postgres'], ({ operatedBy: _, metrics: __, ...options }) => options),
  },
  {
    id: 'GX-176',
    title: 'the write-ahead log is archived, so that rows come back to a moment',
    kinds: ['express', 'drill'],
    holds: [
      field(cluster, ['spec', 'postgresql', 'parameters', 'archive_timeout'], '300s'),
      holds('recovers/mainnet/corruption/postgres', 'come back from write-ahead log'),
    ],
    unless: change('operator', [''], (options) => ({
      ...options,
      archive: { ...held(options.archive), every: '30m' },
    })),
  },
]
