// How a pod's like are to be spread, as the scheduler reads it, and which pods and nodes count.
// Source: pkg/scheduler/framework/plugins/podtopologyspread/common.go:32 to :170, plugin.go:42 (kubernetes v1.36.3).

import { isEverything, matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels } from '../../kubernetes/types.ts'
import { type Fields, fieldsIn, listOf, textOf } from '../pods/untrusted.ts'
import { selectorOf } from './affinity-terms.ts'
import type { Cycle } from './cycle.ts'
import type { SchedulingPod } from './scheduling-pod.ts'

export interface SpreadConstraint {
  readonly topologyKey: string
  readonly maxSkew: number
  readonly minDomains: number
  /** Absent: no pod is taken. */
  readonly selector: LabelSelector | undefined
  readonly honorsAffinity: boolean
  readonly honorsTaints: boolean
  readonly path: readonly (string | number)[]
}

/** What every pod without constraints of its own is scored by: its Services' and its owner's pods. */
const systemDefaults = [
  { topologyKey: 'kubernetes.io/hostname', maxSkew: 3 },
  { topologyKey: 'topology.kubernetes.io/zone', maxSkew: 5 },
] as const

export interface SpreadConstraints {
  readonly constraints: readonly SpreadConstraint[]
  /** Nodes that lack one of the keys are left out; those of the system take them in. */
  readonly needsAllKeys: boolean
}

export function spreadConstraints({ pod, world }: Cycle, when: 'DoNotSchedule' | 'ScheduleAnyway'): SpreadConstraints {
  const written = fieldsIn(pod.spec.topologySpreadConstraints)
  if (written.length > 0) {
    const constraints = written.map((one, index) => constraintOf(one, index, pod))
    return { constraints: constraints.filter((_, at) => written[at]?.whenUnsatisfiable === when), needsAllKeys: true }
  }
  const selector = when === 'ScheduleAnyway' ? world.owners.selectorOf(pod) : undefined
  if (selector === undefined) return { constraints: [], needsAllKeys: false }
  const constraints = systemDefaults.map((one): SpreadConstraint => {
    return { ...one, minDomains: 1, selector, honorsAffinity: true, honorsTaints: false, path: [] }
  })
  return { constraints, needsAllKeys: false }
}

function constraintOf(written: Fields, index: number, { labels }: SchedulingPod): SpreadConstraint {
  const { maxSkew, minDomains, labelSelector, matchLabelKeys, nodeAffinityPolicy, nodeTaintsPolicy } = written
  return {
    topologyKey: textOf(written.topologyKey) ?? '',
    maxSkew: typeof maxSkew === 'number' ? maxSkew : 0,
    minDomains: typeof minDomains === 'number' ? minDomains : 1,
    selector: withKeys(selectorOf(labelSelector), matchLabelKeys, labels),
    honorsAffinity: nodeAffinityPolicy !== 'Ignore',
    honorsTaints: nodeTaintsPolicy === 'Honor',
    path: ['spec', 'topologySpreadConstraints', index],
  }
}

// Unlike in affinity the scheduler merges these itself, a second time where the API server did already.
function withKeys(selector: LabelSelector | undefined, keys: unknown, labels: Labels): LabelSelector | undefined {
  if (selector === undefined) return undefined
  const own = listOf(keys).flatMap((key) => {
    const value = typeof key === 'string' && Object.hasOwn(labels, key) ? labels[key] : undefined
    return value === undefined ? [] : [{ key: key as string, operator: 'In' as const, values: [value] }]
  })
  if (own.length === 0) return selector
  return { ...selector, matchExpressions: [...(selector.matchExpressions ?? []), ...own] }
}

/** Whether the constraint's selector takes labels; the empty one takes all, though no standing pod is counted by it. */
export function takesLabels({ selector }: SpreadConstraint, labels: Labels): boolean {
  return selector !== undefined && matchesLabels(selector, labels)
}

/** Per node: the pods there that count. Those that are ending do not, nor does any for the empty selector. */
export function countedPods({ world, pod }: Cycle, { selector }: SpreadConstraint): Int32Array {
  const key = `spread ${JSON.stringify([pod.namespace, selector])}`
  return world.counts.countOf(key, ({ namespace, labels, isEnding }) => {
    if (selector === undefined || isEverything(selector)) return false
    return !isEnding && namespace === pod.namespace && matchesLabels(selector, labels)
  })
}

/** Whether a node counts for a constraint, by the pod's own affinity and tolerations. */
export function countsNode({ selected, tolerated }: Cycle, constraint: SpreadConstraint, node: number): boolean {
  if (constraint.honorsAffinity && selected()[node] !== 1) return false
  return !constraint.honorsTaints || tolerated()[node] === 1
}
