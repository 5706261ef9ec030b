// Whether a provider's service can be what is said of a store: it refuses other numbers of members, zones of another region,
// machines of another service, and versions that it does not have. And what it spreads over zones goes on without one.

import { serviceShape } from '../../knowledge/managed-stores.ts'
import { defineQuestion } from '../define.ts'
import type { Asked } from './asked.ts'
import { type RoomParts, roomParts, roomWords } from './offered-room.ts'
import { type ShapeParts, shapeParts, shapeWords } from './offered-shape.ts'
import { type DeclaredStore, storesOf } from './stores-of.ts'

export const offered = defineQuestion<ShapeParts & RoomParts>({
  id: 'offered',
  asks: 'Can a provider’s service be what is said of each store that it runs?',

  *judge(world) {
    for (const store of storesOf(world)) {
      const asked = askedOf(store)
      if (!asked) continue
      const parts = [...shapeParts(asked), ...roomParts(asked)]
      if (parts.length === 0) continue
      const { environment, component, managed, traits, at } = asked
      yield {
        id: [environment.name, component.name],
        environment: environment.name,
        cluster: environment.on.name,
        says: `${managed.name} has what is said of ${component.name}`,
        source: { ...at.source, ...((managed.stated ?? traits.stated) && { stated: managed.stated ?? traits.stated }) },
        parts,
      }
    }
  },

  says: { ...shapeWords, ...roomWords },
})

function askedOf(store: DeclaredStore): Asked | undefined {
  const { managed } = store.traits
  if (!managed) return undefined
  const { members, followers } = store.component.options as { members?: number; followers?: number }
  const count = members ?? (followers === undefined ? undefined : followers + 1)
  return {
    ...store,
    managed,
    shape: serviceShape(managed.name),
    members: count,
    at: { source: store.sourceOf('managedBy') },
  }
}
