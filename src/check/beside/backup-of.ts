// Copies that a file says are taken: by a CronJob among the files, which then shows how often, or by something outside.

import { storageOf } from '../../engine/pods/claim-uses.ts'
import type { CopyPlace, Estate, FactOf } from '../../estate/estate.ts'
import { given } from '../../estate/given.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import { readCron } from '../../kubernetes/cron.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { nearest } from '../../platform/nearest.ts'
import { bytesOf, rangeSeconds, secondsOf } from '../../platform/units.ts'
import type { Found } from './found.ts'
import type { Named } from './index-of.ts'

export interface BackupWritten {
  readonly name: string
  readonly by: string
  readonly every?: string
  readonly takes?: unknown
  readonly size?: string
  readonly keep?: number
  readonly to: { readonly outside?: string; readonly claim?: string }
  readonly restores?: unknown
}

type BackupData = Pick<
  FactOf<'backsUp'>,
  'name' | 'by' | 'everySeconds' | 'takesSeconds' | 'sizeBytes' | 'keep' | 'to' | 'restoresSeconds'
>

interface Around {
  readonly estate: Estate
  readonly found: Found
  readonly cluster: string
}

/** The copies, and the CronJob that takes them; undefined where something is wrong, which is said. */
export function backupOf(
  written: BackupWritten,
  { estate, found, cluster }: Around,
): { readonly fact: BackupData; readonly by?: Ref } | undefined {
  const { name, by, keep } = written
  // A reference is held against the files; any other word names something that is not among them.
  const job = by.includes('/') ? found.workload(by, 'backsUp.by') : undefined
  const to = placeOf(written.to, estate, found)
  if (!to || (by.includes('/') && !job)) return undefined
  if (job && (job.cluster !== cluster || !job.ref.startsWith('CronJob/'))) {
    found.say({
      path: 'backsUp.by',
      found: `'${by}'`,
      allowed: `a CronJob of ${cluster}, or what takes them elsewhere`,
    })
    return undefined
  }
  const every = everySeconds(written, job, found)
  if (every === 'wrong') return undefined
  const fact = given<BackupData>({
    name,
    by,
    everySeconds: every,
    takesSeconds: rangeSeconds(written.takes),
    sizeBytes: bytesOf(written.size),
    keep,
    to,
    restoresSeconds: rangeSeconds(written.restores),
  })
  return { fact, ...(job && { by: job.ref }) }
}

/** The longest time between two copies: what the job's schedule leaves, else what is said. */
function everySeconds(
  { every, by }: BackupWritten,
  job: Named | undefined,
  found: Found,
): number | undefined | 'wrong' {
  const said = secondsOf(every)
  if (!job) {
    if (said !== undefined) return said
    found.say({ path: 'backsUp.every', found: 'nothing', allowed: "how often, as '6h': no CronJob here shows it" })
    return 'wrong'
  }
  const spec = fieldsAt(job.object.manifest, 'spec')
  const { schedule } = spec
  // A job that is suspended takes none.
  if (spec.suspend === true) return Number.POSITIVE_INFINITY
  const read = typeof schedule === 'string' ? readCron(schedule) : undefined
  if (!read || 'problem' in read) return said
  const { longestGapSeconds: gap } = read
  if (said === undefined || gap <= said) return gap
  const hours = Math.round((gap / 3600) * 100) / 100
  const allowed = `no less than ${hours}h, which the schedule '${schedule}' of ${by} leaves between two (or leave it out)`
  found.say({ path: 'backsUp.every', found: `'${every}'`, allowed })
  return 'wrong'
}

function placeOf({ outside, claim }: BackupWritten['to'], estate: Estate, { say }: Found): CopyPlace | undefined {
  if ((outside === undefined) === (claim === undefined)) {
    const found = outside === undefined ? 'neither outside nor claim' : 'both outside and claim'
    say({ path: 'backsUp.to', found, allowed: 'one of them' })
    return undefined
  }
  return claim === undefined ? { is: 'outside', name: outside ?? '' } : claimPlace(claim, estate, say)
}

function claimPlace(claim: string, estate: Estate, say: Found['say']): CopyPlace | undefined {
  const { claims, classes, defaultClass } = storageOf(estate)
  const object = claims.get(claim as Ref)
  if (!object) {
    const near = nearest(claim, [...claims.keys()].sort())
    const allowed = 'a claim among the files, as PersistentVolumeClaim/shop/copies'
    const found = `'${claim}', which is not there`
    say({ path: 'backsUp.to.claim', found, allowed, ...(near !== undefined && { didYouMean: near }) })
    return undefined
  }
  const { storageClassName } = fieldsAt(object.manifest, 'spec')
  const name = typeof storageClassName === 'string' ? storageClassName : defaultClass
  const bound = Object.hasOwn(classes, name) ? classes[name]?.bound : undefined
  return { is: 'claim', claim: object.ref, cluster: estate.cluster, class: name, bound: bound ?? 'unknown' }
}
