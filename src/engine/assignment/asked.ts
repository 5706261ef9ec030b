// All that one class asks of a node, made ready: what never changes as lists over the nodes, and what does as counters.

import { fieldsOf } from '../pods/untrusted.ts'
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
    tainted: ground.world.nodeMask('tainted', ({ taints }) => taints.length > 0).includes(1)
      ? varying(untoleratedTaints(cycle, nodes))
      : undefined,
    preferred: varying(preferredWeights(cycle, nodes)),
    images: images.size > 0 ? varying(imageScores(cycle, nodes)) : undefined,
    room: ground.rooms.of(pod.requests),
    company,
    spreading,
  }
}

/** Per node: 1 where neither the filters that look at the node alone refuse it, nor a label is missing. */
function takingNodes(cycle: Cycle, { needed }: Company, { lacksKey, hard }: Spreading): Uint8Array {
  const taking = passingNodes(cycle)
  // Most classes of a cluster ask the same of a node as such: they have one list.
  if (needed.length === 0 && hard.length === 0) return taking
  return taking.map((takes, node) => {
    const isWithout = lacksKey[node] === 1 || needed.some(({ domainOf }) => domainOf[node] === -1)
    return takes === 1 && !isWithout ? 1 : 0
  })
}

function passingNodes(cycle: Cycle): Uint8Array {
  const { spec, tolerations } = cycle.pod
  const { nodeName, nodeSelector, affinity, hostNetwork, hostUsers } = fieldsOf(spec)
  const { nodeAffinity } = fieldsOf(affinity)
  const features = featureFilter(cycle) && [spec.containers, spec.initContainers, hostNetwork, hostUsers]
  const key = JSON.stringify([nodeName, nodeSelector, nodeAffinity, tolerations, features])
  const filters = [unschedulableFilter, nameFilter, taintFilter, nodeAffinityFilter, featureFilter].flatMap((make) =>
    lettingBy(make(cycle)),
  )
  return cycle.world.nodeMask(`passing ${key}`, (node) => {
    const view = viewOf(node)
    return filters.every((filter) => filter(view) === undefined)
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
