// The tolerations that nobody writes and every pod has.
// Source: k8s.io/kubernetes@v1.36.3 plugin/pkg/admission/defaulttolerationseconds/admission.go:128,
// pkg/controller/daemon/util/daemonset_util.go:48.
import type { Taint, Toleration } from '../../kubernetes/types.ts'

const notReady = 'node.kubernetes.io/not-ready'
const unreachable = 'node.kubernetes.io/unreachable'
const evictionAfterSeconds = 300

/** On a node that has fallen silent. */
export const unreachableTaint: Taint = { key: unreachable, effect: 'NoExecute' }

/** Adds the 300 s for which a pod stays on a node that is not ready or unreachable, unless the pod says otherwise. */
export function withDefaultTolerations(tolerations: readonly Toleration[]): readonly Toleration[] {
  const missing = [notReady, unreachable].filter((key) => !tolerations.some((t) => covers(t, key)))
  return [
    ...tolerations,
    ...missing.map(
      (key): Toleration => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: evictionAfterSeconds }),
    ),
  ]
}

function covers(toleration: Toleration, key: string): boolean {
  const isKey = toleration.key === key || !toleration.key
  return isKey && (toleration.effect === 'NoExecute' || !toleration.effect)
}

/** What the DaemonSet controller adds: its pods stay on a node that fails, and start on one that is drained or under pressure. */
export function withDaemonTolerations(tolerations: readonly Toleration[], hostNetwork: boolean): readonly Toleration[] {
  const always: [string, Taint['effect']][] = [
    [notReady, 'NoExecute'],
    [unreachable, 'NoExecute'],
    ['node.kubernetes.io/disk-pressure', 'NoSchedule'],
    ['node.kubernetes.io/memory-pressure', 'NoSchedule'],
    ['node.kubernetes.io/pid-pressure', 'NoSchedule'],
    ['node.kubernetes.io/unschedulable', 'NoSchedule'],
  ]
  if (hostNetwork) always.push(['node.kubernetes.io/network-unavailable', 'NoSchedule'])
  const added = always.map(([key, effect]): Toleration => ({ key, operator: 'Exists', effect }))
  const kept = tolerations.filter(
    (t) => !added.some((a) => a.key === t.key && a.effect === t.effect && t.operator === 'Exists'),
  )
  return [...kept, ...added]
}

/** Whether one of the tolerations takes the taint, as the scheduler matches them. */
export function toleratesTaint(tolerations: readonly Toleration[], taint: Taint): boolean {
  return tolerations.some((t) => {
    if (t.effect && t.effect !== taint.effect) return false
    if (t.key && t.key !== taint.key) return false
    return matchesValue(t, taint.value ?? '')
  })
}

/**
 * How many seconds a pod stays on a node that has a NoExecute taint: 0 without a toleration, Infinity for ever.
 * Of several tolerations the first that matches counts, whatever the others say
 * (pkg/apis/core/v1/helper/helpers.go:293, pkg/controller/tainteviction/taint_eviction.go:156, kubernetes v1.36.3).
 */
export function staysSeconds(tolerations: readonly Toleration[], taint: Taint): number {
  const first = tolerations.find((toleration) => toleratesTaint([toleration], taint))
  return first ? Math.max(0, first.tolerationSeconds ?? Number.POSITIVE_INFINITY) : 0
}

// Lt and Gt are behind a gate that is closed by default up to 1.36 (pkg/features/kube_features.go:2061), and then match nothing.
function matchesValue({ operator, value }: Toleration, taintValue: string): boolean {
  if (operator === 'Exists') return true
  return (operator === undefined || operator === 'Equal') && (value ?? '') === taintValue
}
