// Who may talk to whom, as plain data: made where the estates are, shown where the terminal is.

import { connectedPods } from '../../engine/pods/connected-pods.ts'
import { type ReachMatrix, reachMatrix } from '../../engine/reachability/matrix.ts'
import { reachability } from '../../engine/reachability/reachability.ts'
import { type LetStranger, strangersLet } from '../../engine/reachability/strangers.ts'
import type { Estate } from '../../estate/estate.ts'
import type { EstatesAsked } from '../load/estate-tasks.ts'

export interface ReachOptions {
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
}

export function reachTask(estates: readonly Estate[], { asOf, options }: EstatesAsked): Reached {
  const { strangers = false } = options as ReachOptions
  return { asOf, clusters: estates.map((estate) => clusterAnswer(estate, strangers)) }
}

function clusterAnswer(estate: Estate, tells: boolean): ReachAnswer {
  const r = reachability(estate, connectedPods(estate))
  const { cluster, enforcesPolicy } = estate
  const policies = new Set([...r.policies, ...r.ranked].map(({ ref }) => ref)).size
  const strangers = tells ? strangersLet(r) : []
  return { cluster, policies, enforced: enforcesPolicy.holds, strangers, ...reachMatrix(r) }
}
