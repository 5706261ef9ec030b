// A rollout from its first step to where nothing changes any more.

import { currentSet, type DeploymentState, type ReplicaSetState, sumOf } from './deployment-state.ts'
import { syncDeployment } from './deployment-sync.ts'
import { fenceposts } from './fenceposts.ts'

/** What the pods do meanwhile. Pods that are taken away are gone at once, those that are not ready first. */
export interface RolloutScene {
  /** Whether pods of a ReplicaSet become ready, by its name; `new` for the one that is still to be made. */
  comesUp(set: string): boolean
  /** Pods that become ready while the controller waits, those of the oldest ReplicaSet first. Default: all that can. */
  readonly pace?: number
}

export interface RolloutRun {
  /** The ReplicaSets after each sync that changed them. */
  readonly steps: readonly (readonly ReplicaSetState[])[]
  /** Fewest pods that were available at once, from the state that was given on. */
  readonly leastAvailable: number
  readonly mostPresent: number
  /**
   * `complete`: all pods are of the new template, and available. `paused`: nobody goes on. `not ready`: new pods do not come
   * up. `resized`: a ReplicaSet was sized by somebody else, and the controller takes that for a scaling that never ends.
   */
  readonly end: 'complete' | 'paused' | 'not ready' | 'resized'
  readonly last: DeploymentState
}

/** O(steps × sets); the steps are at most a few for each pod. */
export function runRollout(from: DeploymentState, scene: RolloutScene): RolloutRun {
  const steps: (readonly ReplicaSetState[])[] = []
  let state = from
  let leastAvailable = sumOf(state.sets, 'available')
  let mostPresent = sumOf(state.sets, 'pods')
  for (;;) {
    const next = followed(syncDeployment(state))
    if (isSame(state.sets, next.sets)) {
      const risen = risenPods(next, scene)
      if (risen === undefined) return { steps, leastAvailable, mostPresent, end: endOf(next), last: next }
      state = risen
      continue
    }
    state = next
    steps.push(state.sets)
    leastAvailable = Math.min(leastAvailable, sumOf(state.sets, 'available'))
    mostPresent = Math.max(mostPresent, sumOf(state.sets, 'pods'))
  }
}

/** The ReplicaSets have as many pods as they ask for; those that are ready go last. */
function followed(state: DeploymentState): DeploymentState {
  const sets = state.sets.map((set) => {
    const ready = Math.min(set.ready, set.replicas)
    return { ...set, pods: set.replicas, ready, available: ready, leaving: 0 }
  })
  return { ...state, sets }
}

function risenPods(state: DeploymentState, { comesUp, pace = Number.POSITIVE_INFINITY }: RolloutScene) {
  let left = pace
  const sets = state.sets.map((set) => {
    const more = comesUp(set.name) ? Math.min(left, set.pods - set.ready) : 0
    left -= more
    return more === 0 ? set : { ...set, ready: set.ready + more, available: set.ready + more }
  })
  return left === pace && sets.every((set, at) => set === state.sets[at]) ? undefined : { ...state, sets }
}

function isSame(before: readonly ReplicaSetState[], after: readonly ReplicaSetState[]): boolean {
  const alike = (a: ReplicaSetState, b: ReplicaSetState | undefined) =>
    b !== undefined &&
    a.replicas === b.replicas &&
    a.pods === b.pods &&
    a.ready === b.ready &&
    a.available === b.available &&
    a.desired === b.desired &&
    a.most === b.most
  return before.length === after.length && before.every((set, at) => alike(set, after[at]))
}

function endOf(state: DeploymentState): RolloutRun['end'] {
  const { replicas, sets, isPaused } = state
  const current = currentSet(sets)
  const isWhole = sumOf(sets, 'replicas') === replicas && current?.replicas === replicas
  if (isWhole && current.available === replicas) return 'complete'
  if (isPaused) return 'paused'
  const isResized = sets.some((set) => set.replicas > 0 && set.desired !== undefined && set.desired !== replicas)
  return isResized ? 'resized' : 'not ready'
}

/** Every pod is of one old template and available, and the template has just been changed. */
export function freshRollout(spec: Omit<DeploymentState, 'sets' | 'pods' | 'isPaused'>): DeploymentState {
  const { replicas } = spec
  const most = replicas + fenceposts(spec).maxSurge
  const old = { name: 'old', isCurrent: false, replicas, pods: replicas, ready: replicas, available: replicas }
  return { ...spec, isPaused: false, pods: replicas, sets: [{ ...old, leaving: 0, desired: replicas, most }] }
}
