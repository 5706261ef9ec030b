// What targets let in, asked from the side of the sources: 128 sources at a time, so that no whole matrix is ever kept.

import { type Connectivity, rowBytes } from './connectivity.ts'
import { type Entries, entriesOf } from './entries.ts'
import type { Kernel } from './kernel.ts'
import { bytesOf, placesOf } from './places.ts'

/** Sources in one block. */
export const blockSources = 128

/** Of the sources of one block: the targets that let them in. */
export interface Incoming {
  /** By plane (a port class; the last one: every port) the address of the row of the first source in the block. */
  readonly rows: Uint32Array
  /** By plane: whether anything stands in its rows. */
  readonly spoken: readonly boolean[]
}

export interface IncomingPlan {
  /** Bytes of the kernel's memory that it works in, from the address given on. */
  readonly bytes: number
  readonly at: (kernel: Kernel, from: number) => (block: number) => Incoming
}

/** Gives what comes in from sources `128 * block` on, in rows as long as `rowBytes` of the targets; filled again for each block. */
export function incomingPlan({ sources, targets, ports, ingress }: Connectivity): IncomingPlan {
  const planes = ports + 1
  const stride = rowBytes(targets)
  const entries = entriesOf(ingress, ports)
  const count = entries.plane.length
  const setBytes = rowBytes(sources)
  const groups = Math.max(1, Math.ceil(targets / 32))
  const parts = {
    sets: entries.sets.length * setBytes,
    slots: (ingress.all.length + 1) * planes * 16,
    rows: planes * blockSources * stride,
    entries: Math.ceil(count / 2) * 16,
    offsets: groups * 128,
    square: 512,
  }
  const at = (kernel: Kernel, from: number) => {
    const place = placesOf(parts, from)
    const { words } = kernel
    for (const [number, far] of entries.sets.entries()) words.set(far, (place.sets + number * setBytes) >>> 2)
    writeEntries(words.subarray(place.entries >>> 2), entries, planes, place.sets, setBytes)
    // Targets beyond the last one have a side of their own, into which nothing gets.
    const sideOf = (target: number) => (target < targets ? (ingress.of[target] as number) : ingress.all.length)
    for (let target = 0; target < groups * 32; target++)
      words[(place.offsets >>> 2) + target] = sideOf(target) * planes * 16
    const open = ingress.all.flatMap((grants, side) =>
      grants ? [] : [(place.slots >>> 2) + (side * planes + ports) * 4],
    )
    const rows = Uint32Array.from({ length: planes }, (_, plane) => place.rows + plane * blockSources * stride)
    return (block: number): Incoming => {
      words.fill(0, place.slots >>> 2, (place.slots + parts.slots) >>> 2)
      words.fill(0, place.rows >>> 2, (place.rows + parts.rows) >>> 2)
      for (const slot of open) words.fill(0xffffffff, slot, slot + 4)
      if (count > 0) kernel.gather(place.entries, place.entries + count * 8, place.slots, block * 16)
      const turned = (rowsOfPlane: number, plane: number) => {
        const end = place.offsets + groups * 128
        return kernel.turn(place.slots + plane * 16, place.offsets, end, rowsOfPlane, stride, place.square) !== 0
      }
      return { rows, spoken: Array.from(rows, turned) }
    }
  }
  return { bytes: bytesOf(parts), at }
}

/** Pairs of a slot's offset and a set's address, as the kernel gathers them. */
function writeEntries(
  to: Uint32Array,
  { firstOf, plane, set }: Entries,
  planes: number,
  sets: number,
  setBytes: number,
): void {
  for (let side = 0; side + 1 < firstOf.length; side++)
    for (let entry = firstOf[side] as number; entry < (firstOf[side + 1] as number); entry++) {
      to[entry * 2] = (side * planes + (plane[entry] as number)) * 16
      to[entry * 2 + 1] = sets + (set[entry] as number) * setBytes
    }
}
