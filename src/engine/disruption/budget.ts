// What a disruption budget allows when all is well: every pod ready, every workload at its number.

import type { Estate, EstateObject, Source } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fieldsOf } from '../pods/untrusted.ts'
import { desiredCount } from './budget-status.ts'
import { lastingRuns } from './lasting-runs.ts'

export interface Budget {
  readonly ref: Ref
  readonly namespace: string
  readonly name: string
  /** What it asks for, as written. */
  readonly asks: { readonly minAvailable: unknown } | { readonly maxUnavailable: unknown } | undefined
  /** Workloads with pods that it selects; jobs come and go and are left out. */
  readonly covers: readonly PodClass[]
  /** Jobs and CronJobs that it selects whose pods stay when they have ended: they are counted for ever. */
  readonly runs: readonly PodClass[]
  /** Pods that percentages and `maxUnavailable` are counted from. */
  readonly expected: number
  readonly healthy: number
  readonly mustStay: number
  /** Evictions that it allows at once. */
  readonly allowed: number
  /** Why it allows none whatever the numbers: its controller cannot count. */
  readonly fault?:
    | 'a workload without a scale'
    | 'an owner that nobody shows'
    | 'asks for nothing'
    | 'neither a number nor a percentage'
  /** Workloads without a scale (`DaemonSet`, `Job`), or pods whose owner nobody shows, where that is the fault. */
  readonly uncountable: readonly Ref[]
  readonly source: Source
  readonly component?: string
  readonly environment?: string
}

/** Every budget of an estate, sorted. An absent selector takes no pod, an empty one all pods of the namespace. */
export function budgetsOf(estate: Estate, pods: readonly PodClass[]): readonly Budget[] {
  const budgets = estate.objects.filter(({ manifest }) => manifest.kind === 'PodDisruptionBudget')
  if (budgets.length === 0) return []
  const lasting = lastingRuns(estate)
  const counted = pods.filter(({ steady, workload }) => steady || lasting.has(workload))
  const byNamespace = Map.groupBy(counted, ({ namespace }) => namespace)
  return budgets.map((object) => budgetOf(object, byNamespace)).sort((a, b) => byCodePoint(a.ref, b.ref))
}

function budgetOf(object: EstateObject, byNamespace: ReadonlyMap<string, readonly PodClass[]>): Budget {
  const { ref, manifest, source, component, environment } = object
  const [, namespace = '', name = ''] = ref.split('/')
  const spec = fieldsOf(manifest.spec)
  const selector = spec.selector as LabelSelector | undefined
  const selected = (byNamespace.get(namespace) ?? [])
    .filter((pod) => selector && matchesLabels(selector, pod.labels))
    .sort((a, b) => byCodePoint(a.workload, b.workload))
  const covers = selected.filter(({ steady }) => steady)
  const runs = selected.filter(({ steady }) => !steady)
  const healthy = covers.reduce((sum, { count }) => sum + count, 0)
  const counted = countedBy(spec, covers, healthy, runs)
  const mustStay = counted.mustStay ?? healthy
  // A budget that expects no pods allows no eviction: it might not have seen the first of them yet.
  const isOpen = counted.fault === undefined && counted.expected > 0
  return {
    ref,
    namespace,
    name,
    covers,
    runs,
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

function countedBy(
  spec: { readonly [field: string]: unknown },
  covers: readonly PodClass[],
  healthy: number,
  runs: readonly PodClass[],
): Counted {
  const { minAvailable = null, maxUnavailable = null } = spec
  const asks = maxUnavailable !== null ? { maxUnavailable } : minAvailable !== null ? { minAvailable } : undefined
  if (!asks) return { asks, expected: 0, mustStay: 0, fault: 'asks for nothing', uncountable: [] }
  const counted = desiredCount(asks, healthy, () => scaleOf(covers, runs))
  if (!('faults' in counted))
    return { asks, expected: counted.expectedPods, mustStay: counted.desiredHealthy, uncountable: [] }
  const faults = counted.faults.flatMap((fault) => ('workload' in fault ? [fault] : []))
  const [certain = faults[0]] = faults.filter(({ why }) => why === 'a workload without a scale')
  const fault = certain?.why ?? 'neither a number nor a percentage'
  const uncountable = faults.filter(({ why }) => why === fault).map(({ workload }) => workload)
  return { asks, expected: counted.expected, fault, uncountable }
}

interface Uncountable {
  readonly workload: Ref
  readonly why: 'a workload without a scale' | 'an owner that nobody shows'
}

// Bare pods have no controller and so no share in the number of pods that there should be; a kubelet's belong to a Node.
function scaleOf(covers: readonly PodClass[], runs: readonly PodClass[]) {
  const faults = [...covers, ...runs].flatMap(({ workload, kind, keptBy, steady }): Uncountable[] => {
    if (kind === 'DaemonSet' || !steady || keptBy === 'kubelet')
      return [{ workload, why: 'a workload without a scale' }]
    return keptBy === 'controller' ? [{ workload, why: 'an owner that nobody shows' }] : []
  })
  const controlled = covers.filter(({ kind }) => kind !== 'Pod' && kind !== 'DaemonSet')
  return { expected: controlled.reduce((sum, { count }) => sum + count, 0), faults }
}

/** Workloads whose pods are covered by several budgets: the API server refuses to evict them at all (eviction.go:230). */
export function coveredTwice(budgets: readonly Budget[]): ReadonlyMap<Ref, readonly Budget[]> {
  const by = new Map<Ref, Budget[]>()
  for (const budget of budgets)
    for (const { workload } of budget.covers) by.set(workload, [...(by.get(workload) ?? []), budget])
  return new Map([...by].filter(([, several]) => several.length > 1))
}
