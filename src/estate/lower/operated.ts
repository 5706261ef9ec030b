// The resources by which an operator makes a store, in place of the store's own StatefulSet and names.

import type { Manifest, Ref } from '../../kubernetes/types.ts'
import type { Operated } from '../../platform/component.ts'
import { postgresCluster } from './cloudnative-pg.ts'
import { poolers, scheduledBackups } from './cloudnative-pg-beside.ts'
import type { Placed } from './placed.ts'
import { alertmanager, prometheus } from './prometheus-operator.ts'

/** Who runs this workload; undefined for one that stands by itself, such as a job beside an operated store. */
export function operatorOf({ workload, traits }: Placed): Operated | undefined {
  return workload.controller === 'StatefulSet' ? traits.operated : undefined
}

/** None where no operator runs it. */
export function operatedObjects(placed: Placed): readonly Manifest[] {
  const { collects, notifies } = placed.traits
  if (collects?.operatedBy) return [prometheus(placed, collects)]
  if (notifies?.operatedBy === 'prometheus-operator') return [alertmanager(placed)]
  const operator = operatorOf(placed)
  if (!operator) return []
  return [postgresCluster(placed, operator), ...poolers(placed, operator), ...scheduledBackups(placed)]
}

/** The resource that stands for all of the store's pods. */
export function resourceOf({ workload, environment }: Placed): Ref {
  return `Cluster/${environment.namespace}/${workload.name}`
}
