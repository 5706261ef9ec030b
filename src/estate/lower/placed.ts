// A workload where it stands: what each of its objects is made from.

import type { Ref } from '../../kubernetes/types.ts'
import type { Backup, Component, Endpoint, State, Traits, Workload } from '../../platform/component.ts'
import type { Environment } from '../../platform/model.ts'
import { sortedBy } from '../order.ts'
import type { Lines } from '../where/lines.ts'

export interface Placed {
  readonly workload: Workload
  readonly component: Component
  readonly traits: Traits
  readonly environment: Environment
  readonly lines: Lines
}

export function refOfWorkload({ workload, environment }: Pick<Placed, 'workload' | 'environment'>): Ref {
  return `${workload.controller}/${environment.namespace}/${workload.name}`
}

export function endpointsOf({ workload, traits }: Placed): readonly Endpoint[] {
  return sortedBy(
    traits.serves.filter(({ of }) => of === workload.name),
    ({ name }) => name,
  )
}

export function statesOf({ workload, traits }: Placed): readonly State[] {
  return sortedBy(
    traits.keeps.filter(({ of }) => of === workload.name),
    ({ claim }) => claim,
  )
}

/** The backups that this workload makes: a CronJob makes those that bear its name. */
export function backupsBy({ workload, traits }: Placed): readonly Backup[] {
  if (workload.controller !== 'CronJob') return []
  return traits.backsUp.filter(({ name }) => name === workload.name)
}
