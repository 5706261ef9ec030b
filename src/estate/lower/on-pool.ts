import type { Workload } from '../../platform/component.ts'
import type { Cluster, Node } from '../../platform/model.ts'
import { poolLabels } from './pool-labels.ts'

/** A workload that names a pool chooses its nodes by their label and tolerates their taints. A cluster without pools has no such choice. */
export function onPool(workload: Workload, cluster: Cluster): Workload {
  const pool = cluster.nodePools.find(({ name }) => name === workload.pool)
  if (!pool) return workload
  const { place, tolerates } = workload
  const rules = Object.entries(poolLabels(pool.name, cluster)).map(([label, name]) => ({ label, in: [name] }))
  return {
    ...workload,
    place: { ...place, require: [...place.require, ...rules] },
    tolerates: [
      ...tolerates,
      ...pool.taints.filter(isHard).filter(({ key }) => !tolerates.some((one) => one.key === key)),
    ],
  }
}

type Taint = Node['taints'][number]

// A taint that only asks needs no toleration.
function isHard(taint: Taint): taint is Taint & { effect: 'NoSchedule' | 'NoExecute' } {
  return taint.effect !== 'PreferNoSchedule'
}
