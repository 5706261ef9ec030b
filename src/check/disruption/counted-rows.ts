// The count of a budget, pod by pod: what each workload adds to it when all is well, and what each pod is to it now.

import type { Budget } from '../../engine/disruption/budget.ts'
import type { CountedStatus, FailedStatus } from '../../engine/disruption/budget-status.ts'
import type { BudgetNow } from '../../engine/disruption/budgets-now.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { evictionWords } from './eviction-words.ts'
import { faultWords } from './fault-words.ts'

/** What the pods of one workload are to a budget. */
export interface Count {
  readonly name: string
  readonly pods: number
  /** By its scale; `nobody` expects a bare pod, and what has `no scale` cannot be counted. */
  readonly expectedBy: 'its scale' | 'nobody' | 'no scale' | 'an owner that nobody shows' | 'pods that have ended'
}

/** A budget at the moment of a picture; of a large workload the pods that are something else than healthy, and a few others. */
export interface ToldNow {
  readonly status: Omit<CountedStatus, 'weighed'> | Omit<FailedStatus, 'weighed'>
  readonly evictions: BudgetNow['evictions']
  /** Pods that are not among them. */
  readonly others: number
}

// A row for each pod of a large workload would hide those that matter.
const mostPods = 12

export function toldNow({ status: { weighed: _, ...status }, evictions }: BudgetNow): ToldNow {
  const told = evictions.toSorted((a, b) => Number(isPlainly(a)) - Number(isPlainly(b))).slice(0, mostPods)
  return { status, evictions: told, others: evictions.length - told.length }
}

/** Sorted by workload, Jobs last. */
export function countsOf({ covers, runs }: Pick<Budget, 'covers' | 'runs'>): readonly Count[] {
  const of = ({ name, count }: PodClass, expectedBy: Count['expectedBy']): Count => ({ name, pods: count, expectedBy })
  return [...covers.map((pod) => of(pod, expectedBy(pod))), ...runs.map((pod) => of(pod, 'pods that have ended'))]
}

function expectedBy({ kind, keptBy }: PodClass): Count['expectedBy'] {
  if (kind === 'DaemonSet' || keptBy === 'kubelet') return 'no scale'
  if (kind !== 'Pod') return 'its scale'
  return keptBy === 'controller' ? 'an owner that nobody shows' : 'nobody'
}

type Row = readonly [label: string, text: string]

/** Nothing where one workload is all there is and nobody shows its pods: the line says it all. */
export function countedRows({
  asks,
  counts,
  now,
}: Pick<Budget, 'asks'> & { counts: readonly Count[]; now?: ToldNow }): readonly Row[] {
  const isPlain = counts.length < 2 && counts.every((count) => count.expectedBy === 'its scale')
  const isCountedFromScale = asks !== undefined && !('minAvailable' in asks && typeof asks.minAvailable === 'number')
  const rows = isPlain || !isCountedFromScale ? [] : counts.map(countRow)
  return now ? [...rows, nowRow(now), ...podRows(now)] : rows
}

function countRow({ name, pods, expectedBy }: Count): Row {
  const healthy = `${pods} healthy`
  switch (expectedBy) {
    case 'its scale':
      return [name, `${healthy}, ${pods} expected by its scale`]
    case 'nobody':
      return [name, `${healthy}, expected by nobody: a bare pod has no scale`]
    case 'no scale':
      return [name, pods === 0 ? 'what owns its pods has no scale' : `${healthy}, and what owns them has no scale`]
    case 'an owner that nobody shows':
      return [name, `${healthy}, and nobody shows what owns them`]
    case 'pods that have ended':
      return [name, 'its pods stay when they have ended, and a Job has no scale']
  }
}

function nowRow({ status }: ToldNow): Row {
  if (status.reason === 'SyncFailed') return ['now', `cannot be counted${sinceOf(status)}: 0 may go`]
  const { currentHealthy, expectedPods, desiredHealthy, disruptionsAllowed } = status
  const must = `${currentHealthy} healthy of ${expectedPods} expected, and ${desiredHealthy} must stay`
  return ['now', `${must}: ${disruptionsAllowed} may go`]
}

// It gives up at whichever it meets first: one is enough to go by.
function sinceOf({ faults }: Pick<FailedStatus, 'faults'>): string {
  const [certain = faults[0]] = faults.filter(({ why }) => why !== 'no such kind' && why !== 'no such controller')
  return certain ? `, since ${faultWords(certain)}` : ''
}

function podRows({ evictions, others }: ToldNow): readonly Row[] {
  const rows = evictions.map(({ pod, eviction, counts }): Row => [pod, evictionWords(eviction, counts === 'evicted')])
  return others > 0 ? [...rows, ['…', `${others} more`]] : rows
}

function isPlainly({ eviction: { why }, counts }: BudgetNow['evictions'][number]): boolean {
  return counts !== 'evicted' && (why === 'allowed' || why === 'too few healthy')
}
