import type { Component } from '../../platform/component.ts'
import { traitsOf } from '../../platform/traits.ts'
import type { World } from '../world.ts'
import { standingIn } from './standing-in.ts'

/** What sends alerts on: what stands in a cluster, and what a stack that watches is said to consist of. */
export function notifiersIn(world: World): readonly Component[] {
  const standing = world.views.flatMap(({ estate }) => standingIn(world, estate.cluster))
  const watching = (world.platform?.monitoring ?? []).flatMap(({ by, backedBy }) => [...by, ...backedBy])
  const named = new Map([...watching, ...standing].map((component) => [component.name, component]))
  return [...named.values()].filter((component) => traitsOf(component).notifies)
}
