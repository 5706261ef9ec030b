// A first promises file of what is seen: facts that are guessed, promises that a team may want to make, and what to say.

import { type World, worldOf } from '../../check/world.ts'
import type { Estate } from '../../estate/estate.ts'
import { apartEntries } from './apart.ts'
import type { Entry } from './entry.ts'
import { frontEntries, frontPods } from './front.ts'
import { type Seen, seenIn } from './seen.ts'
import { startEntries } from './starts.ts'
import { storeEntries } from './stores.ts'

/** Cluster by cluster; facts before promises. */
export function draftOf(estates: readonly Estate[], asOf: string): readonly Entry[] {
  const world = worldOf(estates, { asOf })
  const entries = world.views.flatMap((view) => entriesOf(seenIn(view, world.views.length > 1), world))
  const isFact = ({ of }: Entry) => of === 'facts'
  return [...entries.filter(isFact), ...entries.filter((entry) => !isFact(entry))]
}

function entriesOf(seen: Seen, world: World): readonly Entry[] {
  const front = frontPods(seen)
  return [
    ...storeEntries(seen),
    ...startEntries([...front, ...seen.stores], seen),
    ...frontEntries(front, seen),
    ...apartEntries(seen, world),
  ]
}
