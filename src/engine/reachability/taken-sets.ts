// Which sets take pods, remembered: the same few are asked of one class, or of one namespace, again and again.

import { hasBit } from './bits.ts'
import type { TakenSet } from './change-index.ts'
import { holds } from './change-planes.ts'

export interface TakenSets {
  /** The sets that take pods of a class. */
  readonly takenBy: (at: number) => readonly number[]
  /** The sets that may take pods of a namespace, by its number, whatever their labels are. */
  readonly setsAbout: (namespace: number) => readonly number[]
}

/**
 * Of the sets that there are by now: rules that are only asked about grant nobody anything. `placeOf` has the number of the
 * namespace of each class.
 */
export function takenSets(all: readonly TakenSet[], placeOf: (at: number) => number): TakenSets {
  const sets = [...all]
  const numbers = [...sets.keys()]
  const setsAbout = remembered((namespace) =>
    numbers.filter((number) => {
      const { by } = sets[number] as TakenSet
      return !by || hasBit(by.namespaces, namespace)
    }),
  )
  const takenBy = remembered((at) => setsAbout(placeOf(at)).filter((number) => holds(sets[number] as TakenSet, at)))
  return { takenBy, setsAbout }
}

function remembered(made: (key: number) => readonly number[]): (key: number) => readonly number[] {
  const known = new Map<number, readonly number[]>()
  return (key) => {
    const found = known.get(key) ?? made(key)
    known.set(key, found)
    return found
  }
}
