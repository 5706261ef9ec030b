import type { Random } from '../random.ts'
import type { MustCase } from './case.ts'
import { type Counts, fits, type Scene } from './fits.ts'

/** The same, with pods seen where one order of placing them left them; some are still pending. */
export function withSeats(asked: MustCase, random: Random): MustCase {
  const { nodes, classes } = asked
  const none = classes.map(() => nodes.map(() => 0))
  const scene: Scene = { nodes, classes, isGone: () => false, isSilent: () => false, dying: none }
  let live: Counts = none
  const seats: number[][] = classes.map(() => [])
  const waiting = classes.flatMap(({ count }, c) => Array.from({ length: count }, () => c))
  while (waiting.length > 0) {
    const [c] = waiting.splice(random.int(0, waiting.length - 1), 1)
    if (c === undefined) break
    const open = [...nodes.keys()].filter((n) => fits(scene, c, n, live))
    if (open.length === 0 || random.chance(0.05)) continue
    const node = random.pick(open)
    seats[c]?.push(node)
    live = live.map((row, i) => (i === c ? row.map((many, n) => (n === node ? many + 1 : many)) : row))
  }
  return { ...asked, seats }
}
