// All that one class asks of a node, made ready: what never changes as lists over the nodes, and what does as counters.

import { type Cycle, cycleOf } from '../scheduling/cycle.ts'
import {
  featureFilter,
  nameFilter,
  nodeAffinityFilter,
  taintFilter,
  unschedulableFilter,
} from '../scheduling/node-filters.ts'
import { imageScores } from '../scheduling/node-scores.ts'
import { preferredWeights, untoleratedTaints } from '../scheduling/preference-scores.ts'
import { final, type NodeFilter } from '../scheduling/refusal.ts'
import { type SchedulingNode, viewOf } from '../scheduling/scheduling-node.ts'
import type { SchedulingPod } from '../scheduling/scheduling-pod.ts'
import { type Company, companyOf, type Ground } from './company.ts'
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

export function askedBy(pod: SchedulingPod, ground: Ground & { readonly rooms: RoomBoard }): Asked {
  const { nodes, images } = ground.world
  const cycle = cycleOf(ground.world, pod)
  const spreading = spreadingOf(cycle, ground)
  const company = companyOf(pod, ground)
  return {
    pod,
    nodes,
    mayTake: takingNodes(cycle, company, spreading),
    tainted: nodes.some(({ taints }) => taints.length > 0) ? varying(untoleratedTaints(cycle, nodes)) : undefined,
    preferred: varying(preferredWeights(cycle, nodes)),
    images: images.size > 0 ? varying(imageScores(cycle, nodes)) : undefined,
    room: ground.rooms.of(pod.requests),
    company,
    spreading,
  }
}

/** Per node: 1 where neither the filters that look at the node alone refuse it, nor a label is missing. */
function takingNodes(cycle: Cycle, { needed }: Company, { lacksKey }: Spreading): Uint8Array {
  const filters = [unschedulableFilter, nameFilter, taintFilter, nodeAffinityFilter, featureFilter].flatMap((make) =>
    lettingBy(make(cycle)),
  )
  return Uint8Array.from(cycle.world.nodes, (node) => {
    if (lacksKey[node.index] === 1 || needed.some(({ domainOf }) => domainOf[node.index] === -1)) return 0
    const view = viewOf(node)
    return filters.every((filter) => filter(view) === undefined) ? 1 : 0
  })
}

function lettingBy(prepared: ReturnType<typeof nodeAffinityFilter>): readonly NodeFilter[] {
  if (prepared === undefined) return []
  if (typeof prepared === 'function') return [prepared]
  return 'nowhere' in prepared ? [() => final(prepared.nowhere.reasons.join())] : [prepared.leftOut, prepared.refuses]
}

function varying(values: Float64Array | undefined): Float64Array | undefined {
  return values?.some((value) => value !== values[0]) ? values : undefined
}
