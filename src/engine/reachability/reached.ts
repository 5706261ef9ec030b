// Rows of the matrix: targets ascending, each followed by the number of its ports.

import type { ReachMatrix } from './matrix.ts'
import type { PortRange } from './port-ranges.ts'

/** At which ports a class reaches another; undefined where it does not. */
export function portsBetween(
  { reaches, ports }: Pick<ReachMatrix, 'reaches' | 'ports'>,
  from: number,
  to: number,
): readonly PortRange[] | 'all' | undefined {
  const row = reaches[from]
  let [low, high] = [0, (row?.length ?? 0) / 2]
  while (row && low < high) {
    const middle = (low + high) >>> 1
    const target = row[middle * 2] as number
    if (target === to) return ports[row[middle * 2 + 1] as number]
    if (target < to) low = middle + 1
    else high = middle
  }
  return undefined
}

/** A row, target by target. */
export function reached(row: Uint32Array | undefined): readonly (readonly [to: number, ports: number])[] {
  return Array.from(
    { length: (row?.length ?? 0) / 2 },
    (_, at) => [row?.[at * 2] ?? 0, row?.[at * 2 + 1] ?? 0] as const,
  )
}
