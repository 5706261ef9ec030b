// Where a promise holds: its environment, the cluster under it, and the name that stands in ids.

import type { Environment } from '../platform/model.ts'
import { type View, viewFor, type World } from './world.ts'

export interface Place {
  /** What stands in the id: the environment, else the cluster, else the platform. */
  readonly place: string
  readonly environment?: string
  readonly cluster?: string
  readonly view?: View
}

export function placeOf(promise: { readonly in?: Environment }, world: World): Place {
  const environment = promise.in ?? onlyEnvironment(world)
  const view = viewFor(world, environment)
  const cluster = view?.estate.cluster
  // Beside manifests a promise may be about a cluster as a whole.
  const isWhole = environment?.namespace === undefined
  return {
    place: environment?.name ?? cluster ?? world.platform?.name ?? 'platform',
    environment: isWhole ? undefined : environment.name,
    cluster,
    view,
  }
}

/** The environment that a promise is about where it names none: the only one there is. */
export function onlyEnvironment({ platform }: World): Environment | undefined {
  const environments = (platform?.environments ?? []).filter((one) => one.is === 'environment')
  return environments.length === 1 ? environments[0] : undefined
}
