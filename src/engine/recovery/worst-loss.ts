// The most that a failure can cost a store in rows, as the time in which they were written.

import type { Estate, FactOf } from '../../estate/estate.ts'
import type { Failure } from '../../platform/model.ts'
import type { Assumption } from '../assumption.ts'
import { mostTogether } from '../placement/crowd.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Copies, copiesOf, type Members, neededMembers } from './copies.ts'
import { backupFate, type CopyFate, followerFate, isWrong, volumeFate } from './fate.ts'
import { backupLoss, type Loss, type LossOptions, type LossTerm, lagLoss, replayLoss } from './loss-term.ts'
import { forEver, noTime, type Span } from './span.ts'

/** One copy after the failure. */
export interface BackupFate extends CopyFate {
  readonly backup: FactOf<'backsUp'>
}

/** One store elsewhere that follows, after the failure. */
export interface FollowerFate extends CopyFate {
  readonly follower: FactOf<'followed'>
}

export interface WorstLoss {
  readonly copies: Copies
  readonly volume: CopyFate
  readonly backups: readonly BackupFate[]
  readonly followers: readonly FollowerFate[]
  /**
   * What the rows come back from; `follower`: a store elsewhere has them; `nothing`: nothing is left of them; `unknown`:
   * nobody says whether anything is, and the span begins with the least that is lost by whatever may be.
   */
  readonly from: 'volume' | 'replica' | 'follower' | 'backup' | 'nothing' | 'unknown'
  readonly backup?: FactOf<'backsUp'>
  readonly follower?: FactOf<'followed'>
  /** A way back of which nobody says whether it is left, and that would lose less. */
  readonly perhaps?: Pick<WorstLoss, 'backup' | 'follower' | 'span'>
  /** A follower is to be promoted, and nobody says that it stands where the failure is. */
  readonly isApart?: boolean
  /** Whose rows: those of one of several independent members, or of the whole store. */
  readonly of: 'member' | 'store'
  /** Infinite: everything. */
  readonly span: Span
  readonly terms: readonly LossTerm[]
  readonly assumes: readonly Assumption[]
}

/** The worst case over every placement and every moment of the failure. */
export function worstLoss(estate: Estate, pod: PodClass, failure: Failure, options: LossOptions = {}): WorstLoss {
  const copies = copiesOf(estate, pod, options.denied)
  const { members } = copies
  const volume = volumeFate(failure, members.volume.bound)
  const backups = copies.backups.map((backup) => ({ ...backupFate(failure, backup.to, homeOf(estate)), backup }))
  const followers = copies.followers.map((follower) => ({ ...followerFate(failure, follower.by, estate), follower }))
  const base = {
    copies,
    volume,
    backups,
    followers,
    of: hitOf(members.share, failure),
    terms: [],
    assumes: members.assumes,
  }
  if (volume.fate === 'survives') return { ...base, from: 'volume', span: noTime, assumes: [] }
  const replica = replicaLoss(estate, pod, failure, members, options)
  if (replica) {
    const span = volume.fate === 'unknown' ? atMost(replica.span) : replica.span
    return { ...base, from: 'replica', ...replica, span, assumes: [...members.assumes, ...replica.assumes] }
  }
  if (volume.fate === 'unknown') return { ...base, from: 'unknown', span: { from: 0, to: undefined } }
  const best = bestLeft(copies, { backups, followers: options.copiesAlone ? [] : followers }, failure, options)
  // Whoever is left may have all rows, or not.
  const isApart = mayStandApart(members, failure, homeOf(estate), options)
  const mayHaveAll = members.share === 'unsaid' && membersLeft(estate, pod, failure) > 0
  if (!isApart && !mayHaveAll) return { ...base, ...best }
  const from = isApart || best.from === 'nothing' ? 'unknown' : best.from
  return { ...base, ...best, from, ...(isApart && { isApart }), span: atMost(best.span) }
}

// Who promotes a follower after the loss of a region means one that is left; where neither it nor the first stands is said.
function mayStandApart(
  { onlySaid }: Members,
  { kind, of }: Failure,
  { region }: ReturnType<typeof homeOf>,
  { isPromoted = false }: LossOptions,
): boolean {
  return isPromoted && onlySaid !== undefined && kind === 'loss' && of === 'region' && region === undefined
}

// The one region that all its nodes say; absent: several, or nobody says.
function homeOf({ cluster, nodes }: Estate): { readonly cluster: string; readonly region?: string } {
  const [region, ...others] = new Set(nodes.map(({ labels }) => labels['topology.kubernetes.io/region']))
  return region !== undefined && others.length === 0 ? { cluster, region } : { cluster }
}

function hitOf(share: Copies['members']['share'], { of }: Failure): WorstLoss['of'] {
  return share === 'independent' && (of === 'pod' || of === 'node') ? 'member' : 'store'
}

// A follower survives where the failure cannot take all members; wrong rows and the end of the cluster take all.
function replicaLoss(
  estate: Estate,
  pod: PodClass,
  failure: Failure,
  members: Members,
  options: LossOptions,
): Loss | undefined {
  const { share, replication } = members
  if (share !== 'follow' && share !== 'alike') return undefined
  const left = membersLeft(estate, pod, failure)
  if (left < neededMembers(members)) return undefined
  return replication?.mode === 'asynchronous' ? lagLoss(replication, options) : { span: noTime, terms: [], assumes: [] }
}

function membersLeft(estate: Estate, pod: PodClass, { kind, of }: Failure): number {
  if (isWrong(kind)) return 0
  if (of === 'pod') return Math.max(0, pod.count - 1)
  return of === 'node' || of === 'zone' ? Math.max(0, pod.count - mostTogether(estate, pod, of)) : 0
}

function atMost({ to }: Span): Span {
  return { from: 0, to: to === Number.POSITIVE_INFINITY ? undefined : to }
}

interface Candidate extends Loss {
  readonly from: 'backup' | 'follower'
  readonly backup?: FactOf<'backsUp'>
  readonly follower?: FactOf<'followed'>
}

function bestLeft(
  { members, backups: copies }: Copies,
  { backups, followers }: Pick<WorstLoss, 'backups' | 'followers'>,
  failure: Failure,
  options: LossOptions,
) {
  const of = (wanted: CopyFate['fate']): Candidate[] => [
    ...followers
      .filter(({ fate }) => fate === wanted)
      .flatMap(({ follower }) => {
        const log = copies.find(({ name }) => name === follower.log)
        return log ? { from: 'follower' as const, follower, ...replayLoss(log, follower, options) } : []
      }),
    ...backups
      .filter(({ fate }) => fate === wanted)
      .map(({ backup }) => ({ from: 'backup' as const, backup, ...backupLoss(backup, members, failure, options) })),
  ]
  // Of two that lose as much, the one that has the rows already.
  const [best] = of('survives').sort((a, b) => atWorst(a.span) - atWorst(b.span) || a.span.from - b.span.from)
  const [open] = of('unknown').sort((a, b) => a.span.from - b.span.from || atWorst(a.span) - atWorst(b.span))
  if (best && best.span.from !== Number.POSITIVE_INFINITY) return open ? withOpen(best, open) : best
  if (open) return { ...open, from: 'unknown' as const, span: { ...open.span, to: undefined }, assumes: [] }
  return { ...best, from: 'nothing' as const, span: forEver }
}

// Nobody says whether it is left: if it is, less is lost than by what certainly is. No less is than by the better of both.
function withOpen(best: Candidate, open: Candidate) {
  if (open.span.from >= best.span.from) return best
  const { from, isMore } = open.span
  return { ...best, perhaps: open, span: { from, to: best.span.to, ...(isMore && { isMore }) } }
}

function atWorst({ to }: Span): number {
  return to ?? Number.MAX_VALUE
}
