import type { Component } from './component.ts'
import { componentIn } from './derive.ts'
import type { Environment, Platform } from './model.ts'

export interface Place {
  readonly environment: Environment
  readonly component: Component
}

/**
 * Where a called component runs: in the caller's environment, else in the others that run one of its name (of those,
 * only the ones on the caller's cluster if there are any). More than one place is for the caller to tell apart.
 */
export function placesOf(platform: Platform, from: Environment, called: Component): readonly Place[] {
  const here = componentIn(from, called)
  if (here) return [{ environment: from, component: here }]

  const places = environmentsOf(platform).flatMap((environment) => {
    // What stands instead of a component elsewhere is not what was called.
    const component = componentIn(environment, called)
    return component?.name === called.name ? [{ environment, component }] : []
  })
  const near = places.filter(({ environment }) => environment.on.name === from.on.name)
  return near.length > 0 ? near : places
}

/** The environments that are there: planned ones are not. */
export function environmentsOf(platform: Platform): readonly Environment[] {
  return platform.environments.filter((environment) => environment.is === 'environment')
}
