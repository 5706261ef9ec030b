import type { Displaced } from './judge.ts'
import type { Ends } from './witness.ts'

/**
 * `must`: all that are displaced find a place in every order. `may`: an order is shown that leaves one without. `cannot`: none
 * finds one in any order. `unknown`: none of these is shown within what is tried.
 */
export type Word = 'must' | 'may' | 'cannot' | 'unknown'

/** By whose choices a failing order goes: any node that takes the pod, or one that the scheduler finds best. */
export type ChosenBy = 'filters' | 'scheduler'

/** The one word for a class after a failure, of `seaworthy sweep` and of a promise; with `may`, by whose choices. */
export function wordOf(
  { least, most, pods, failing, member: { pod } }: Displaced,
  ends: Ends | undefined,
): { readonly word: Word; readonly by?: ChosenBy } {
  if (least === pods) return { word: 'must' }
  if (most === 0) return { word: 'cannot' }
  // An order that leaves one without shows a may only beside one that leaves none without.
  const isServed = failing !== undefined || ends?.served.has(pod.workload) === true
  if (isServed && ends?.found.has(pod.workload)) return { word: 'may', by: 'scheduler' }
  return failing ? { word: 'may', by: 'filters' } : { word: 'unknown' }
}
