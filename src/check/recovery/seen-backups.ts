// Backups that nobody declared and that objects show: a CronJob that is told where a store is and runs a program that copies
// it, and schedules of Velero. What they leave open is left open.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Fields, fieldsIn, fieldsOf, listOf, textOf } from '../../engine/pods/untrusted.ts'
import { configMapsIn, settingsOf } from '../../estate/calls/settings.ts'
import type { CopyPlace, EstateObject } from '../../estate/estate.ts'
import { dumpProgramIn } from '../../knowledge/dump-programs.ts'
import { readCron } from '../../kubernetes/cron.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { View } from '../world.ts'

export interface SeenBackup {
  readonly of: Ref
  /** `pg_dump of CronJob ledger-dump`. */
  readonly by: string
  /** The longest time between two copies; undefined where nobody shows it. */
  readonly everySeconds: number | undefined
  /** The most that one copy may take; undefined where nothing ends it. */
  readonly takesSeconds: number | undefined
  /** Where copies lie; undefined where nobody shows it. */
  readonly to: CopyPlace | undefined
}

/** Whether its pods keep what has to be copied. */
export function keepsData({ steady, count, kind, claims, source }: PodClass): boolean {
  return steady && count > 0 && !source.live && (kind === 'StatefulSet' || claims.length > 0)
}

/** In the order of their objects. */
export function seenBackups(view: View): readonly SeenBackup[] {
  const stores = view.pods.filter(keepsData)
  if (stores.length === 0) return []
  const schedules = view.estate.objects.filter(isVelero).flatMap((schedule) => byVelero(schedule, stores))
  const jobs = view.pods.filter(({ kind, count, source }) => kind === 'CronJob' && count > 0 && !source.live)
  return [...(jobs.length > 0 ? byJobs(jobs, stores, view) : []), ...schedules]
}

function byJobs(jobs: readonly PodClass[], stores: readonly PodClass[], view: View): readonly SeenBackup[] {
  const { objects, facts } = view.estate
  const kept = new Set(stores.map(({ workload }) => workload))
  const byRef = new Map(objects.filter(({ ref }) => ref.startsWith('CronJob/')).map((object) => [object.ref, object]))
  const configMaps = configMapsIn(objects)
  return jobs.flatMap((job): readonly SeenBackup[] => {
    const object = byRef.get(job.workload)
    const program = object && dumpProgramIn(wordsOf(job, object, configMaps))
    if (!program) return []
    const called = facts.flatMap((fact) =>
      fact.trait === 'calls' && fact.from === job.workload && fact.to.is === 'workload' ? [fact.to.workload] : [],
    )
    const spec = fieldsOf(object.manifest.spec)
    const deadline = fieldsOf(fieldsOf(spec.jobTemplate).spec).activeDeadlineSeconds
    const by = `${program} of CronJob ${job.name}`
    return [...new Set(called)]
      .filter((store) => kept.has(store))
      .map((of) => ({
        of,
        by,
        everySeconds: gapOf(spec.schedule),
        takesSeconds: typeof deadline === 'number' && deadline > 0 ? deadline : undefined,
        to: placeOf(job, view),
      }))
  })
}

function wordsOf({ spec }: PodClass, object: EstateObject, configMaps: ReadonlyMap<string, Fields>): readonly string[] {
  const commands = fieldsIn(spec.containers).flatMap(({ command, args }) => [...listOf(command), ...listOf(args)])
  // A script that a ConfigMap holds is a command too.
  const told = settingsOf(object, configMaps).map(({ value }) => value)
  return [...commands.filter((word) => typeof word === 'string'), ...told]
}

/** The one claim that the job writes to; anything else may lie anywhere. */
function placeOf({ claims, namespace }: PodClass, { estate }: View): CopyPlace | undefined {
  const [own, ...others] = claims
  if (!own || others.length > 0) return undefined
  const { claim, class: className, bound } = own
  const ref: Ref = `PersistentVolumeClaim/${namespace}/${claim}`
  return { is: 'claim', claim: ref, cluster: estate.cluster, class: className, bound }
}

function isVelero({ manifest, source }: EstateObject): boolean {
  return manifest.kind === 'Schedule' && manifest.apiVersion.startsWith('velero.io/') && !source.live
}

// velero.io/docs/v1.18/api-types/schedule: no list takes every namespace; volumes are left out where both ways are off.
function byVelero({ manifest, ref }: EstateObject, stores: readonly PodClass[]): readonly SeenBackup[] {
  const { schedule, template, paused } = fieldsOf(manifest.spec)
  const { includedNamespaces, excludedNamespaces, storageLocation, ...rest } = fieldsOf(template)
  const isPart = ['labelSelector', 'orLabelSelectors', 'includedResources', 'excludedResources', 'resourcePolicy'].some(
    (field) => rest[field] !== undefined,
  )
  const isVolumeless = rest.snapshotVolumes === false && rest.defaultVolumesToFsBackup !== true
  if (paused === true || isPart || isVolumeless) return []
  const included = listOf(includedNamespaces)
  const excluded = listOf(excludedNamespaces)
  const takes = (namespace: string) =>
    (included.length === 0 || included.includes('*') || included.includes(namespace)) && !excluded.includes(namespace)
  return stores
    .filter(({ namespace }) => takes(namespace))
    .map(({ workload }) => ({
      of: workload,
      by: `Schedule ${partsOf(ref).name} of Velero`,
      everySeconds: gapOf(schedule),
      takesSeconds: undefined,
      to: { is: 'outside', name: `the storage location ${textOf(storageLocation) ?? 'default'}` },
    }))
}

function gapOf(schedule: unknown): number | undefined {
  const read = readCron(textOf(schedule) ?? '')
  return 'problem' in read || read.longestGapSeconds === Number.POSITIVE_INFINITY ? undefined : read.longestGapSeconds
}
