// What a disruption budget allows when all is well: every pod ready, every workload at its number.
// Source: pkg/controller/disruption/disruption.go:781 (expected pods), :855 (scale), :999 (allowed) (kubernetes v1.36.3).

import type { Estate, EstateObject, Source } from '../../estate/estate.ts'
import { scaledValue } from '../../kubernetes/intstr.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fieldsOf } from '../pods/untrusted.ts'

export interface Budget {
  readonly ref: Ref
  readonly namespace: string
  readonly name: string
  /** What it asks for, as written. */
  readonly asks: { readonly minAvailable: unknown } | { readonly maxUnavailable: unknown } | undefined
  /** Workloads with pods that it selects; jobs come and go and are left out. */
  readonly covers: readonly PodClass[]
  /** Pods that percentages and `maxUnavailable` are counted from. */
  readonly expected: number
  readonly healthy: number
  readonly mustStay: number
  /** Evictions that it allows at once. */
  readonly allowed: number
  /** Why it allows none whatever the numbers: its controller cannot count. */
  readonly fault?: 'a workload without a scale' | 'asks for nothing' | 'neither a number nor a percentage'
  /** Workloads without a scale (`DaemonSet`), where that is the fault. */
  readonly uncountable: readonly Ref[]
  readonly source: Source
  readonly component?: string
  readonly environment?: string
}

/** Every budget of an estate, sorted. An absent selector takes no pod, an empty one all pods of the namespace. */
export function budgetsOf(estate: Estate, pods: readonly PodClass[]): readonly Budget[] {
  const steady = Map.groupBy(
    pods.filter((pod) => pod.steady),
    ({ namespace }) => namespace,
  )
  return estate.objects
    .filter(({ manifest }) => manifest.kind === 'PodDisruptionBudget')
    .map((object) => budgetOf(object, steady))
    .sort((a, b) => byCodePoint(a.ref, b.ref))
}

function budgetOf(object: EstateObject, steady: ReadonlyMap<string, readonly PodClass[]>): Budget {
  const { ref, manifest, source, component, environment } = object
  const [, namespace = '', name = ''] = ref.split('/')
  const spec = fieldsOf(manifest.spec)
  const selector = spec.selector as LabelSelector | undefined
  const covers = (steady.get(namespace) ?? []).filter((pod) => selector && matchesLabels(selector, pod.labels))
  const healthy = covers.reduce((sum, { count }) => sum + count, 0)
  const counted = countedBy(spec, covers, healthy)
  const mustStay = counted.mustStay ?? healthy
  // A budget that expects no pods allows no eviction: it might not have seen the first of them yet.
  const isOpen = counted.fault === undefined && counted.expected > 0
  return {
    ref,
    namespace,
    name,
    covers: covers.sort((a, b) => byCodePoint(a.workload, b.workload)),
    healthy,
    ...counted,
    mustStay,
    allowed: isOpen ? Math.max(0, healthy - mustStay) : 0,
    source,
    ...(component !== undefined && { component }),
    ...(environment !== undefined && { environment }),
  }
}

type Counted = Pick<Budget, 'asks' | 'expected' | 'fault' | 'uncountable'> & { readonly mustStay?: number }

function countedBy(spec: { readonly [field: string]: unknown }, covers: readonly PodClass[], healthy: number): Counted {
  const { minAvailable, maxUnavailable } = spec
  const asks =
    maxUnavailable !== undefined ? { maxUnavailable } : minAvailable !== undefined ? { minAvailable } : undefined
  const value = maxUnavailable ?? minAvailable
  if (!asks) return { asks, expected: 0, mustStay: 0, fault: 'asks for nothing', uncountable: [] }
  // A plain number of pods to stay needs no count of those that there should be.
  if (maxUnavailable === undefined && typeof value === 'number')
    return { asks, expected: healthy, mustStay: value, uncountable: [] }

  // Bare pods have no controller and so no share in the number of pods that there should be.
  const controlled = covers.filter(({ kind }) => kind !== 'Pod')
  const uncountable = controlled.filter(({ kind }) => kind === 'DaemonSet').map(({ workload }) => workload)
  const expected = controlled.reduce((sum, { count }) => sum + count, 0)
  const scaled = scaledValue(value, expected, 'up')
  if (scaled === undefined) return { asks, expected, fault: 'neither a number nor a percentage', uncountable }
  if (uncountable.length > 0) return { asks, expected, fault: 'a workload without a scale', uncountable }
  const mustStay = maxUnavailable === undefined ? scaled : Math.max(0, expected - scaled)
  return { asks, expected, mustStay, uncountable }
}

/** Workloads whose pods are covered by several budgets: the API server refuses to evict them at all (eviction.go:230). */
export function coveredTwice(budgets: readonly Budget[]): ReadonlyMap<Ref, readonly Budget[]> {
  const by = new Map<Ref, Budget[]>()
  for (const budget of budgets)
    for (const { workload } of budget.covers) by.set(workload, [...(by.get(workload) ?? []), budget])
  return new Map([...by].filter(([, several]) => several.length > 1))
}
