// Scores by what a pod would rather have: nodes without taints that it does not tolerate, nodes with labels.
// Source: pkg/scheduler/framework/plugins/{tainttoleration,nodeaffinity} (kubernetes v1.36.3).

import { matchesNodeTerm } from '../../kubernetes/node-selector.ts'
import { nodeTermsOf } from '../pods/node-terms.ts'
import { toleratesTaint } from '../pods/tolerations.ts'
import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import type { Cycle } from './cycle.ts'
import { normalizeDown, normalizeUp } from './normalize.ts'
import type { SchedulingNode } from './scheduling-node.ts'

export function taintScores(cycle: Cycle, feasible: readonly SchedulingNode[]): Float64Array {
  return normalizeDown(untoleratedTaints(cycle, feasible))
}

/** Per node: taints that would rather keep the pod away. */
export function untoleratedTaints({ pod }: Cycle, nodes: readonly SchedulingNode[]): Float64Array {
  const tolerations = pod.tolerations.filter(({ effect }) => !effect || effect === 'PreferNoSchedule')
  return Float64Array.from(nodes, ({ taints }) => {
    const soft = taints.filter(({ effect }) => effect === 'PreferNoSchedule')
    return soft.filter((taint) => !toleratesTaint(tolerations, taint)).length
  })
}

export function preferredNodeScores(cycle: Cycle, feasible: readonly SchedulingNode[]): Float64Array | undefined {
  const weights = preferredWeights(cycle, feasible)
  return weights && normalizeUp(weights)
}

/** Per node: the weights of the preferred terms that take it; undefined where the pod prefers none. */
export function preferredWeights({ pod }: Cycle, nodes: readonly SchedulingNode[]): Float64Array | undefined {
  const { nodeAffinity } = fieldsOf(pod.spec.affinity)
  const written = fieldsIn(fieldsOf(nodeAffinity).preferredDuringSchedulingIgnoredDuringExecution)
  if (written.length === 0) return undefined
  const terms = written.flatMap(({ weight, preference }) =>
    nodeTermsOf([preference]).map((term) => ({ term, weight: typeof weight === 'number' ? weight : 0 })),
  )
  return Float64Array.from(nodes, (node) =>
    terms.reduce((sum, { term, weight }) => (matchesNodeTerm(term, node) ? sum + weight : sum), 0),
  )
}
