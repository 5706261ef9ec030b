import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { World } from '../world.ts'

/** The declared components of a cluster, in the order of its environments; one that stands in several as often. */
export function standingIn({ platform }: World, cluster: string): readonly Component[] {
  return (platform ? environmentsOf(platform) : [])
    .filter(({ on }) => on.name === cluster)
    .flatMap((environment) => componentsOf(environment))
}
