import type { Grant, Sides } from './connectivity.ts'

/** The grants of all sides as lists of numbers, side by side: a loop over numbers is the whole work of a matrix. */
export interface Entries {
  /** The sets that are granted at all. */
  readonly sets: readonly Uint32Array[]
  /** By side, and one more: its first entry. */
  readonly firstOf: Uint32Array
  /** By entry: the plane, a port class or (the last) every port, and the number of the set. */
  readonly plane: Uint32Array
  readonly set: Uint32Array
}

export function entriesOf({ all: sides, sets: given }: Sides, ports: number): Entries {
  const count = sides.reduce((sum, grants = []) => sum + entriesIn(grants), 0)
  const numbers = new Int32Array(given.length).fill(-1)
  const sets: Uint32Array[] = []
  const [plane, set] = [new Uint32Array(count), new Uint32Array(count)]
  const firstOf = new Uint32Array(sides.length + 1)
  let next = 0
  for (let side = 0; side < sides.length; side++) {
    firstOf[side] = next
    for (const { far, ports: at } of sides[side] ?? []) {
      if ((numbers[far] as number) < 0) numbers[far] = sets.push(given[far] as Uint32Array) - 1
      for (const port of at === 'all' ? [ports] : at) {
        plane[next] = port
        set[next++] = numbers[far] as number
      }
    }
  }
  firstOf[sides.length] = next
  return { sets, firstOf, plane, set }
}

function entriesIn(grants: readonly Grant[]): number {
  let count = 0
  for (const { ports } of grants) count += ports === 'all' ? 1 : ports.length
  return count
}
