// What stores share: members with a volume each, how they replicate, what copies are taken and where those lie.

import type { Backup, BackupPlace, Operated, Replication, Traits, Within, Workload } from '../component.ts'
import {
  count,
  dnsLabel,
  dnsName,
  duration,
  durationRange,
  either,
  type Fields,
  list,
  need,
  noun,
  oneOf,
  path,
  port,
  record,
  schedule,
  size,
  stated,
  text,
} from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration, Range, Size } from '../units.ts'
import type { Say } from '../validate.ts'

import { type ExporterOptions, exporterField, exporterMetering, withExporter } from './exporter.ts'
import { accessRules, workloadFields } from './fields.ts'

import type { WorkloadOptions } from './options.ts'
import { open } from './rules.ts'
import { checkSchedule, scheduleOf } from './schedule.ts'
import { endpointsOf, meteringOf, type Ports, present, workloadOf } from './workload.ts'

export interface VolumeOptions {
  readonly size: Size
  /** Name of a storage class of the cluster; default: the cluster's default class. */
  readonly class?: string
  /** Name of the claim template; default `data`. */
  readonly claim?: string
  readonly mount?: string
  readonly stated?: Stated
}

/** How members follow each other. */
export interface ReplicationOptions {
  readonly mode: 'asynchronous' | 'synchronous' | 'consensus'
  /** Who makes a survivor the primary when the primary is lost. */
  readonly failover: 'none' | 'manual' | 'automatic'
  /** How long a promotion takes, as somebody estimates it. */
  readonly promotes?: Duration | Range<Duration>
  readonly lag?: Duration
  readonly stated?: Stated
}

export interface BackupOptions {
  /** Default `<store>-backup`. */
  readonly name?: string
  /** What takes the copy: `pg_dump`. */
  readonly by: string
  readonly every?: Duration
  /** Five cron fields; default: derived from `every`. */
  readonly schedule?: string
  /** How long a copy takes. */
  readonly takes?: Duration | Range<Duration>
  /** How much room one copy takes; default: as much as the volume that is copied. */
  readonly size?: Size
  /** Name of the ServiceAccount of the job that takes it. */
  readonly account?: string
  /** How many copies are kept. */
  readonly keep?: number
  /** Image of the job that takes it. */
  readonly image?: string
  /** What that job asks of the Kubernetes API. */
  readonly api?: WorkloadOptions['api']
  /** Who that job is, where it is not as the store. */
  readonly security?: WorkloadOptions['security']
  /** `bucket('copies', { host, secret })`, `volumeIn(cluster, '50Gi')` or `outside('another company')`. */
  readonly to: BackupPlace
  /** How long it takes to bring one back. */
  readonly restores?: Duration | Range<Duration>
  readonly stated?: Stated
}

export interface StoreOptions extends WorkloadOptions {
  /** Exposes its metrics: a container beside it in each pod. */
  readonly exporter?: ExporterOptions
  readonly version?: string
  /** How many pods, each with a volume of its own; default 1. */
  readonly members?: number
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
    mode: need(oneOf('asynchronous', 'synchronous', 'consensus'), 'when a write counts'),
    failover: need(oneOf('none', 'manual', 'automatic'), 'who makes a survivor the primary'),
    promotes: durationRange,
    lag: duration,
    stated,
  }),
)

export const volumeField = record("a volume such as { size: '100Gi' }", {
  size: need(size, 'its size'),
  class: dnsName,
  claim: dnsLabel,
  mount: path,
  stated,
})

export const backupsField = list(
  record("a backup such as { by: 'pg_dump', every: '6h', to: outside('offsite bucket') }", {
    name: dnsLabel,
    by: need(text, 'what takes the copy'),
    image: text,
    every: duration,
    schedule,
    takes: durationRange,
    size,
    account: dnsName,
    keep: count(1),
    api: accessRules,
    security: workloadFields.security,
    to: need(noun('bucket', 'volume', 'outside'), 'where the copy lies decides which failures it survives'),
    restores: durationRange,
    stated,
  }),
)

export const storeFields = {
  ...workloadFields,
  exporter: exporterField,
  version: text,
  members: count(0),
  replication,
  governedBy: dnsLabel,
  volume: volumeField,
  backups: backupsField,
  port,
} satisfies Fields

export interface StoreKind {
  /** Name of its port. */
  readonly portName: string
  readonly port: number
  readonly mount: string
  /** The usual exporter of its metrics. */
  readonly exporter: { readonly image: string; readonly port: number }
}

export function storePorts(kind: StoreKind, options: StoreOptions): Ports {
  return [{ name: kind.portName, port: options.port ?? kind.port, protocol: 'TCP' }]
}

export function checkStore(name: string, options: StoreOptions, say: Say): void {
  const { members = 1, replication, backups, update } = options
  if (!open(members) && members > 1 && replication === undefined) {
    const allowed = "'none' or { mode, failover }: whether members share their data cannot be derived"
    say({ path: 'replication', found: `nothing, with ${members} members`, allowed })
  }
  if (update && !open(update) && update.maxSurge !== undefined) {
    say({
      path: 'update.maxSurge',
      found: 'a surge',
      allowed: 'nothing (a StatefulSet never runs more than its members)',
    })
  }
  checkBackups(name, backups, say)
}

export function checkBackups(name: string, backups: readonly BackupOptions[] | undefined, say: Say): void {
  if (!backups || open(backups)) return
  const names = new Set<string>()
  backups.forEach((backup, index) => {
    const path = `backups[${index}]`
    checkSchedule(backup, path, say)
    const called = backup.name ?? `${name}-backup`
    if (names.has(called)) say({ path: `${path}.name`, found: `a second '${called}'`, allowed: 'a name of its own' })
    names.add(called)
  })
}

export interface StoreMakes {
  readonly ports: Ports
  /** Who makes its pods and takes its copies to buckets. */
  readonly operated?: Operated
}

export function storeTraits(
  kind: StoreKind,
  name: string,
  options: StoreOptions,
  { ports, operated }: StoreMakes = { ports: storePorts(kind, options) },
): Traits {
  const { members: replicas = 1, governedBy } = options
  const members = present({ name, controller: 'StatefulSet' as const, replicas, ports, governedBy })
  const backsUp = (options.backups ?? []).map((backup) => backupOf(name, backup, backup.name))
  const volume = options.volume
  return present({
    runs: [
      withExporter(workloadOf(members, options), options.exporter, kind.exporter),
      ...dumpers(backsUp.filter((backup) => !operated || backup.to.is !== 'bucket')),
    ],
    serves: endpointsOf(name, served(ports), options),
    calls: options.calls ?? [],
    within: dumps(backsUp, kind.portName),
    keeps: volume
      ? [
          present({
            of: name,
            claim: volume.claim ?? 'data',
            size: volume.size,
            class: volume.class,
            mount: volume.mount ?? kind.mount,
            stated: volume.stated,
          }),
        ]
      : [],
    replicates: replicationOf(name, options),
    elects: [],
    backsUp,
    // CloudNativePG's pods have an exporter of their own.
    metered: operated ? exporterMetering({}) : (exporterMetering(options.exporter) ?? meteringOf(ports, options)),
    operated,
    stated: options.stated,
  })
}

function served(ports: Ports): Ports {
  return ports.filter(({ isInner }) => !isInner)
}

function replicationOf(of: string, { replication }: StoreOptions): Replication | undefined {
  if (replication === undefined) return undefined
  return replication === 'none' ? { of, mode: 'none', failover: 'none' } : { of, ...replication }
}

function backupOf(of: string, backup: BackupOptions, name = `${of}-backup`): Backup {
  return present({ ...backup, name, of, schedule: scheduleOf(backup) })
}

/** The copies of one of several members that share their options: each is called after its member. */
export function backupsOf(member: string, backups: readonly BackupOptions[]): readonly Backup[] {
  return backups.map((backup) => backupOf(member, backup, backup.name && `${member}-${backup.name}`))
}

/** What takes a copy asks the store for it. */
export function dumps(backups: readonly Backup[], port: string): readonly Within[] {
  return backups
    .filter(({ to }) => to.is !== 'outside')
    .map(({ name, of }) => ({ from: name, to: of, port, option: 'backups' }))
}

// A copy on a volume of the cluster is taken by a pod that mounts it, one in a bucket by a pod that has its keys; how
// copies reach other places is not ours to say.
export function dumpers(backups: readonly Backup[]): readonly Workload[] {
  return backups
    .filter(({ to }) => to.is !== 'outside')
    .map(({ name, schedule, image, account, api, security, to }) =>
      workloadOf(
        { name, controller: 'CronJob', replicas: 1, ports: [] },
        present({ image, account, api, security, secrets: to.is === 'bucket' ? [to.secret] : undefined }),
        schedule,
      ),
    )
}
