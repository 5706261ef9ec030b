import { grouped } from '../../check/count-words.ts'
import type { Decided } from '../../engine/loss/sweep-pairs.ts'

/** How the losses of two nodes were decided, silent and removed counted apart. */
export function pairsLine({ atAGlance, byClasses, asWhole, alike }: Decided): string {
  const all = grouped(atAGlance + byClasses + asWhole + alike)
  const ways = [
    [atAGlance, 'by what is sure of each node beside any other'],
    [byClasses, 'by the workloads that both touch'],
    [asWhole, 'one by one'],
    [alike, 'as others that are alike'],
  ] as const
  const said = ways.filter(([pairs]) => pairs > 0).map(([pairs, how]) => `${grouped(pairs)} ${how}`)
  return `two nodes at once, silent and removed: ${all} decided, ${said.join(', ')}`
}
