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

type Sized<T extends { readonly size?: unknown }> = T & { readonly size: NonNullable<T['size']> }

export function refOfWorkload({ workload, environment }: Pick<Placed, 'workload' | 'environment'>): Ref {
  return `${workload.controller}/${environment.namespace}/${workload.name}`
}

export function endpointsOf({ workload, traits }: Placed): readonly Endpoint[] {
  return sortedBy(
    traits.serves.filter(({ of }) => of === workload.name),
    ({ name }) => name,
  )
}

/** Volumes of a size that somebody says: of others no claim can be made. */
export function statesOf({ workload, traits }: Placed): readonly Sized<State>[] {
  return sortedBy(
    traits.keeps.filter((state): state is Sized<State> => state.of === workload.name && state.size !== undefined),
    ({ claim }) => claim,
  )
}

/** A store of which no pod stands here: a provider's service, or a volume by itself. */
export function refOfKept(name: string, { traits, environment }: Pick<Placed, 'traits' | 'environment'>): Ref {
  const isVolume = traits.runs.every((run) => run.name !== name)
  return `${isVolume ? 'PersistentVolumeClaim' : 'outside'}/${environment.namespace}/${name}`
}

/** The backups that this workload makes: a CronJob makes those that bear its name. */
export function backupsBy({ workload, traits }: Placed): readonly Backup[] {
  if (workload.controller !== 'CronJob') return []
  return traits.backsUp.filter(({ name }) => name === workload.name)
}
