// All that one class asks of a node, made ready: what never changes as lists over the nodes, and what does as counters.

import { cycleOf } from '../scheduling/cycle.ts'
import {
  featureFilter,
  nameFilter,
  nodeAffinityFilter,
  taintFilter,
  unschedulableFilter,
} from '../scheduling/node-filters.ts'
import { imageScores } from '../scheduling/node-scores.ts'
import { preferredWeights, untoleratedTaints } from '../scheduling/preference-scores.ts'
import type { NodeFilter } from '../scheduling/refusal.ts'
import { type SchedulingNode, viewOf } from '../scheduling/scheduling-node.ts'
import type { SchedulingPod } from '../scheduling/scheduling-pod.ts'
import type { World } from '../scheduling/world.ts'
import type { HeldTerms } from './class-terms.ts'
import { type Company, companyOf } from './company.ts'
import type { Counters } from './counters.ts'
import type { RoomBoard, RoomScores } from './room-scores.ts'
import { type Spreading, spreadingOf } from './spreading.ts'

export interface Asked {
  readonly pod: SchedulingPod
  readonly nodes: readonly SchedulingNode[]
  /** Per node: 1 where the node as such may take the pod. */
  readonly mayTake: Uint8Array
  /** Per node, before they are normalized; absent where all nodes are alike. */
  readonly tainted: Float64Array | undefined
  readonly preferred: Float64Array | undefined
  /** Per node: 0 to 100; absent where no node has an image of the pod. */
  readonly images: Float64Array | undefined
  readonly room: RoomScores
  readonly company: Company
  readonly spreading: Spreading
}

export function askedBy(
  pod: SchedulingPod,
  world: World,
  { counters, held, rooms }: { readonly counters: Counters; readonly held: HeldTerms; readonly rooms: RoomBoard },
): Asked {
  const cycle = cycleOf(world, pod)
  const spreading = spreadingOf(cycle, counters)
  const company = companyOf(pod, { world, counters, held })
  const filters = [unschedulableFilter, nameFilter, taintFilter, nodeAffinityFilter, featureFilter].map((make) =>
    make(cycle),
  )
  const mayTake = Uint8Array.from(world.nodes, (node) => {
    if (spreading.lacksKey[node.index] === 1) return 0
    if (company.needed.some(({ domainOf }) => domainOf[node.index] === -1)) return 0
    return filters.every((filter) => takes(filter, node)) ? 1 : 0
  })
  return {
    pod,
    nodes: world.nodes,
    mayTake,
    tainted: world.nodes.some(({ taints }) => taints.length > 0)
      ? varying(untoleratedTaints(cycle, world.nodes))
      : undefined,
    preferred: varying(preferredWeights(cycle, world.nodes)),
    images: world.images.size > 0 ? varying(imageScores(cycle, world.nodes)) : undefined,
    room: rooms.of(pod.requests),
    company,
    spreading,
  }
}

function takes(filter: ReturnType<typeof nodeAffinityFilter>, node: SchedulingNode): boolean {
  if (filter === undefined) return true
  const lets = (one: NodeFilter) => one(viewOf(node)) === undefined
  if (typeof filter === 'function') return lets(filter)
  return !('nowhere' in filter) && lets(filter.leftOut) && lets(filter.refuses)
}

function varying(values: Float64Array | undefined): Float64Array | undefined {
  return values?.some((value) => value !== values[0]) ? values : undefined
}
