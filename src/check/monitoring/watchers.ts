// What watches an environment: what is said to cover it, and what collects metrics there by a promise or by its operator.

import type { Component } from '../../platform/component.ts'
import type { Environment, Monitoring } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import type { World } from '../world.ts'
import { stacksIn } from './stacks.ts'

export interface Watchers {
  /** Stacks that are said to cover it. */
  readonly covering: readonly Monitoring[]
  /** What collects its metrics. */
  readonly collectors: readonly Component[]
  /** Collectors of its cluster of which nobody says that they collect there. */
  readonly maybe: readonly Component[]
}

export function watchersOf(environment: Environment, world: World): Watchers {
  const covering = (world.platform?.monitoring ?? []).filter(({ covers }) =>
    covers.some(({ name }) => name === environment.name),
  )
  const promised = world.promises.flatMap((one) =>
    one.is !== 'planned' && (one.kind === 'scrapes' || one.kind === 'collects') && one.in?.name === environment.name
      ? [one.by.name]
      : [],
  )
  const beside = stacksIn(world).filter(({ component, stands }) => {
    return traitsOf(component).collects && stands.some(({ on }) => on.name === environment.on.name)
  })
  const all = beside.map(({ component }) => component)
  const sure = all.filter(
    (component) => traitsOf(component).collects?.operatedBy !== undefined || promised.includes(component.name),
  )
  const ofStacks = covering.flatMap(({ by }) => by.filter((component) => traitsOf(component).collects))
  return {
    covering,
    collectors: [...new Map([...ofStacks, ...sure].map((one) => [one.name, one])).values()],
    maybe: all.filter((component) => !sure.includes(component)),
  }
}
