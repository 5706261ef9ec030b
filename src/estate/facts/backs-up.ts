import { readCron } from '../../kubernetes/cron.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { longestCadenceSeconds } from '../../platform/cadence.ts'
import type { Backup, Bucket, Component } from '../../platform/component.ts'
import { copiesKept, keptSeconds } from '../../platform/copies-kept.ts'
import type { Cluster, Environment } from '../../platform/model.ts'
import { regionsKnown } from '../../platform/regions-of.ts'
import { traitsOf } from '../../platform/traits.ts'
import { bytesOf, secondsOf } from '../../platform/units.ts'
import { classesOf, defaultClass } from '../classes.ts'
import type { CopyPlace, EstateObject, FactOf, Standing } from '../estate.ts'
import { given } from '../given.ts'
import { fieldsAt } from '../import/fields.ts'
import { backupClaimName, isHere } from '../lower/claim.ts'
import type { Member } from '../lower/members.ts'
import { operatorOf } from '../lower/operated.ts'
import { backupsBy, refOfKept, refOfWorkload } from '../lower/placed.ts'
import { secondsRange } from '../lower/seconds.ts'
import { sortedBy } from '../order.ts'
import { optionSource } from '../source.ts'

/** The copies that are made of a workload's state, and where they lie; carried by the CronJob that makes them. */
export function backsUp(
  member: Member,
  clusters: readonly Cluster[],
  objects: readonly EstateObject[],
): FactOf<'backsUp'>[] {
  const { component, traits, environment, workloads } = member
  return sortedBy(traits.backsUp, ({ name }) => name).flatMap((backup) => {
    const job = jobOf(backup, member)
    const object = job && objects.find(({ ref }) => ref === job)
    // A job that no file holds takes no copies.
    if (job && !object) return []
    const placed = workloads.filter(({ workload }) => workload.name === backup.of)
    const own = placed.filter((one) => !(operatorOf(one) && backup.to?.is === 'bucket')).map(refOfWorkload)
    return (placed.length > 0 ? own : [refOfKept(backup.of, member)]).map((of) =>
      given<FactOf<'backsUp'>>({
        trait: 'backsUp',
        of,
        name: backup.name,
        by: backup.by ?? backup.how ?? 'something unnamed',
        how: backup.how,
        everySeconds: object ? jobSeconds(backup, object) : everySeconds(backup),
        takesSeconds: secondsRange(backup.takes),
        sizeBytes: backup.size === undefined ? undefined : bytesOf(backup.size),
        keep: copiesKept(backup),
        keepsSeconds: keptSeconds(backup),
        archivedSeconds: secondsOf(backup.archive?.for),
        to: placeOf(backup, member, clusters),
        restoresSeconds: secondsRange(backup.restores),
        standing: standingOf(backup, member, job),
        source: optionSource(member, 'backups', backup.stated),
        component: component.name,
        environment: environment.name,
      }),
    )
  })
}

function jobOf(backup: Backup, { workloads }: Member): Ref | undefined {
  const job = workloads.find((placed) => backupsBy(placed).includes(backup))
  return job && refOfWorkload(job)
}

/** The longest time between two runs. */
function everySeconds({ every, schedule }: Pick<Backup, 'every' | 'schedule'>): number | undefined {
  if (every !== undefined) return longestCadenceSeconds(every)
  const read = schedule === undefined ? undefined : readCron(schedule)
  return read && 'longestGapSeconds' in read ? read.longestGapSeconds : undefined
}

// As the job that is there is told, which people may have told otherwise since.
function jobSeconds(backup: Backup, { manifest }: EstateObject): number | undefined {
  const { schedule, suspend } = fieldsAt(manifest, 'spec')
  if (suspend === true) return Number.POSITIVE_INFINITY
  return schedule === backup.schedule || typeof schedule !== 'string'
    ? everySeconds(backup)
    : everySeconds({ schedule })
}

// A job cannot mount a volume of another cluster, so what it writes there is a word and not an object.
function standingOf(backup: Backup, { environment }: Member, job: Ref | undefined): Standing {
  const reachable = backup.to?.is !== 'volume' || isHere(backup, environment)
  return job && reachable ? { is: 'carried', by: job } : { is: 'declared' }
}

/** `the bucket copies at s3.example.com` */
function bucketText({ name, host }: Bucket): string {
  return `the bucket ${name} at ${host}`
}

// Objects that a provider keeps lie outside every cluster; those of the platform's own pods on the volume of one of them.
function objectsPlace(store: Component, { namespace, on }: Environment, clusters: readonly Cluster[]): CopyPlace {
  const [state] = traitsOf(store).keeps
  if (!state) return { is: 'outside', name: store.name, ...regionsKnown(store) }
  const claim: Ref = `PersistentVolumeClaim/${namespace}/${state.claim}-${state.of}-0`
  return claimPlace(claim, on.name, state.class, clusters)
}

function placeOf(backup: Backup, { environment }: Member, clusters: readonly Cluster[]): CopyPlace {
  const { to } = backup
  if (!to) return { is: 'unsaid' }
  if (to.is === 'outside') return { is: 'outside', name: to.name }
  if (to.is === 'bucket') return { is: 'outside', name: bucketText(to), ...regionsKnown(to) }
  if (to.is === 'component') return objectsPlace(to, environment, clusters)

  const claim: Ref = `PersistentVolumeClaim/${environment.namespace}/${backupClaimName(backup)}`
  return claimPlace(claim, to.cluster, to.class, clusters)
}

function claimPlace(claim: Ref, on: string, said: string | undefined, clusters: readonly Cluster[]): CopyPlace {
  const cluster = clusters.find(({ name }) => name === on)
  const storageClass = said ?? (cluster && defaultClass(cluster)) ?? ''
  const classes = cluster ? classesOf(cluster) : {}
  const bound = Object.hasOwn(classes, storageClass) ? classes[storageClass]?.bound : undefined
  return { is: 'claim', claim, cluster: on, class: storageClass, bound: bound ?? 'unknown' }
}
