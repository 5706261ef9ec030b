import type { Outcome } from '../../engine/loss/outcome.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { SweptRow } from './sweep-task.ts'

/** What hurts most first: what is lost for good, what certainly has no place, what may have none, what is away for a while; then what most others call. */
export function byHurt(a: SweptRow, b: SweptRow): number {
  const keys = (['lost', 'cannot', 'may', 'unknown', 'waiting'] as const).map((of) => b[of].length - a[of].length)
  return (
    keys.find((difference) => difference !== 0) ??
    (callersOf(b) - callersOf(a) || byCodePoint(a.failure, b.failure) || byCodePoint(b.state, a.state))
  )
}

export function isHarmless({ lost, cannot, may, unknown, waiting }: Outcome): boolean {
  return lost.length + cannot.length + may.length + unknown.length + waiting.length === 0
}

function callersOf({ callers }: SweptRow): number {
  return callers.reduce((sum, { by }) => sum + by.length, 0)
}
