// Drills that are declared: whether each can be held where it is said to be, what it takes away there, and whose rows it
// carries where.

import { sourceOf } from '../../estate/source.ts'
import type { Drill } from '../../platform/model.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { viewFor, type World } from '../world.ts'
import { type Outage, outagePart, outageWords } from './drill-outage.ts'
import { type Places, placesPart, placesWords } from './drill-places.ts'
import { type Room, roomPart, roomWords } from './drill-room.ts'
import { type Copies, copiesPart, copiesWords } from './drilled-copies.ts'
import { type Rows, rowsPart, rowsWords } from './drilled-rows.ts'
import { type Resting, restingPart, restingWords } from './resting.ts'

export type DrillParts = {
  place: Places
  held: { drill: string }
  decided: Resting
  outage: Outage
  room: Room
  copies: Copies
  rows: Rows
}

export const drills = defineQuestion<DrillParts>({
  id: 'drills',
  asks: 'Can every drill be held, and at what cost?',

  *judge(world) {
    for (const drill of world.plans?.drills ?? []) {
      const { name, in: place, place: where, every, stated } = drill
      yield {
        id: [place.name, name],
        environment: place.name,
        cluster: viewFor(world, place)?.estate.cluster,
        says: `the drill ${name} can be held every ${every}${where === 'unsaid' ? '' : ` in ${place.name}`}`,
        source: sourceOf(drill, stated),
        parts: partsOf(drill, world),
      }
    }
  },

  says: {
    place: (because, truth): Words => placesWords(because, truth),
    held: ({ drill }) => `nobody says where ${drill} is held`,
    decided: restingWords,
    outage: (because, truth): Words => outageWords(because, truth),
    room: roomWords,
    copies: copiesWords,
    rows: rowsWords,
  },
})

export function partsOf(drill: Drill, world: World): readonly AnyPart<DrillParts>[] {
  const { name, place, restsOn, stated } = drill
  const places = placesPart(drill, world)
  return [
    places,
    ...(place === 'unsaid'
      ? [part('held', undefined, { drill: name }, { waitsFor: '"in" of the drill, and no "place"', stated: [stated] })]
      : []),
    ...(restsOn.length === 0 ? [] : [restingPart(restsOn, stated)]),
    // What cannot be held takes nothing away.
    ...(places.truth === false ? [] : outagePart(drill, world)),
    ...roomPart(drill, world),
    ...copiesPart(drill, world),
    ...rowsPart(drill, world),
  ]
}
