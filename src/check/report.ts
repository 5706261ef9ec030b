// The whole answer of one run as plain data: what people read and what machines read is made from this.

import type { LiveComparison } from '../estate/live/compared.ts'
import type { Ref } from '../kubernetes/types.ts'
import { byCodePoint } from '../platform/order.ts'
import { type Group, groupsOf } from './groups.ts'
import type { Verdict, Words } from './verdict.ts'

export interface Advice {
  readonly id: string
  readonly says: Words
}

/** A file, or a part of one, that could not be read: what depends on it is unknown. */
export interface Unread {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly says: string
  readonly next?: string
  /** Of many that differ in a name alone: the name, and what is said of all of them. */
  readonly name?: string
  readonly alike?: string
}

/** What a reader should know beside the verdicts. */
export interface Note {
  /** What was read; how long it took; what is not known; anything else. */
  readonly is: 'read' | 'took' | 'unknown' | 'note'
  readonly says: string
  readonly next?: string
  /** Of many that differ in a name alone: the name, and what is said of all of them. */
  readonly name?: string
  readonly alike?: string
}

export interface Report {
  readonly version: 1
  readonly asOf: string
  /** What was judged: the platform's title, or the folder. */
  readonly title: string
  /** What its environments are called, where nobody declares them: the namespaces of manifests. */
  readonly places?: 'environment' | 'namespace'
  readonly counts: {
    readonly environments: number
    readonly planned: number
    readonly clusters: number
    readonly nodes: number
    readonly objects: number
  }
  /** The versions that the clusters are said to have, `1.34`; empty where nobody says one. */
  readonly kubernetes?: readonly string[]
  /** What was judged, cluster by cluster: what is absent from it is gone, and not only asked about no more. */
  readonly held?: readonly { readonly cluster: string; readonly refs: readonly Ref[] }[]
  readonly verdicts: readonly Verdict[]
  readonly advice: readonly Advice[]
  readonly unread: readonly Unread[]
  readonly summary: readonly Tally[]
  readonly notes: readonly Note[]
  /** Clusters as they stand, held against what was judged; absent where no snapshot was given. */
  readonly live?: readonly LiveComparison[]
}

export interface Tally {
  /** An environment, or a cluster for what belongs to none of its environments. */
  readonly place: string
  readonly cluster?: string
  readonly broken: number
  readonly waived: number
  readonly causes: number
  readonly assumed: number
  readonly unknown: number
  readonly kept: number
}

/** One line per environment or cluster, in the order of their names. */
export function tally(verdicts: readonly Verdict[]): readonly Tally[] {
  const causes = causesBy(verdicts, placeOf)
  const places = Map.groupBy(verdicts, placeOf)
  return [...places]
    .map(([place, of]) => tallyOf(place, of, causes.get(place) ?? 0))
    .sort((a, b) => byCodePoint(a.place, b.place))
}

function placeOf({ environment, cluster }: Verdict): string {
  return environment ?? cluster ?? 'platform'
}

function tallyOf(place: string, verdicts: readonly Verdict[], causes: number): Tally {
  const count = (word: Verdict['verdict']) => verdicts.filter(({ verdict }) => verdict === word).length
  const waived = verdicts.filter((verdict) => verdict.verdict === 'broken' && isTolerated(verdict)).length
  return {
    place,
    ...(verdicts[0]?.cluster !== undefined && { cluster: verdicts[0].cluster }),
    broken: count('broken') - waived,
    waived,
    causes,
    assumed: count('assumed'),
    unknown: count('unknown'),
    kept: count('kept'),
  }
}

/** Place → how many causes break something there; one that breaks something in several is counted in each. */
export function causesBy(
  verdicts: readonly Verdict[],
  placeOf: (verdict: Verdict) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { lead, others } of causesOf(verdicts))
    for (const place of new Set([lead, ...others].map(placeOf))) counts.set(place, (counts.get(place) ?? 0) + 1)
  return counts
}

/** What is broken and nobody tolerates, cause by cause: everybody who counts or lists causes does it by these. */
export function causesOf(verdicts: readonly Verdict[]): readonly Group[] {
  return groupsOf(verdicts.filter((verdict) => verdict.verdict === 'broken' && !isTolerated(verdict)))
}

export function isTolerated(verdict: Verdict): boolean {
  return verdict.waiver !== undefined && !verdict.waiver.expired
}

/** 0 nothing broken and no promise unknown; 1 something broken beyond waivers, or a promise unknown; 2 not everything could be read. */
export function exitCodeOf(report: Pick<Report, 'verdicts' | 'unread'>): 0 | 1 | 2 {
  if (report.unread.length > 0) return 2
  const fails = report.verdicts.some(
    (verdict) =>
      !isTolerated(verdict) &&
      (verdict.verdict === 'broken' || (verdict.verdict === 'unknown' && verdict.kind !== 'question')),
  )
  return fails ? 1 : 0
}
