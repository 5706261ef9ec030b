// Where a CloudNativePG Cluster is copied to: its write-ahead log as it goes, and base backups by schedule.

import { readCron } from '../../kubernetes/cron.ts'
import type { EstateObject, FactOf } from '../estate.ts'
import { given } from '../given.ts'
import { fieldsAt, fieldsIn } from '../import/fields.ts'
import { writtenArchive } from './cloudnative-pg-archives.ts'
import type { MadeFact, Near } from './maker.ts'
import { textIn } from './values.ts'

type BackUp = Extract<MadeFact, { trait: 'backsUp' }>

// pkg/postgres/configuration.go: archive_timeout is 5min where the cluster says nothing else.
const archiveSeconds = 300

/** Facts of backups to an object store or as volume snapshots (docs: Backup; api/v1/cluster_types.go, BackupConfiguration). */
export function backups(object: EstateObject, near: Near): readonly MadeFact[] {
  const { manifest } = object
  const { name = '', namespace = '' } = manifest.metadata
  const spec = fieldsAt(manifest, 'spec')
  const of = `StatefulSet/${namespace}/${name}` as const
  const store = storeOf(spec)
  const schedules = near
    .inNamespace('postgresql.cnpg.io', 'ScheduledBackup', namespace)
    .filter((one) => fieldsAt(one.manifest, 'spec', 'cluster').name === name)
    .filter((one) => fieldsAt(one.manifest, 'spec').suspend !== true)
  const archive: BackUp[] =
    store === undefined
      ? []
      : [
          given<BackUp>({
            trait: 'backsUp',
            of,
            name: 'write-ahead log',
            by: 'barman',
            isLog: true,
            archive: writtenArchive(object, near),
            everySeconds: archiveTimeout(spec) ?? archiveSeconds,
            to: outside(store),
          }),
        ]
  return [...archive, ...schedules.map((one) => scheduled(one, of, store))]
}

function storeOf(spec: EstateObject['manifest'] | ReturnType<typeof fieldsAt>): string | undefined {
  const plain = textIn(fieldsAt(spec, 'backup', 'barmanObjectStore'), 'destinationPath')
  const plugin = fieldsIn(spec.plugins).find((one) => one.isWALArchiver === true)
  return plain ?? (plugin && (textIn(fieldsAt(plugin, 'parameters'), 'barmanObjectName') ?? textIn(plugin, 'name')))
}

function scheduled({ manifest }: EstateObject, of: BackUp['of'], store: string | undefined): BackUp {
  const spec = fieldsAt(manifest, 'spec')
  const method = textIn(spec, 'method') ?? 'barmanObjectStore'
  const place = method === 'volumeSnapshot' ? 'volume snapshots' : (store ?? method)
  return given<BackUp>({
    trait: 'backsUp',
    of,
    name: manifest.metadata.name ?? '',
    by: method === 'volumeSnapshot' ? 'volume snapshots' : 'barman',
    everySeconds: everySeconds(textIn(spec, 'schedule')),
    to: outside(place),
  })
}

// A number of seconds, or one with a unit of PostgreSQL's (docs: parameter units).
function archiveTimeout(spec: ReturnType<typeof fieldsAt>): number | undefined {
  const text = textIn(fieldsAt(spec, 'postgresql', 'parameters'), 'archive_timeout')
  const [, count, unit = 's'] = /^(\d{1,9})(s|min|h)?$/.exec(text ?? '') ?? []
  return count === undefined ? undefined : Number(count) * { s: 1, min: 60, h: 3600 }[unit as 's' | 'min' | 'h']
}

// Six fields, the first one seconds (api/v1/scheduledbackup_types.go): the longest gap is that of the other five.
function everySeconds(schedule: string | undefined): number | undefined {
  const fields = schedule?.trim().split(/\s+/) ?? []
  const read = readCron(fields.slice(fields.length === 6 ? 1 : 0).join(' '))
  return read && 'longestGapSeconds' in read ? read.longestGapSeconds : undefined
}

function outside(name: string): FactOf<'backsUp'>['to'] {
  return { is: 'outside', name }
}
