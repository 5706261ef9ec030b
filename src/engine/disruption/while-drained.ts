// How few pods of a workload stay available while one node is drained: what its budget keeps, and what rules keep elsewhere.

import type { Estate } from '../../estate/estate.ts'
import { mostTogether } from '../placement/crowd.ts'
import type { PodClass } from '../pods/pod-class.ts'
import type { Budget } from './budget.ts'

export interface WhileDrained {
  readonly count: number
  /** The most of its pods that rules let stand on one node. */
  readonly together: number
  /** Absent where no budget covers it: then all on the node go at once. */
  readonly budget?: Budget
  /** All being well when it begins, and the node's pods gone before others are made elsewhere. */
  readonly least: number
}

/** `budgets`: those that cover the workload. Of several, evictions are refused altogether. */
export function whileDrained(estate: Estate, pod: PodClass, budgets: readonly Budget[]): WhileDrained {
  const { count } = pod
  const together = Math.min(count, mostTogether(estate, pod, 'node'))
  const [budget, ...others] = budgets
  const atOnce = others.length > 0 ? 0 : (budget?.allowed ?? count)
  return { count, together, ...(budget && { budget }), least: count - Math.min(together, atOnce) }
}
