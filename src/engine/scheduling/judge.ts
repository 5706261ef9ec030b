// One scheduling cycle up to the choice: pkg/scheduler/schedule_one.go:570 (schedulePod, kubernetes v1.36.3).

import { type Cycle, cycleOf } from './cycle.ts'
import { allRefusals, filtersFor, firstRefusal, type ReadyFilter } from './filters.ts'
import { viewsOf } from './nominated-views.ts'
import type { Judged, NodeRefusals, NodeScore, Refusal } from './scheduler.ts'
import { podSays } from './scheduler-says.ts'
import type { NodeView, SchedulingNode } from './scheduling-node.ts'
import { namesIn, type SchedulingPod } from './scheduling-pod.ts'
import { scoresOf } from './scores.ts'
import { unmodelled } from './unmodelled.ts'
import type { World } from './world.ts'

const nothing: Judged = { feasible: [], refused: [], scores: [], best: [] }

export function judge(world: World, pod: SchedulingPod): Judged {
  const cycle = cycleOf(world, pod)
  const unknown = unmodelled(cycle)
  if (unknown.length > 0) return { ...nothing, unknown }
  const gated = gates(pod)
  if (gated) return { ...nothing, nowhere: gated }
  const filters = filtersFor(cycle)
  return 'plugin' in filters ? { ...nothing, nowhere: filters } : judged(cycle, filters)
}

/** schedulinggates/scheduling_gates.go:50. */
function gates({ spec }: SchedulingPod): Refusal | undefined {
  const names = namesIn(spec.schedulingGates)
  if (names.length === 0) return undefined
  const reasons = [podSays.gated(names)]
  return { plugin: 'SchedulingGates', reasons, path: ['spec', 'schedulingGates'] }
}

function judged(cycle: Cycle, filters: readonly ReadyFilter[]): Judged {
  const { world, pod } = cycle
  // A node that is kept for the pod is asked before all others, and alone where it fits (schedule_one.go:667).
  const kept = world.nodeNamed.get(pod.nominated ?? '')
  if (kept && !refusingView(cycle, filters, kept)) return { ...nothing, feasible: [kept.name], best: [kept.name] }

  const feasible: SchedulingNode[] = []
  const refused: NodeRefusals[] = []
  for (const node of world.nodes) {
    const view = refusingView(cycle, filters, node)
    if (view) refused.push({ node: node.name, by: allRefusals(filters, view) })
    else feasible.push(node)
  }
  const names = feasible.map(({ name }) => name)
  const scores = feasible.length > 1 ? scoresOf(cycle, feasible) : []
  return { feasible: names, refused, scores, best: scores.length > 0 ? bestOf(scores) : names }
}

function refusingView(
  { world, pod }: Cycle,
  filters: readonly ReadyFilter[],
  node: SchedulingNode,
): NodeView | undefined {
  return viewsOf(world, pod, node).find((view) => firstRefusal(filters, view) !== undefined)
}

function bestOf(scores: readonly NodeScore[]): readonly string[] {
  const most = scores.reduce((max, { total }) => Math.max(max, total), 0)
  return scores.filter(({ total }) => total === most).map(({ node }) => node)
}
