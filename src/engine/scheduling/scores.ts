// All scores of the default profile, weighted
// (pkg/scheduler/apis/config/v1/default_plugins.go:30, kubernetes v1.36.3).

import { affinityScores } from './affinity-scores.ts'
import type { Cycle } from './cycle.ts'
import { balanceScores, imageScores, roomScores } from './node-scores.ts'
import { preferredNodeScores, taintScores } from './preference-scores.ts'
import type { NodeScore } from './scheduler.ts'
import type { SchedulingNode } from './scheduling-node.ts'
import { spreadScores } from './spread-scores.ts'

/** Per feasible node, 0 to 100; undefined where the plugin passes the pod over. */
type Scorer = (cycle: Cycle, feasible: readonly SchedulingNode[]) => Float64Array | undefined

const scorers: readonly (readonly [plugin: string, weight: number, score: Scorer])[] = [
  ['TaintToleration', 3, taintScores],
  ['NodeAffinity', 2, preferredNodeScores],
  ['NodeResourcesFit', 1, roomScores],
  ['PodTopologySpread', 2, spreadScores],
  ['InterPodAffinity', 2, affinityScores],
  ['NodeResourcesBalancedAllocation', 1, balanceScores],
  ['ImageLocality', 1, imageScores],
]

export function scoresOf(cycle: Cycle, feasible: readonly SchedulingNode[]): readonly NodeScore[] {
  const scored = scorers.flatMap(([plugin, weight, score]) => {
    const found = score(cycle, feasible)
    return found ? [{ plugin, weighted: found.map((one) => one * weight) }] : []
  })
  return feasible.map(({ name }, at) => ({
    node: name,
    by: Object.fromEntries(scored.map(({ plugin, weighted }) => [plugin, weighted[at] ?? 0])),
    total: scored.reduce((sum, { weighted }) => sum + (weighted[at] ?? 0), 0),
  }))
}
