// The promises that a failure touches: those about a loss of its kind that keep a workload which it leaves without a pod.

import { placeOf } from '../../check/place.ts'
import { podsFor, type World } from '../../check/world.ts'
import type { Outcome } from '../../engine/loss/outcome.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Component } from '../../platform/component.ts'
import type { Failure, Platform, PlatformPromise } from '../../platform/model.ts'

/** Ids of verdicts, as check prints them, by cluster and outcome. */
export type Promised = (cluster: string, outcome: Outcome) => readonly string[]

export function promisedIn(world: World, promises: Platform['promises']): Promised {
  if (promises.length === 0) return () => []
  const kept = promises.flatMap((promise) => (promise.is === 'planned' ? [] : keptBy(promise, world)))
  return (cluster, { failure, lost, cannot, may, unknown, waiting }) => {
    const hit = new Set([...lost, ...cannot, ...may, ...unknown, ...waiting])
    const kind = failure.split('/')[0]
    const own = kept.filter(
      (one) => one.cluster === cluster && one.of === kind && one.workloads.some((ref) => hit.has(ref)),
    )
    return [...new Set(own.map(({ id }) => id))].sort()
  }
}

interface Kept {
  readonly id: string
  readonly cluster: string | undefined
  readonly of: Failure['of']
  readonly workloads: readonly Ref[]
}

function keptBy(promise: PlatformPromise, world: World): readonly Kept[] {
  if (promise.kind === 'survives')
    return promise.keeps.map((component) => keptOne(promise, component, promise.failure, world))
  const isOne = promise.kind === 'recovers' && promise.what.is === 'component' && promise.from !== undefined
  return isOne ? [keptOne(promise, promise.what, promise.from, world)] : []
}

function keptOne(promise: PlatformPromise, component: Component, { kind, of }: Failure, world: World): Kept {
  const { place, environment = '', cluster, view } = placeOf(promise, world)
  const pods = view && kind === 'loss' ? podsFor(view, component, environment) : []
  return {
    id: [promise.kind, place, promise.name ?? `loss-of-a-${of}`, component.name].join('/'),
    cluster,
    of,
    workloads: pods.map(({ workload }) => workload),
  }
}
