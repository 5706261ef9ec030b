import type { Outcome } from '../../engine/placement/sweep.ts'
import { byCodePoint } from '../../platform/order.ts'

/** What hurts most first: what is lost for good, what certainly has no place, what may have none, what is away for a while. */
export function byHurt(a: Outcome, b: Outcome): number {
  const keys = (['lost', 'cannot', 'may', 'waiting'] as const).map((of) => b[of].length - a[of].length)
  return keys.find((difference) => difference !== 0) ?? byCodePoint(a.failure, b.failure)
}

export function isHarmless({ lost, cannot, may, waiting }: Outcome): boolean {
  return lost.length + cannot.length + may.length + waiting.length === 0
}
