// Budgets as preemption reads them: it rather keeps them, and breaks them where nothing else helps.
// Source: default_preemption.go:419 (filterPodsWithPDBViolation, kubernetes v1.36.3).

import { isEverything, matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Manifest } from '../../kubernetes/types.ts'
import { fieldsOf, textOf } from '../pods/untrusted.ts'
import { selectorOf } from './affinity-terms.ts'
import type { SchedulingPod } from './scheduling-pod.ts'

export interface Budget {
  readonly namespace: string
  readonly selector: LabelSelector
  readonly allowed: number
  /** Names of pods whose eviction is under way already. */
  readonly disrupted: ReadonlySet<string>
}

export function budgetsOf(others: readonly Manifest[]): readonly Budget[] {
  return others.flatMap(({ kind, metadata, spec, status }) => {
    const selector = selectorOf(fieldsOf(spec).selector)
    if (kind !== 'PodDisruptionBudget' || selector === undefined || isEverything(selector)) return []
    const { disruptionsAllowed, disruptedPods } = fieldsOf(status)
    return {
      namespace: textOf(metadata.namespace) ?? 'default',
      selector,
      allowed: typeof disruptionsAllowed === 'number' ? disruptionsAllowed : 0,
      disrupted: new Set(Object.keys(fieldsOf(disruptedPods))),
    }
  })
}

/** Pods, most important first, that no budget has room left for, and the others. */
export function overBudget(pods: readonly SchedulingPod[], budgets: readonly Budget[]) {
  const left = budgets.map(({ allowed }) => allowed)
  const over: SchedulingPod[] = []
  const within: SchedulingPod[] = []
  for (const pod of pods) {
    let isOver = false
    budgets.forEach((budget, at) => {
      if (!isCovered(pod, budget)) return
      left[at] = (left[at] ?? 0) - 1
      if ((left[at] ?? 0) < 0) isOver = true
    })
    if (isOver) over.push(pod)
    else within.push(pod)
  }
  return { over, within }
}

function isCovered({ namespace, name, labels }: SchedulingPod, budget: Budget): boolean {
  if (budget.namespace !== namespace || budget.disrupted.has(name) || Object.keys(labels).length === 0) return false
  return matchesLabels(budget.selector, labels)
}
