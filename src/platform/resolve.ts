import type { Component } from './component.ts'
import { componentIn } from './derive.ts'
import type { Environment, Platform } from './model.ts'

export interface Place {
  readonly environment: Environment
  readonly component: Component
}

/**
 * Where a called component runs: in the caller's environment, else in the others that run one of its name: of those,
 * the ones on the caller's cluster, and of those, the ones that declare it themselves (what is `like` them does not
 * count). An environment whose purpose is `shared` calls it wherever it runs.
 */
export function placesOf(platform: Platform, from: Environment, called: Component): readonly Place[] {
  const here = componentIn(from, called)
  if (here) return [{ environment: from, component: here }]

  const places = environmentsOf(platform).flatMap((environment) => {
    // What stands instead of a component elsewhere is not what was called.
    const component = componentIn(environment, called)
    return component?.name === called.name ? [{ environment, component }] : []
  })
  const near = preferred(places, ({ environment }) => environment.on.name === from.on.name)
  return from.purpose === 'shared' ? near : preferred(near, ({ environment }) => declares(environment, called.name))
}

/** Those that satisfy, if there are any; else all. */
function preferred(places: readonly Place[], satisfies: (place: Place) => boolean): readonly Place[] {
  const some = places.filter(satisfies)
  return some.length > 0 ? some : places
}

function declares({ runs, instead }: Environment, name: string): boolean {
  return runs.some((one) => one.is === 'component' && one.name === name) || instead.some(([, is]) => is.name === name)
}

/** The environments that are there: planned ones are not. */
export function environmentsOf(platform: Platform): readonly Environment[] {
  return platform.environments.filter((environment) => environment.is === 'environment')
}
