// Which copies a failure leaves. A loss is final: what is gone does not come back, and neither do the disks in it.

import type { CopyPlace, Estate, Follower, StorageBound } from '../../estate/estate.ts'
import type { Failure } from '../../platform/model.ts'

export type Fate = 'survives' | 'lost' | 'may be lost' | 'unknown'

/** Why, in the terms of the failure: `bound`: what it lies on is tied to what is lost; `replicated`: wrong rows are copied too. */
export interface CopyFate {
  readonly fate: Fate
  readonly why: 'bound' | 'elsewhere' | 'outside' | 'replicated' | 'before' | 'unsaid' | 'pod'
}

/** What becomes of the volume of the member that is hit (of every member, where all are). */
export function volumeFate({ kind, of }: Failure, bound: StorageBound['bound'] | 'pod'): CopyFate {
  if (isWrong(kind)) return { fate: 'lost', why: 'replicated' }
  if (kind === 'release') return { fate: 'survives', why: 'elsewhere' }
  if (of === 'store' || of === 'cluster' || of === 'region') return { fate: 'lost', why: 'bound' }
  if (bound === 'pod') return { fate: 'lost', why: 'pod' }
  return tiedFate(of, bound, 'lost')
}

/**
 * What becomes of a copy. One that lies on a claim tied to a node or a zone lies on one that nobody chose: the worst
 * case is the one that is lost. Copies taken before rows went wrong are right; those taken after are not.
 */
export function backupFate(
  { kind, of }: Failure,
  to: CopyPlace,
  { cluster, region }: { readonly cluster: string; readonly region?: string },
): CopyFate {
  if (isWrong(kind)) return { fate: 'survives', why: 'before' }
  if (to.is === 'outside') {
    return of === 'region' ? outsideFate(to, region) : { fate: 'survives', why: 'outside' }
  }
  if (to.is === 'unsaid') return { fate: 'unknown', why: 'unsaid' }
  // Nobody says in which region the other cluster stands.
  if (to.cluster !== cluster && of === 'region') return { fate: 'unknown', why: 'unsaid' }
  if (to.cluster !== cluster) return { fate: 'survives', why: 'elsewhere' }
  if (of === 'store') return { fate: 'survives', why: 'elsewhere' }
  return tiedFate(of, to.bound, 'may be lost')
}

/** Outside the cluster is not outside its region. Of several regions one is another, whichever is lost. */
export function outsideFate(
  { regions, isOwnUnsaid }: Pick<Extract<CopyPlace, { is: 'outside' }>, 'regions' | 'isOwnUnsaid'>,
  home: string | undefined,
): CopyFate {
  if (regions === undefined) return { fate: 'survives', why: 'outside' }
  if (regions.length > 1 || regions.some((one) => home !== undefined && one !== home)) return elsewhere
  const isCopiedAway = isOwnUnsaid === true && regions.length > 0
  if (home === undefined) return isCopiedAway ? elsewhere : { fate: 'unknown', why: 'unsaid' }
  return isOwnUnsaid ? { fate: 'unknown', why: 'unsaid' } : { fate: 'lost', why: 'bound' }
}

/**
 * What becomes of a store that replays the log of the one that is hit. It replays what is wrong as well, and a row that is
 * deleted is deleted there: it is no copy to come back to from either.
 */
export function followerFate({ kind, of }: Failure, { cluster, zones }: Follower, home: Estate): CopyFate {
  if (isWrong(kind)) return { fate: 'lost', why: 'replicated' }
  if (of === 'pod' || of === 'store') return { fate: 'survives', why: 'elsewhere' }
  if (of === 'cluster') return cluster === home.cluster ? { fate: 'lost', why: 'bound' } : elsewhere
  if (of === 'node') return cluster === home.cluster ? { fate: 'may be lost', why: 'bound' } : elsewhere
  if (of === 'region')
    return cluster === home.cluster ? { fate: 'lost', why: 'bound' } : { fate: 'unknown', why: 'unsaid' }
  if (!zones) return { fate: 'unknown', why: 'unsaid' }
  const shared = home.nodes.some(({ zone }) => zone === undefined || zones.includes(zone))
  return shared ? { fate: 'may be lost', why: 'bound' } : elsewhere
}

/** What is wrong, or was in other hands, is so in every copy that follows. */
export function isWrong(kind: Failure['kind']): boolean {
  return kind === 'corruption' || kind === 'breach'
}

const elsewhere: CopyFate = { fate: 'survives', why: 'elsewhere' }

function tiedFate(of: Failure['of'], bound: StorageBound['bound'], lost: 'lost' | 'may be lost'): CopyFate {
  if (of === 'pod') return { fate: 'survives', why: 'elsewhere' }
  if (of === 'cluster' || of === 'region') return { fate: 'lost', why: 'bound' }
  if (bound === 'unknown') return { fate: 'unknown', why: 'unsaid' }
  const goes = bound === 'node' || (bound === 'zone' && of === 'zone')
  return goes ? { fate: lost, why: 'bound' } : { fate: 'survives', why: 'elsewhere' }
}
