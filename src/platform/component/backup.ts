// Copies of a store: what takes them, how often, how many are kept and where they lie; and the jobs that take those that are
// ours to take.

import type { Backup, BackupPlace, CopyMethod, Within, Workload } from '../component.ts'
import type { Cadence } from '../model.ts'
import {
  cadence,
  count,
  dnsLabel,
  dnsName,
  duration,
  durationRange,
  either,
  flag,
  need,
  noun,
  oneOf,
  record,
  schedule,
  set,
  size,
  stated,
  text,
} from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration, Range, Size } from '../units.ts'
import type { Say } from '../validate.ts'
import { accessRules, workloadFields } from './fields.ts'
import type { WorkloadOptions } from './options.ts'
import { open } from './rules.ts'
import { checkSchedule, scheduleOf } from './schedule.ts'
import { present, workloadOf } from './workload.ts'

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
