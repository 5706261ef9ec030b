// What targets let in, asked from the side of the sources: 32 sources at a time, so that no whole matrix is ever kept.

import { type Connectivity, wordsFor } from './connectivity.ts'
import { transpose } from './transpose.ts'

/** Of 32 sources: the targets that let them in. */
export interface Incoming {
  /** Planes of all 32 sources one after another: `(plane * 32 + source) * words + word`. */
  readonly rows: Uint32Array
  /** Port classes at which anything stands in `rows`. */
  readonly spoken: readonly number[]
}

/** Ingress grants as flat lists: a loop over numbers is the whole work, and it runs once for every 32 sources. */
interface Flat {
  readonly far: readonly Uint32Array[]
  /** Where its bits are gathered: `side * planes + plane`. */
  readonly slot: Uint32Array
  readonly open: readonly number[]
}

/** Gives what comes in from sources `32 * block` to `32 * block + 31`; the same memory is filled each time. */
export function incomingOf({ ends, ports, ingress }: Connectivity): (block: number) => Incoming {
  const words = wordsFor(ends)
  const planes = ports + 1
  const flat = flattened(ingress.all, ports)
  const gathered = new Uint32Array(ingress.all.length * planes)
  const rows = new Uint32Array(planes * 32 * words)
  const square = new Uint32Array(32)
  const slots = ingress.of.map((side) => side * planes)
  return (block) => {
    gather(flat, gathered, block)
    rows.fill(0)
    const spoken: number[] = []
    for (let plane = 0; plane < planes; plane++) {
      let isSpoken = false
      for (let word = 0; word < words; word++) {
        if (!fillSquare(square, gathered, slots, plane, word)) continue
        isSpoken = true
        transpose(square)
        for (let source = 0; source < 32; source++)
          rows[(plane * 32 + source) * words + word] = square[source] as number
      }
      if (isSpoken && plane < ports) spoken.push(plane)
    }
    return { rows, spoken }
  }
}

function flattened(sides: Connectivity['ingress']['all'], ports: number): Flat {
  const far: Uint32Array[] = []
  const slot: number[] = []
  const open: number[] = []
  for (const [side, grants] of sides.entries()) {
    const first = side * (ports + 1)
    if (!grants) open.push(first + ports)
    for (const grant of grants ?? [])
      for (const port of grant.ports === 'all' ? [ports] : grant.ports) {
        far.push(grant.far)
        slot.push(first + port)
      }
  }
  return { far, slot: Uint32Array.from(slot), open }
}

function gather({ far, slot, open }: Flat, gathered: Uint32Array, block: number): void {
  gathered.fill(0)
  for (const at of open) gathered[at] = 0xffffffff
  for (let entry = 0; entry < slot.length; entry++) {
    const at = slot[entry] as number
    gathered[at] = (gathered[at] as number) | ((far[entry] as Uint32Array)[block] as number)
  }
}

/** The bits of 32 targets; false where none is set. */
function fillSquare(
  square: Uint32Array,
  gathered: Uint32Array,
  slots: Uint32Array,
  plane: number,
  word: number,
): boolean {
  const first = word * 32
  let any = 0
  for (let at = 0; at < 32; at++) {
    const target = first + at
    const bits = target < slots.length ? (gathered[(slots[target] as number) + plane] as number) : 0
    square[at] = bits
    any |= bits
  }
  return any !== 0
}
