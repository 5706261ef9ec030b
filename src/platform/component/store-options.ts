// What may be said of any store.

import type { Content, GeoReplica, Managed } from '../model.ts'
import {
  count,
  dnsLabel,
  duration,
  durationRange,
  either,
  type Fields,
  need,
  noun,
  oneOf,
  port,
  record,
  regions,
  set,
  stated,
  text,
} from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration, Range } from '../units.ts'
import { type BackupOptions, backupsField } from './backup.ts'
import { type ExporterOptions, exporterField } from './exporter.ts'
import { workloadFields } from './fields.ts'
import type { WorkloadOptions } from './options.ts'
import { type VolumeOptions, volumeField } from './volume.ts'

/** How members follow each other. */
export interface ReplicationOptions {
  /** Default: `asynchronous`, where the software follows so unless it is told otherwise. */
  readonly mode?: 'asynchronous' | 'synchronous' | 'consensus'
  /** Who makes a survivor the primary when the primary is lost. */
  readonly failover: 'none' | 'manual' | 'automatic'
  /** How long a promotion takes, as somebody estimates it. */
  readonly promotes?: Duration | Range<Duration>
  readonly lag?: Duration
  readonly stated?: Stated
}

export interface StoreOptions extends WorkloadOptions {
  /** A provider runs it: `managed('rds', { region: 'eu-west-1' })`. It has no pods then. */
  readonly managedBy?: Managed
  /** What lies in it: `[content('sessions', { use: 'sessions', lives: '24h' })]`. */
  readonly holds?: readonly Content[]
  /** Other regions that all writes go to: `[{ region: 'eu-west-1', lag: '5m' }]`. */
  readonly replicatesTo?: readonly GeoReplica[]
  /** Exposes its metrics: a container beside it in each pod. */
  readonly exporter?: ExporterOptions
  readonly version?: string
  /** How many pods, each with a volume of its own; default 1. */
  readonly members?: number
  /** How many connections each of them takes at once. */
  readonly connections?: number
  /** Needed with more than one member: nobody can derive whether they share their data. */
  readonly replication?: 'none' | ReplicationOptions
  /** Name of the Service that gives each member an address; naming it makes none (see `headless`). */
  readonly governedBy?: string
  readonly volume?: VolumeOptions
  readonly backups?: readonly BackupOptions[]
  /** Default: the store's well-known port. */
  readonly port?: number
}

const replication = either(
  oneOf('none'),
  record("'none' or a replication such as { mode: 'asynchronous', failover: 'manual' }", {
    mode: oneOf('asynchronous', 'synchronous', 'consensus'),
    failover: need(oneOf('none', 'manual', 'automatic'), 'who makes a survivor the primary'),
    promotes: durationRange,
    lag: duration,
    stated,
  }),
)

export const storeFields = {
  ...workloadFields,
  managedBy: noun('managed'),
  holds: set(noun('content')),
  replicatesTo: regions,
  exporter: exporterField,
  version: text,
  members: count(0),
  connections: count(1),
  replication,
  governedBy: dnsLabel,
  volume: volumeField,
  backups: backupsField,
  port,
} satisfies Fields
