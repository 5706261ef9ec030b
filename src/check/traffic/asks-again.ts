// When what a breaker shut out is asked again, counted from the first time.

import type { MeshProduct } from '../../knowledge/meshes.ts'

/** As its mesh makes its time longer; in a client of its own, the same time each. */
export function asksAgain(
  closedSeconds: number,
  shutsOut: MeshProduct['shutsOut'] | undefined,
  untilSeconds: number,
): readonly number[] {
  const moments: number[] = []
  let each = closedSeconds
  for (let at = each, times = 2; at <= untilSeconds && each > 0; at += each, times++) {
    moments.push(at)
    each = shutsOut ? longer(closedSeconds, each, times, shutsOut) : each
  }
  return moments
}

// The most holds unless the first time is longer (envoyproxy.io, max_ejection_time).
function longer(first: number, last: number, times: number, { grows, mostSeconds }: MeshProduct['shutsOut']): number {
  return Math.min(Math.max(first, mostSeconds), grows === 'times' ? first * times : last * 2)
}
