// A Deployment and its ReplicaSets, as their controller sees them.

import type { IntOrPercent } from '../../kubernetes/intstr.ts'
import type { Fenceposts } from './fenceposts.ts'

export interface DeploymentState {
  readonly replicas: number
  readonly strategy: 'RollingUpdate' | 'Recreate'
  /** Of a rolling update. */
  readonly maxSurge?: IntOrPercent
  readonly maxUnavailable?: IntOrPercent
  readonly isPaused: boolean
  /** Pods as the Deployment's own status counts them; read where a ReplicaSet has lost its annotations. */
  readonly pods: number
  /** From the oldest to the newest. */
  readonly sets: readonly ReplicaSetState[]
}

export interface ReplicaSetState {
  readonly name: string
  /** Its template is that of the Deployment. Of several, the oldest is the new one, the others are old. */
  readonly isCurrent: boolean
  /** As its spec asks. */
  readonly replicas: number
  /** As its status counts: pods that are not on their way out, those that are ready, and ready for `minReadySeconds`. */
  readonly pods: number
  readonly ready: number
  readonly available: number
  /** Pods on their way out. */
  readonly leaving: number
  /** Replicas of the Deployment, and the most that it allowed, when it last sized this set (annotations `desired-replicas`, `max-replicas`). */
  readonly desired?: number
  readonly most?: number
}

export type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** What one sync works on; sizes are written into `sets`. */
export interface SyncWork extends Pick<DeploymentState, 'replicas' | 'strategy' | 'pods'> {
  readonly sets: Draft<ReplicaSetState>[]
  readonly posts: Fenceposts
}

/** The ReplicaSet of the template as it is now. */
export function currentSet<T extends ReplicaSetState>(sets: readonly T[]): T | undefined {
  return sets.find(({ isCurrent }) => isCurrent)
}

/** Whether its size changed; the annotations are written where the size changes, or where that `isForced`. */
export function sizeSet(set: Draft<ReplicaSetState>, to: number, work: SyncWork, isForced = false): boolean {
  const isChanged = set.replicas !== to
  if (!isChanged && !isForced) return false
  set.replicas = to
  set.desired = work.replicas
  set.most = work.replicas + work.posts.maxSurge
  return isChanged
}

export function sumOf(sets: readonly ReplicaSetState[], of: 'replicas' | 'pods' | 'ready' | 'available'): number {
  return sets.reduce((sum, set) => sum + set[of], 0)
}
