// What the Deployment controller does when the replicas are changed in the middle of a rollout, or while it is paused: every
// ReplicaSet grows or shrinks by its share, so that the rollout is as far as it was.
// Source: pkg/controller/deployment/sync.go:301, util/deployment_util.go:484, :508 (kubernetes v1.36.3).

import { currentSet, type Draft, type ReplicaSetState, type SyncWork, sizeSet, sumOf } from './deployment-state.ts'

export function scaleInProportion(work: SyncWork): void {
  const { sets, replicas, strategy, posts } = work
  const current = currentSet(sets)
  const active = sets.filter((set) => set.replicas > 0)
  if (active.length < 2) {
    const only = active[0] ?? current ?? sets.at(-1)
    if (only) sizeSet(only, replicas, work)
    return
  }
  if (current && isSaturated(current, replicas)) {
    for (const set of active) if (set !== current) sizeSet(set, 0, work)
    return
  }
  if (strategy === 'Recreate') return
  const toAdd = (replicas > 0 ? replicas + posts.maxSurge : 0) - sumOf(active, 'replicas')
  const order = active.sort(largestFirst(sets, toAdd > 0 ? 'newer' : 'older'))
  const sizes = sharesOf(order, toAdd, work)
  for (const [at, set] of order.entries()) sizeSet(set, sizes[at] ?? 0, work, true)
}

/** The new ReplicaSet has all the pods that are wanted, and all of them are available. */
function isSaturated({ replicas, desired, available }: ReplicaSetState, wanted: number): boolean {
  return replicas === wanted && desired === wanted && available === wanted
}

function largestFirst(sets: readonly ReplicaSetState[], first: 'newer' | 'older') {
  const age = new Map(sets.map((set, at) => [set, first === 'newer' ? -at : at]))
  return (a: ReplicaSetState, b: ReplicaSetState) => b.replicas - a.replicas || (age.get(a) ?? 0) - (age.get(b) ?? 0)
}

function sharesOf(order: readonly Draft<ReplicaSetState>[], toAdd: number, work: SyncWork): number[] {
  if (toAdd === 0) return order.map(({ replicas }) => replicas)
  let added = 0
  const sizes = order.map((set) => {
    const [share, left] = [fractionOf(set, work), toAdd - added]
    const proportion = left === 0 ? 0 : toAdd > 0 ? Math.min(share, left) : Math.max(share, left)
    added += proportion
    return set.replicas + proportion
  })
  // What rounding leaves over goes to the largest.
  sizes[0] = Math.max(0, (sizes[0] ?? 0) + toAdd - added)
  return sizes
}

function fractionOf({ replicas, most }: ReplicaSetState, work: SyncWork): number {
  if (work.replicas === 0) return -replicas
  const before = most || work.pods
  if (before === 0) return 0
  // Its product is an int32 there, and wraps around above 46,340 replicas.
  return rounded(Math.imul(replicas, work.replicas + work.posts.maxSurge) / before) - replicas
}

// Half away from zero.
function rounded(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value))
}
