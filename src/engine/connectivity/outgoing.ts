// What sources let out, as rows of the kernel's memory.

import { type Connectivity, rowBytes } from './connectivity.ts'
import { entriesOf } from './entries.ts'
import type { Kernel } from './kernel.ts'
import { bytesOf, placesOf } from './places.ts'

/** Of one source, until the next one is asked: the targets that it lets itself out to. */
export interface Outgoing {
  /** By plane (a port class; the last one: every port) the address of a row. */
  readonly rows: Uint32Array
  /** The address of a row that holds nothing: planes with another one are spoken of. */
  readonly none: number
}

export interface OutgoingPlan {
  /** Bytes of the kernel's memory that it works in, from the address given on. */
  readonly bytes: number
  readonly at: (kernel: Kernel, from: number) => (source: number) => Outgoing
}

export function outgoingPlan({ targets, ports, egress }: Connectivity): OutgoingPlan {
  const planes = ports + 1
  const stride = rowBytes(targets)
  const { sets, firstOf, plane, set } = entriesOf(egress, ports)
  const parts = { none: stride, all: stride, sets: sets.length * stride, joined: planes * stride }
  const at = (kernel: Kernel, from: number) => {
    const place = placesOf(parts, from)
    kernel.words.fill(0xffffffff, place.all >>> 2, (place.all + stride) >>> 2)
    for (const [number, far] of sets.entries()) kernel.words.set(far, (place.sets + number * stride) >>> 2)
    const outgoing = { rows: new Uint32Array(planes), none: place.none }
    const { rows } = outgoing
    let last = -1
    return (source: number): Outgoing => {
      const side = egress.of[source] as number
      if (side === last) return outgoing
      last = side
      rows.fill(place.none)
      if (!egress.all[side]) rows[ports] = place.all
      for (let entry = firstOf[side] as number; entry < (firstOf[side + 1] as number); entry++) {
        const own = plane[entry] as number
        const before = rows[own] as number
        const row = place.sets + (set[entry] as number) * stride
        const joined = place.joined + own * stride
        if (before !== place.none) kernel.meet(joined, joined + stride, before, row, place.all, place.all)
        rows[own] = before === place.none ? row : joined
      }
      return outgoing
    }
  }
  return { bytes: bytesOf(parts), at }
}
