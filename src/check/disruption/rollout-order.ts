// Whether a rollout waits for a new pod before it ends an old one: its parameters say so, and nothing else does.

import type { Rollout } from '../../engine/disruption/rollout.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type AnyPart, part } from '../define.ts'
import { componentEdit } from '../placement/component-edit.ts'
import type { Edit, Truth } from '../verdict.ts'
import type { World } from '../world.ts'

export type OrderParts = {
  order: { workload: string; kind: PodClass['kind']; rollout: Rollout | undefined }
}

/** `found`: at the number of pods at which most may be away. */
export function orderPart(pod: PodClass, found: Rollout | undefined, world: World): AnyPart<OrderParts> {
  const truth = found && found.maxUnavailable === 0 && pod.kind === 'Deployment'
  return part(
    'order',
    truth,
    { workload: pod.name, kind: pod.kind, rollout: found },
    {
      cause: `old-pod-first/${pod.environment}/${pod.component ?? pod.name}`,
      hint:
        pod.kind === 'Deployment'
          ? 'maxUnavailable 0, and maxSurge 1 or more'
          : 'a Deployment, where its pods need no name of their own',
      fix: truth === false && found ? newFirst(pod, found, world) : undefined,
      at: { source: pod.source, path: ['spec', 'strategy', 'rollingUpdate', 'maxUnavailable'] },
    },
  )
}

function newFirst(pod: PodClass, { strategy, maxSurge, asks }: Rollout, world: World): readonly Edit[] | undefined {
  if (pod.kind !== 'Deployment' || strategy !== 'RollingUpdate') return undefined
  const to = { maxUnavailable: 0, maxSurge: maxSurge === 0 ? 1 : asks.maxSurge }
  const edit = componentEdit(pod, world, ['update'], to)
  return edit && [edit]
}

export function orderWords({ workload, kind, rollout }: OrderParts['order'], truth: Truth): string {
  if (!rollout) return `nobody says how ${workload} is rolled out`
  if (truth === true) return `${workload}: with maxUnavailable 0, no old pod ends before a new one is ready`
  if (rollout.strategy === 'OnDelete') return `${workload}: whoever rolls it out deletes an old pod first (OnDelete)`
  if (kind !== 'Deployment') return `${workload}: a ${kind} ends the old pod first, and makes the new one in its place`
  if (rollout.strategy === 'Recreate')
    return `${workload}: all old pods end before the first new one is made (Recreate)`
  const { asks, maxUnavailable } = rollout
  const pods = `${maxUnavailable} old ${maxUnavailable === 1 ? 'pod' : 'pods'}`
  return `${workload}: maxUnavailable ${asks.maxUnavailable} lets ${pods} end at once, before any new one is ready`
}
