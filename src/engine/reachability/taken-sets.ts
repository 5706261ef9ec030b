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

/** Of the sets that there are by now: rules that are only asked about grant nobody anything. */
export function takenSets(all: readonly TakenSet[]): TakenSets {
  const sets = [...all]
  const numbersOf = (takes: (set: TakenSet, key: number) => boolean) =>
    remembered((key: number) => sets.flatMap((set, number) => (takes(set, key) ? [number] : [])))
  return {
    takenBy: numbersOf((set, at) => holds(set, at)),
    setsAbout: numbersOf(({ by }, namespace) => !by || hasBit(by.namespaces, namespace)),
  }
}

function remembered(made: (key: number) => readonly number[]): (key: number) => readonly number[] {
  const known = new Map<number, readonly number[]>()
  return (key) => {
    const found = known.get(key) ?? made(key)
    known.set(key, found)
    return found
  }
}
