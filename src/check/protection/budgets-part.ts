import { budgetsOf } from '../../engine/disruption/budget.ts'
import { shareOf } from '../count-words.ts'
import { part } from '../define.ts'
import { type Protected, someOf } from './protected.ts'

export interface BudgetsData {
  readonly namespace: string
  readonly replicated: number
  readonly bare: readonly string[]
}

// A single pod has nobody to stand in for it: a budget would only keep its node from being drained.
export function budgetsPart({ namespace, pods, view }: Protected) {
  const covered = new Set(budgetsOf(view.estate, view.pods).flatMap(({ covers }) => covers.map((one) => one.workload)))
  const replicated = pods.filter(({ steady, kind, count }) => steady && kind !== 'DaemonSet' && count > 1)
  const bare = replicated.filter(({ workload }) => !covered.has(workload)).map(({ name }) => name)
  const data: BudgetsData = { namespace, replicated: replicated.length, bare: bare.sort() }
  return part('budgets', bare.length === 0, data, {
    cause: `no-budget/${view.estate.cluster}/${namespace}`,
    hint: 'budget: { minAvailable: … } for each of these',
  })
}

export function budgetsWords({ namespace, replicated, bare }: BudgetsData): string {
  if (replicated === 0) return `no workload of ${namespace} has several pods that a budget could keep apart in time`
  return bare.length === 0
    ? `a budget covers each workload of ${namespace} with several pods: ${replicated}`
    : `no budget covers ${shareOf(bare.length, replicated, 'workload')} of ${namespace} with several pods: ${someOf(bare)}`
}
