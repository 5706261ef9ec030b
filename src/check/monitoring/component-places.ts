// Where the components of a stack stand: by the environments that run them, by charts, or by nodes.

import type { Component } from '../../platform/component.ts'
import type { Environment } from '../../platform/model.ts'
import type { World } from '../world.ts'
import { type ChartedPlace, chartedPlaces } from './charted-places.ts'
import { type NodePlace, nodePlaceOf } from './node-places.ts'
import { stacksIn } from './stacks.ts'

export interface ComponentPlaces {
  readonly name: string
  readonly runs: readonly Environment[]
  readonly charted: readonly ChartedPlace[]
  /** The environments of both, each once. */
  readonly stands: readonly Environment[]
  /** Asked where none of them is said. */
  readonly onNodes?: NodePlace | undefined
}

export function placesOf(
  components: readonly Component[],
  covers: readonly Environment[],
  world: World,
): readonly ComponentPlaces[] {
  const { platform } = world
  const stacks = new Map(stacksIn(world).map((one) => [one.component.name, one.stands]))
  const all = platform ? chartedPlaces(platform) : []
  return components.map((component) => {
    const { name } = component
    const runs = stacks.get(name) ?? []
    const charted = all.filter((place) => place.component === name)
    const stands = [...new Set([...runs, ...charted.map(({ environment }) => environment)])]
    const onNodes = platform && stands.length === 0 ? nodePlaceOf(component, covers, platform) : undefined
    return { name, runs, charted, stands, onNodes }
  })
}
