// One step of the Deployment controller: how it sizes the ReplicaSets that it finds.
// Source: pkg/controller/deployment/deployment_controller.go:590 (sync), rolling.go:32, recreate.go:32 (kubernetes v1.36.3).

import {
  currentSet,
  type DeploymentState,
  type Draft,
  type ReplicaSetState,
  type SyncWork,
  sizeSet,
  sumOf,
} from './deployment-state.ts'
import { fenceposts } from './fenceposts.ts'
import { scaleInProportion } from './proportional.ts'

/** The state after one sync; a ReplicaSet that is made is called `new`. O(sets log sets). */
export function syncDeployment(state: DeploymentState): DeploymentState {
  const { replicas, strategy, pods } = state
  const work = { replicas, strategy, pods, posts: fenceposts(state), sets: state.sets.map((set) => ({ ...set })) }
  if (state.isPaused || isScaling(work)) scaleInProportion(work)
  else if (strategy === 'Recreate') recreate(work)
  else roll(work)
  return { ...state, sets: work.sets, pods: sumOf(work.sets, 'pods') }
}

/** Somebody changed the replicas of the Deployment since one of its ReplicaSets was sized. */
function isScaling({ sets, replicas }: Pick<DeploymentState, 'sets' | 'replicas'>): boolean {
  return sets.some((set) => set.replicas > 0 && set.desired !== undefined && set.desired !== replicas)
}

function roll(work: SyncWork): void {
  const current = currentSet(work.sets) ?? madeSet(work, growingTo(work, 0))
  const { replicas } = work
  if (current.replicas !== replicas) {
    const to = current.replicas > replicas ? replicas : growingTo(work, current.replicas)
    if (sizeSet(current, to, work)) return
  }
  shrinkOld(work, current)
}

/** The new ReplicaSet grows into what is left under the most pods that may be there. */
function growingTo({ sets, replicas, posts }: SyncWork, from: number): number {
  const room = replicas + posts.maxSurge - sumOf(sets, 'replicas')
  return room <= 0 ? from : from + Math.min(room, replicas - from)
}

function madeSet(work: SyncWork, replicas: number): Draft<ReplicaSetState> {
  const { sets } = work
  const made = { name: 'new', isCurrent: true, replicas, pods: 0, ready: 0, available: 0, leaving: 0 }
  const annotated = { ...made, desired: work.replicas, most: work.replicas + work.posts.maxSurge }
  sets.push(annotated)
  return annotated
}

function shrinkOld(work: SyncWork, current: ReplicaSetState): void {
  const { sets, replicas, posts } = work
  const old = sets.filter((set) => set !== current && set.replicas > 0)
  const mustStay = replicas - posts.maxUnavailable
  const most = sumOf(sets, 'replicas') - mustStay - (current.replicas - current.available)
  if (old.length === 0 || most <= 0 || !dropUnhealthy(old, most, work)) return
  let left = sumOf([...old, current], 'available') - mustStay
  for (const set of old) {
    if (left <= 0) return
    const fewer = Math.min(set.replicas, left)
    sizeSet(set, set.replicas - fewer, work)
    left -= fewer
  }
}

// Pods that are not available go first: they hold nothing up. False: a status that counts more pods than were asked for,
// which ends the sync where it is.
function dropUnhealthy(old: readonly Draft<ReplicaSetState>[], most: number, work: SyncWork): boolean {
  let left = most
  for (const set of old) {
    if (left <= 0) break
    if (set.replicas === set.available) continue
    const fewer = Math.min(left, set.replicas - set.available)
    if (fewer < 0) return false
    sizeSet(set, set.replicas - fewer, work)
    left -= fewer
  }
  return true
}

function recreate(work: SyncWork): void {
  const { sets, replicas } = work
  const current = currentSet(sets)
  const old = sets.filter((set) => set !== current)
  let isShrinking = false
  for (const set of old) if (set.replicas > 0) isShrinking = sizeSet(set, 0, work) || isShrinking
  // No new pod before the last old one is gone.
  if (isShrinking || old.some(({ pods, leaving }) => pods > 0 || leaving > 0)) return
  sizeSet(current ?? madeSet(work, replicas), replicas, work)
}
