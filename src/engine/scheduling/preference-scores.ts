// Scores by what a pod would rather have: nodes without taints that it does not tolerate, nodes with labels.
// Source: pkg/scheduler/framework/plugins/{tainttoleration,nodeaffinity} (kubernetes v1.36.3).

import { matchesNodeTerm } from '../../kubernetes/node-selector.ts'
import { nodeTermsOf } from '../pods/node-terms.ts'
import { toleratesTaint } from '../pods/tolerations.ts'
import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import type { Cycle } from './cycle.ts'
import { normalizeDown, normalizeUp } from './normalize.ts'
import type { SchedulingNode } from './scheduling-node.ts'

export function taintScores({ pod }: Cycle, feasible: readonly SchedulingNode[]): Float64Array {
  const tolerations = pod.tolerations.filter(({ effect }) => !effect || effect === 'PreferNoSchedule')
  return normalizeDown(
    Float64Array.from(feasible, ({ taints }) => {
      const soft = taints.filter(({ effect }) => effect === 'PreferNoSchedule')
      return soft.filter((taint) => !toleratesTaint(tolerations, taint)).length
    }),
  )
}

export function preferredNodeScores({ pod }: Cycle, feasible: readonly SchedulingNode[]): Float64Array | undefined {
  const { nodeAffinity } = fieldsOf(pod.spec.affinity)
  const written = fieldsIn(fieldsOf(nodeAffinity).preferredDuringSchedulingIgnoredDuringExecution)
  if (written.length === 0) return undefined
  const terms = written.flatMap(({ weight, preference }) =>
    nodeTermsOf([preference]).map((term) => ({ term, weight: typeof weight === 'number' ? weight : 0 })),
  )
  return normalizeUp(
    Float64Array.from(feasible, (node) =>
      terms.reduce((sum, { term, weight }) => (matchesNodeTerm(term, node) ? sum + weight : sum), 0),
    ),
  )
}
