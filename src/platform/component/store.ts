// What stores share: members with a volume each, how they replicate, what copies are taken and where those lie.

import type {
  Backup,
  BackupPlace,
  CopyMethod,
  Operated,
  Replication,
  State,
  Traits,
  Within,
  Workload,
} from '../component.ts'
import { SERVICES } from '../model/store.ts'
import type { AccessMode, Cadence, Content, GeoReplica, Managed } from '../model.ts'
import {
  accessMode,
  cadence,
  count,
  dnsLabel,
  dnsName,
  duration,
  durationRange,
  either,
  type Fields,
  flag,
  need,
  noun,
  oneOf,
  path,
  port,
  record,
  regions,
  schedule,
  set,
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
import { callsOf, endpointsOf, meteringOf, type Ports, present, segmentsOf, workloadOf } from './workload.ts'

export interface VolumeOptions {
  /** Without it no claim is made: what the volume takes is then unknown. */
  readonly size?: Size
  /** Name of a storage class of the cluster; default: the cluster's default class. */
  readonly class?: string
  /** Name of the claim template; default `data`. */
  readonly claim?: string
  readonly mount?: string
  /** Default `ReadWriteOnce`: pods of one node mount it. */
  readonly accessMode?: AccessMode
  readonly stated?: Stated
}

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

export interface BackupOptions {
  /** Default `<store>-backup`. */
  readonly name?: string
  /** What takes the copy: `pg_dump`. Without it no job of ours does, and that it is taken is somebody's word. */
  readonly by?: string
  /** All rows, those since the last copy, the volume as it is, or every write as it is made. */
  readonly how?: CopyMethod
  readonly every?: Cadence
  /** Five cron fields; default: derived from `every`. */
  readonly schedule?: string
  /** How long a copy takes. */
  readonly takes?: Duration | Range<Duration>
  /** How much room one copy takes; default: as much as the volume that is copied. */
  readonly size?: Size
  /** Name of the ServiceAccount of the job that takes it. */
  readonly account?: string
  /** How many copies are kept, or how long each is: `30`, `'30d'`. */
  readonly keep?: number | Duration
  /** Where a copy goes after that, and how long it stays there. */
  readonly archive?: Backup['archive']
  /** Who makes it unreadable: whoever sends it, with a key of its own, or the place where it lies. */
  readonly encrypted?: 'client' | 'server'
  /** Nobody can delete it before its time. */
  readonly immutable?: boolean
  /** How often one is brought back to see that it can be: `week`, `'30d'`. */
  readonly verified?: Cadence
  /** Image of the job that takes it. */
  readonly image?: string
  /** What that job asks of the Kubernetes API. */
  readonly api?: WorkloadOptions['api']
  /** Who that job is, where it is not as the store. */
  readonly security?: WorkloadOptions['security']
  /** An `objectStore`, `bucket('copies', { host, secret })`, `volumeIn(cluster, '50Gi')` or `outside('another company')`;
   *  without it nobody knows which failures a copy survives. */
  readonly to?: BackupPlace
  /** How long it takes to bring one back. */
  readonly restores?: Duration | Range<Duration>
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

export const volumeFields = {
  size,
  class: dnsName,
  claim: dnsLabel,
  mount: path,
  accessMode,
  stated,
} satisfies Fields

export const volumeField = record("a volume such as { size: '100Gi' }", volumeFields)

const place = noun('bucket', 'volume', 'outside', 'component')

export const backupsField = set(
  record("a backup such as { by: 'pg_dump', every: '6h', to: outside('offsite bucket') }", {
    name: dnsLabel,
    by: text,
    how: oneOf('full', 'incremental', 'snapshot', 'continuous'),
    image: text,
    every: cadence,
    schedule,
    takes: durationRange,
    size,
    account: dnsName,
    keep: either(count(1), duration),
    archive: record("an archive such as { for: '1y' }", { for: need(duration, 'how long'), to: place, stated }),
    encrypted: oneOf('client', 'server'),
    immutable: flag,
    verified: cadence,
    api: accessRules,
    security: workloadFields.security,
    to: place,
    restores: durationRange,
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

export interface StoreKind {
  readonly noun: string
  /** As its makers call it; default: as the language does. */
  readonly software?: string
  /** How its members follow each other where nobody says otherwise: what the software cannot do without. */
  readonly replication?: Pick<Replication, 'mode' | 'failover'>
  /** A follower gets what is written after it counts, unless somebody says otherwise. */
  readonly followsAsynchronously?: true
  /** Name of its port. */
  readonly portName: string
  readonly port: number
  readonly mount: string
  /** The usual exporter of its metrics. */
  readonly exporter?: { readonly image: string; readonly port: number }
}

export function storePorts(kind: StoreKind, options: StoreOptions): Ports {
  return [{ name: kind.portName, port: options.port ?? kind.port, protocol: 'TCP' }]
}

export function checkStore(kind: StoreKind, name: string, options: StoreOptions, say: Say): void {
  const { members = 1, replication, backups, update, managedBy } = options
  const isFollowed = replication !== undefined || kind.replication !== undefined || managedBy !== undefined
  if (!open(members) && members > 1 && !isFollowed) {
    const allowed = "'none' or { mode, failover }: whether members share their data cannot be derived"
    say({ path: 'replication', found: `nothing, with ${members} members`, allowed })
  }
  const isModeOpen = typeof replication === 'object' && !open(replication) && replication.mode === undefined
  if (isModeOpen && kind.followsAsynchronously !== true)
    say({ path: 'replication.mode', found: 'nothing', allowed: "'asynchronous', 'synchronous' or 'consensus'" })
  if (update && !open(update) && update.maxSurge !== undefined) {
    say({
      path: 'update.maxSurge',
      found: 'a surge',
      allowed: 'nothing (a StatefulSet never runs more than its members)',
    })
  }
  const { exporter } = options
  if (!kind.exporter && exporter && !open(exporter) && (exporter.image === undefined || exporter.port === undefined))
    say({ path: 'exporter', found: 'no image and port', allowed: `both: no exporter is usual for ${kind.noun}` })
  if (managedBy && !open(managedBy)) checkManaged(kind, options, managedBy, say)
  checkBackups(name, backups, say)
}

// What only pods have is nobody's to say where a provider runs them.
const OF_PODS = ['exporter', 'budget', 'place', 'headless', 'governedBy', 'operatedBy', 'sentinel'] as const

function checkManaged({ noun }: StoreKind, options: StoreOptions, { name }: Managed, say: Say): void {
  const nouns: readonly string[] = Object.hasOwn(SERVICES, name) ? SERVICES[name] : []
  if (!nouns.includes(noun)) {
    const fitting = Object.entries(SERVICES).filter(([, of]) => (of as readonly string[]).includes(noun))
    const allowed = `a service that is a ${noun}: ${fitting.map(([service]) => service).join(', ')}`
    say({ path: 'managedBy', found: name, allowed })
  }
  for (const option of OF_PODS)
    if (Object.hasOwn(options, option))
      say({ path: option, found: 'an option of pods', allowed: `nothing (${name} has none that you place)` })
}

export function checkBackups(name: string, backups: readonly BackupOptions[] | undefined, say: Say): void {
  if (!backups || open(backups)) return
  const names = new Set<string>()
  backups.forEach((backup, index) => {
    const path = `backups[${index}]`
    // What no job of ours takes may be said without a time: then nobody knows it.
    const isTimed = backup.by !== undefined || backup.every !== undefined || backup.schedule !== undefined
    if (backup.how !== 'continuous' && isTimed) checkSchedule(backup, path, say)
    checkTaken(backup, path, say)
    const called = backup.name ?? `${name}-backup`
    if (names.has(called)) say({ path: `${path}.name`, found: `a second '${called}'`, allowed: 'a name of its own' })
    names.add(called)
  })
}

function checkTaken({ to, archive }: BackupOptions, path: string, say: Say): void {
  for (const [at, place] of [
    ['to', to],
    ['archive.to', archive && !open(archive) ? archive.to : undefined],
  ] as const)
    if (place && !open(place) && place.is === 'component' && place.noun !== 'objectStore')
      say({ path: `${path}.${at}`, found: `${place.noun} ${place.name}`, allowed: 'an objectStore' })
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
  const { members: replicas = 1, governedBy, managedBy: managed, volume } = options
  const members = present({ name, controller: 'StatefulSet' as const, replicas, ports, governedBy })
  const backsUp = (options.backups ?? []).map((backup) => backupOf(name, backup, backup.name))
  const service = { name, controller: 'outside' as const, replicas: 0, ports: served(ports) }
  const { version, image } = options
  // The tag of an image tells more.
  const software =
    version === undefined || image !== undefined ? undefined : { name: kind.software ?? kind.noun, version }
  const sized = present({ ...options, software })
  return present({
    runs: [
      managed
        ? present({ ...workloadOf(service, sized), at: managed.at })
        : withExporter(workloadOf(members, sized), options.exporter, kind.exporter),
      ...dumpers(backsUp.filter((backup) => !operated || backup.to?.is !== 'bucket')),
    ],
    serves: managed ? [] : endpointsOf(name, served(ports), options),
    ...callsOf(options),
    ...segmentsOf(options.in),
    within: dumps(backsUp, kind.portName),
    keeps: volume && !managed ? [stateOf(name, volume, kind.mount)] : [],
    managed,
    holds: options.holds,
    geo: options.replicatesTo,
    replicates: managed && options.replication === undefined ? undefined : replicationOf(kind, name, options),
    elects: [],
    backsUp,
    // CloudNativePG's pods have an exporter of their own.
    metered: operated ? exporterMetering({}) : (exporterMetering(options.exporter) ?? meteringOf(ports, options)),
    operated,
    stated: options.stated,
  })
}

export function stateOf(of: string, volume: VolumeOptions, usual: string): State {
  const { class: storageClass, claim = 'data', mount = usual, ...said } = volume
  return present({ of, claim, class: storageClass, mount, ...said })
}

function served(ports: Ports): Ports {
  return ports.filter(({ isInner }) => !isInner)
}

function replicationOf(kind: StoreKind, of: string, { replication, members = 1 }: StoreOptions) {
  if (replication === undefined) return kind.replication && members > 1 ? { of, ...kind.replication } : undefined
  const none: Replication = { of, mode: 'none', failover: 'none' }
  return replication === 'none' ? none : { ...replication, of, mode: replication.mode ?? 'asynchronous' }
}

export function backupOf(of: string, backup: BackupOptions, name = `${of}-backup`): Backup {
  return present({ ...backup, name, of, schedule: scheduleOf(backup) })
}

/** The copies of one of several members that share their options: each is called after its member. */
export function backupsOf(member: string, backups: readonly BackupOptions[]): readonly Backup[] {
  return backups.map((backup) => backupOf(member, backup, backup.name && `${member}-${backup.name}`))
}

/** What takes a copy asks the store for it. */
export function dumps(backups: readonly Backup[], port: string): readonly Within[] {
  return backups.filter(isTakenByJob).map(({ name, of }) => ({ from: name, to: of, port, option: 'backups' }))
}

// Where nobody says what takes the copies, or how they reach a place outside, there is no job of ours.
function isTakenByJob({ by, to }: Backup): boolean {
  return by !== undefined && to !== undefined && to.is !== 'outside'
}

// A copy on a volume of the cluster is taken by a pod that mounts it, one in a bucket by a pod that has its keys.
export function dumpers(backups: readonly Backup[]): readonly Workload[] {
  return backups
    .filter(isTakenByJob)
    .map(({ name, schedule, image, account, api, security, to }) =>
      workloadOf(
        { name, controller: 'CronJob', replicas: 1, ports: [] },
        present({ image, account, api, security, secrets: to?.is === 'bucket' ? [to.secret] : undefined }),
        schedule,
      ),
    )
}
