// Of a store that stands in two places at once: where what is written in the one can be had in the other, by what is said
// of its replicas.

import type { Component } from '../../platform/component.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AsDeclared, asDeclared } from '../security/as-declared.ts'
import type { World } from '../world.ts'

export interface BothWrite extends AsDeclared {
  readonly takes: 'reads' | 'writes'
  /** Where the replica is that is said to take them. */
  readonly to: string
}

/**
 * Nothing where nobody says who takes writes; nor where each place has pods of its own that only answer reads: who calls
 * them there is not led to the first.
 */
export function bothWrite(store: Component, place: string, world: Pick<World, 'denied'>): BothWrite | undefined {
  const { geo = [], runs } = traitsOf(store)
  const said = geo.find(({ takes }) => takes !== undefined)
  if (said?.takes === undefined) return undefined
  const isOwn = runs.some(({ controller }) => controller === 'StatefulSet' || controller === 'Deployment')
  if (isOwn && said.takes === 'reads') return undefined
  const way = said.takes === 'writes' ? 'takes writes' : 'answers reads and hands writes on'
  const says = `the replica of ${store.name} in ${said.region} ${way}, as declared`
  return { takes: said.takes, to: said.region, ...asDeclared(`takes-writes/${place}/${store.name}`, says, world) }
}
