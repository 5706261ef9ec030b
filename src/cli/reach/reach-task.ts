// Who may talk to whom, as plain data: made where the estates are, shown where the terminal is.

import { podsOf } from '../../engine/pods/pods-of.ts'
import { type ReachMatrix, reachMatrix } from '../../engine/reachability/matrix.ts'
import { reachability } from '../../engine/reachability/reachability.ts'
import { type LetStranger, strangersLet } from '../../engine/reachability/strangers.ts'
import type { Estate } from '../../estate/estate.ts'
import type { EstatesAsked } from '../load/estate-tasks.ts'
import { type PairAnswer, pairAnswer } from './pair.ts'

export interface ReachOptions {
  readonly from?: string
  readonly to?: string
  /** Whom policies mean that no file shows is told too. */
  readonly strangers?: boolean
}

export interface ReachAnswer extends ReachMatrix {
  readonly cluster: string
  readonly policies: number
  readonly enforced: boolean | undefined
  readonly strangers: readonly LetStranger[]
}

export interface Reached {
  readonly asOf: string
  readonly clusters: readonly ReachAnswer[]
  readonly pairs: readonly PairAnswer[]
  /** Workloads by name, for the nearest word, where a pair was asked for. */
  readonly names: readonly string[]
}

export function reachTask(estates: readonly Estate[], { asOf, options }: EstatesAsked): Reached {
  const { from, to, strangers } = options as ReachOptions
  if (from !== undefined && to !== undefined) {
    const pairs = estates.flatMap((estate) => pairAnswer(estate, from, to))
    const names = estates.flatMap((estate) => podsOf(estate).map(({ namespace, name }) => `${namespace}/${name}`))
    return { asOf, clusters: [], pairs, names }
  }
  return { asOf, clusters: estates.map((estate) => clusterAnswer(estate, strangers ?? false)), pairs: [], names: [] }
}

function clusterAnswer(estate: Estate, tells: boolean): ReachAnswer {
  const r = reachability(estate, podsOf(estate))
  const { cluster, enforcesPolicy } = estate
  const policies = new Set([...r.policies, ...r.ranked].map(({ ref }) => ref)).size
  const strangers = tells ? strangersLet(r) : []
  return { cluster, policies, enforced: enforcesPolicy.holds, strangers, ...reachMatrix(r) }
}
