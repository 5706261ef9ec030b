// How many pods there are at least and at most while a workload is replaced by its next version. StatefulSets replace one pod
// at a time: their maxUnavailable is behind a gate that is closed by default (pkg/features/kube_features.go:1672, v1.36.3).

import { type IntOrPercent, scaledValue } from '../../kubernetes/intstr.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { countOf, fieldsOf } from '../pods/untrusted.ts'
import { fenceposts } from './fenceposts.ts'

export interface Rollout {
  readonly replicas: number
  readonly strategy: 'RollingUpdate' | 'Recreate' | 'OnDelete'
  /** As written, or the default: `25%`. */
  readonly asks: { readonly maxUnavailable: IntOrPercent; readonly maxSurge: IntOrPercent }
  /** In pods. */
  readonly maxUnavailable: number
  readonly maxSurge: number
  /** Fewest pods that are available, and most that are there, at any time of the rollout. */
  readonly leastAvailable: number
  readonly mostPresent: number
}

/** The arithmetic of a Deployment or a StatefulSet; undefined for other kinds, and for values that the API server refuses. */
export function rollout(manifest: Manifest): Rollout | undefined {
  const spec = fieldsOf(manifest.spec)
  const replicas = countOf(spec.replicas, 1)
  if (manifest.kind === 'StatefulSet') return oneByOne(replicas, fieldsOf(spec.updateStrategy).type)
  if (manifest.kind !== 'Deployment') return undefined

  const strategy = fieldsOf(spec.strategy)
  if (strategy.type === 'Recreate') return made(replicas, 'Recreate', ['100%', 0], [replicas, 0])
  const { maxUnavailable = '25%', maxSurge = '25%' } = fieldsOf(strategy.rollingUpdate)
  const isReadable = [maxSurge, maxUnavailable].every((amount) => scaledValue(amount, replicas, 'up') !== undefined)
  if (!isReadable) return undefined
  const asks = [maxUnavailable as IntOrPercent, maxSurge as IntOrPercent] as const
  const posts = fenceposts({ replicas, strategy: 'RollingUpdate', maxUnavailable: asks[0], maxSurge: asks[1] })
  return made(replicas, 'RollingUpdate', asks, [posts.maxUnavailable, replicas === 0 ? 0 : posts.maxSurge])
}

function oneByOne(replicas: number, type: unknown): Rollout {
  return made(replicas, type === 'OnDelete' ? 'OnDelete' : 'RollingUpdate', [1, 0], [Math.min(1, replicas), 0])
}

function made(
  replicas: number,
  strategy: Rollout['strategy'],
  [unavailable, surge]: readonly [IntOrPercent, IntOrPercent],
  [maxUnavailable, maxSurge]: readonly [number, number],
): Rollout {
  return {
    replicas,
    strategy,
    asks: { maxUnavailable: unavailable, maxSurge: surge },
    maxUnavailable,
    maxSurge,
    leastAvailable: replicas - maxUnavailable,
    mostPresent: replicas + maxSurge,
  }
}
