// A first promises file of what is seen: facts that are guessed, promises that a team may want to make, and what to say.

import type { Judges } from '../../check/judge.ts'
import { type World, worldOf } from '../../check/world.ts'
import type { Estate } from '../../estate/estate.ts'
import { apartEntries } from './apart.ts'
import { type Entry, linesFrom } from './entry.ts'
import { frontEntries, frontPods } from './front.ts'
import { holdingNow } from './holding-now.ts'
import { type Seen, seenIn } from './seen.ts'
import { startEntries } from './starts.ts'
import { storeEntries } from './stores.ts'

interface Options {
  readonly asOf: string
  /** The name of a file as it is written into the draft: as seen from the folder that is read. */
  readonly fileFrom: (file: string) => string
  readonly judges: Judges
}

/** Cluster by cluster; facts before promises; what does not hold now is left to be said. */
export function draftOf(estates: readonly Estate[], { asOf, fileFrom, judges }: Options): readonly Entry[] {
  const lineOf = linesFrom(fileFrom)
  const world = worldOf(estates, { asOf })
  const entries = world.views.flatMap((view) => entriesOf(seenIn(view, world.views.length > 1, lineOf), world))
  const isFact = ({ of }: Entry) => of === 'facts'
  const sorted = [...entries.filter(isFact), ...entries.filter((entry) => !isFact(entry))]
  return holdingNow(sorted, estates, { asOf, judges }).map(unguessed)
}

// Who takes away a comment has confirmed the promise under it.
function unguessed(entry: Entry): Entry {
  if (entry.of === 'facts' || entry.asks === undefined) return entry
  return { ...entry, fields: entry.fields.filter(({ name }) => name !== 'guessed') }
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
