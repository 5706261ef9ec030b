// One pod against the world: what several plugins ask about it, found once.

import { matchesNodeTerm } from '../../kubernetes/node-selector.ts'
import type { Taint } from '../../kubernetes/types.ts'
import { nodeTermsOf } from '../pods/node-terms.ts'
import { toleratesTaint } from '../pods/tolerations.ts'
import { fieldsOf, textsOf } from '../pods/untrusted.ts'
import type { SchedulingPod } from './scheduling-pod.ts'
import type { World } from './world.ts'

export interface Cycle {
  readonly world: World
  readonly pod: SchedulingPod
  /** Per node: 1 where the pod's node selector and required node affinity take it. */
  readonly selected: () => Uint8Array
  /** Per node: 1 where no taint keeps the pod from being scheduled. */
  readonly tolerated: () => Uint8Array
}

export function cycleOf(world: World, pod: SchedulingPod): Cycle {
  return {
    world,
    pod,
    selected: once(() => selectedNodes(world, pod)),
    tolerated: once(() => toleratedNodes(world, pod)),
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

// k8s.io/component-helpers@v0.36.3/scheduling/corev1/nodeaffinity/nodeaffinity.go:306.
function selectedNodes({ nodeMask }: World, { spec }: SchedulingPod): Uint8Array {
  const { nodeSelector } = spec
  const required = fieldsOf(fieldsOf(spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution
  return nodeMask(`selected ${JSON.stringify([nodeSelector, required])}`, maskOf(nodeSelector, required))
}

function maskOf(nodeSelector: unknown, required: unknown): Parameters<World['nodeMask']>[1] {
  const wanted = Object.entries(textsOf(nodeSelector))
  const terms =
    required === undefined || required === null ? undefined : nodeTermsOf(fieldsOf(required).nodeSelectorTerms)
  return (node) =>
    wanted.every(([key, value]) => Object.hasOwn(node.labels, key) && node.labels[key] === value) &&
    (terms === undefined || terms.some((term) => matchesNodeTerm(term, node)))
}

function toleratedNodes({ nodeMask }: World, pod: SchedulingPod): Uint8Array {
  const key = `tolerated ${JSON.stringify(pod.tolerations)}`
  return nodeMask(
    key,
    ({ taints }) => !taints.some((taint) => keepsOut(taint) && !toleratesTaint(pod.tolerations, taint)),
  )
}

/** Whether a taint keeps pods from being scheduled (helper/taint.go:24). */
function keepsOut({ effect }: Taint): boolean {
  return effect === 'NoSchedule' || effect === 'NoExecute'
}
