// A CronJob that calls a store and whose command dumps or copies is taken for its backup.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { FactOf } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { readCron } from '../../kubernetes/cron.ts'
import { durationText, type Entry, type Field, field, openField, sayRef } from './entry.ts'
import { inField, type Seen } from './seen.ts'

export interface BackupSeen {
  readonly entry: Entry
  /** The longest time between two copies, and how long one may take. */
  readonly everySeconds: number
  readonly takesSeconds: number | undefined
}

const copying = /dump|backup|snapshot|restic|wal-?g|pgbackrest|barman|xtrabackup|mydumper/i
const bucket = /\b(?:s3|gs|az|abfs|b2|swift):\/\/[\w./-]+/

/** What copies a store, job by job; one that does not show where its copies lie is left to be said. */
export function backupsOf(store: PodClass, seen: Seen): readonly BackupSeen[] {
  const callers = (seen.calls.get(store.workload) ?? []).map(({ from }) => from)
  return [...new Set(callers)].sort().flatMap((ref) => {
    const pod = ref.startsWith('CronJob/') ? seen.view.byWorkload.get(ref) : undefined
    const found = pod && backupBy(pod, store, seen)
    return found ? [found] : []
  })
}

function backupBy(job: PodClass, store: PodClass, seen: Seen): BackupSeen | undefined {
  const object = seen.byRef.get(job.workload)
  const spec = fieldsAt(object?.manifest, 'spec')
  const read = typeof spec.schedule === 'string' ? readCron(spec.schedule) : undefined
  const words = [job.name, ...commandOf(job)].join(' ')
  if (!object || !read || 'problem' in read || spec.suspend === true || !copying.test(words)) return undefined
  const deadline = fieldsAt(spec, 'jobTemplate', 'spec').activeDeadlineSeconds
  const takesSeconds = typeof deadline === 'number' && deadline > 0 ? deadline : undefined
  const to = placeOf(job, words, seen)
  const says = `its name and the command of ${sayRef(job.workload)}`
  return {
    everySeconds: read.longestGapSeconds,
    takesSeconds,
    entry: {
      of: 'facts',
      from: [`${seen.lineOf(object.source, ['spec', 'schedule'])} (${says})`],
      ...(to === undefined && { asks: `nobody shows where the copies of ${sayRef(job.workload)} lie: say it` }),
      fields: [
        field('of', seen.owned(store.workload)),
        ...inField(store.environment, seen),
        field('guessed', says),
        field('backsUp', [
          field('name', job.name),
          field('by', job.workload),
          ...takesFields(takesSeconds),
          field('to', [to ?? field('outside', 'offsite bucket')]),
        ]),
      ],
    },
  }
}

function takesFields(takesSeconds: number | undefined): readonly Field[] {
  return takesSeconds === undefined
    ? [openField('takes', '20m', 'nobody says how long a copy takes')]
    : [field('takes', durationText(takesSeconds), 'its activeDeadlineSeconds')]
}

function commandOf({ spec }: PodClass): readonly string[] {
  return fieldsIn(spec.containers).flatMap(({ image, command, args }) =>
    [image, command, args].flat().filter((word) => typeof word === 'string'),
  )
}

/** The one claim that the job mounts, or a bucket that its command names. */
function placeOf({ claims, namespace }: PodClass, words: string, { byRef }: Seen): Field | undefined {
  const [own, ...others] = claims.filter(({ perPod }) => !perPod)
  const ref = `PersistentVolumeClaim/${namespace}/${own?.claim}` as const
  const isShown = own && others.length === 0 && byRef.has(ref)
  if (isShown) return field('claim', ref)
  const found = bucket.exec(words)?.[0]
  return found === undefined ? undefined : field('outside', found)
}

/** What may be lost at worst, in whole hours: the gap between two copies, and an hour where nobody says what one takes. */
export function losingText(everySeconds: number, takesSeconds = 3600): string {
  return durationText(Math.ceil((everySeconds + takesSeconds) / 3600) * 3600)
}

/** Copies that an operator takes, as often as it does. */
export function shownBackup({ workload }: PodClass, { view }: Seen): FactOf<'backsUp'> | undefined {
  const facts = view.estate.facts.filter(
    (fact): fact is FactOf<'backsUp'> => fact.trait === 'backsUp' && fact.of === workload,
  )
  const often = ({ everySeconds = Number.POSITIVE_INFINITY }: FactOf<'backsUp'>) => everySeconds
  return facts.filter(({ everySeconds }) => everySeconds !== undefined).toSorted((a, b) => often(a) - often(b))[0]
}

/** The same copies with the time that one takes, which no object shows. */
export function timedBackup(store: PodClass, shown: FactOf<'backsUp'>, seen: Seen): readonly Entry[] {
  const { name, by, everySeconds, takesSeconds, to } = shown
  if (takesSeconds !== undefined || everySeconds === undefined || to.is !== 'outside') return []
  return [
    {
      of: 'facts',
      from: [],
      asks: `nobody says how long a copy of ${sayRef(seen.owned(store.workload))} takes: say it`,
      fields: [
        field('of', seen.owned(store.workload)),
        ...inField(store.environment, seen),
        field('backsUp', [
          field('name', name),
          field('by', by),
          field('every', durationText(everySeconds)),
          field('takes', '10m'),
          field('to', [field('outside', to.name)]),
        ]),
      ],
    },
  ]
}
