// What stores are beyond their pods: who runs them, what lies in them, and where it is copied to all the time.

import type { Stated } from '../source.ts'
import type { Duration, Range, Size } from '../units.ts'
import type { Context } from './tenancy.ts'

/** Services that providers run, and the nouns that each can be. */
export const SERVICES = {
  aurora: ['postgres'],
  'amazon-mq': ['rabbitmq'],
  'atlas-mongodb': ['mongodb'],
  'azure-postgresql': ['postgres'],
  'azure-redis': ['redis'],
  bigquery: ['warehouse'],
  'blob-storage': ['objectStore'],
  'cloud-sql': ['postgres'],
  'cloud-storage': ['objectStore'],
  'confluent-cloud': ['kafka'],
  documentdb: ['mongodb'],
  'elastic-cloud': ['search'],
  elasticache: ['redis'],
  'event-hubs': ['kafka'],
  memorydb: ['redis'],
  memorystore: ['redis'],
  msk: ['kafka'],
  'opensearch-service': ['search'],
  rds: ['postgres'],
  redshift: ['warehouse'],
  s3: ['objectStore'],
  snowflake: ['warehouse'],
  synapse: ['warehouse'],
} as const

export type ServiceName = keyof typeof SERVICES

/** A service of a provider in place of pods: nobody here makes its members, moves them or takes their copies. */
export interface Managed {
  readonly is: 'managed'
  readonly name: ServiceName
  readonly region?: string
  /** The zones that its members stand in. */
  readonly zones?: readonly string[]
  /** The provider's word for the machine: `db.r6g.large`. */
  readonly size?: string
  /** Its addresses, as a block: `203.0.113.0/24`. A policy can let pods out to it only so. */
  readonly at?: string
  /** It has an address on the internet. */
  readonly isPublic?: boolean
  /** How far back its own copies reach, for a restore to any second of that time. */
  readonly restoresBack?: Duration
  readonly stated?: Stated
}

/** What the rows are for. */
export const USES = [
  'transactions',
  'documents',
  'media',
  'sessions',
  'queries',
  'messages',
  'events',
  'analytics',
  'logs',
  'metrics',
  'traces',
  'backups',
] as const

/** What a law or a policy asks of the rows. */
export const CLASSES = ['public', 'internal', 'personal', 'financial', 'health', 'card', 'audit', 'secret'] as const

/** Something that lies in a store. */
export interface Content {
  readonly is: 'content'
  readonly name: string
  readonly use?: (typeof USES)[number]
  readonly class?: (typeof CLASSES)[number]
  /** The tenant or business whose it is. */
  readonly context?: Context
  /** It is written here first: what is lost here is lost. */
  readonly ofRecord?: boolean
  /** How long a row stays before it is let go of by itself; `for-good`: what only grows, where nothing can be deleted. */
  readonly lives?: Duration | Range<Duration> | 'for-good'
  /**
   * How what a person has had deleted leaves copies that nobody can change: it is read with a key of that person alone, which
   * is deleted too, or it is deleted once more whenever one of them is brought back, until the last is gone.
   */
  readonly erased?: 'with-its-key' | 'after-each-restore'
  /** How much there is, or will be. */
  readonly size?: Size
  readonly collections?: number | { readonly from: number; readonly to: number }
  readonly stated?: Stated
}

/** Everything that is written is written in another place as well, after a while. */
export interface GeoReplica {
  /** `eu-west-1`, or what a document calls the other place. */
  readonly region: string
  /** How long a row may take to get there. */
  readonly lag?: Duration
  /** What callers there can ask it for: reads, while writes go on to the first place; or writes too, which come back here. */
  readonly takes?: 'reads' | 'writes'
  readonly stated?: Stated
}

/** A topic or queue of a broker. */
export interface Topic {
  /** Parts that consumers share out; default 1. */
  readonly partitions?: number
  /** How many brokers hold each part; default: what the broker says of all. */
  readonly copies?: number
  /** How many of them must have a message before it counts. */
  readonly minInSync?: number
  /** How long a message stays. */
  readonly keeps?: Duration
  readonly stated?: Stated
}

/** Which keys a store drops when its memory is full (redis.io/docs/latest/develop/reference/eviction). */
export const EVICTIONS = [
  'noeviction',
  'allkeys-lru',
  'allkeys-lfu',
  'allkeys-random',
  'volatile-lru',
  'volatile-lfu',
  'volatile-random',
  'volatile-ttl',
] as const

export type Eviction = (typeof EVICTIONS)[number]
