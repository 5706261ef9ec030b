// How many pods a rolling update may take away, and how many it may add.
// Source: pkg/controller/deployment/util/deployment_util.go:447, :468, :885 (kubernetes v1.36.3).

import { type IntOrPercent, scaledValue } from '../../kubernetes/intstr.ts'

export interface Fenceposts {
  /** In pods; never more than there are to be. */
  readonly maxUnavailable: number
  readonly maxSurge: number
}

/** In pods, a surge rounded up and what may be away rounded down. What cannot be read is 0, as it is to the controller. */
export function fenceposts(rolling: {
  readonly replicas: number
  readonly strategy: 'RollingUpdate' | 'Recreate'
  readonly maxSurge?: IntOrPercent
  readonly maxUnavailable?: IntOrPercent
}): Fenceposts {
  const { replicas, strategy, maxSurge = 0, maxUnavailable = 0 } = rolling
  const surge = scaledValue(maxSurge, replicas, 'up')
  const away = scaledValue(maxUnavailable, replicas, 'down')
  if (strategy === 'Recreate' || surge === undefined || away === undefined) return { maxUnavailable: 0, maxSurge: 0 }
  // Both may round to zero; then one pod may be away, since a surge might be refused by a quota.
  const resolved = surge === 0 && away === 0 ? 1 : away
  return { maxUnavailable: Math.min(resolved, replicas), maxSurge: surge }
}
