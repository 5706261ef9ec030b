// Whose archive a store replays: as it is told, or, in an environment on standby, that of the store of its name.

import type { Bucket, Operated, Traits } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import type { Placed } from './placed.ts'

/** Undefined for a store that takes its writes itself. */
export function followsOf({ component, environment }: Placed, operator: Operated): Operated['follows'] {
  const { standbyOf } = environment
  if (operator.follows || !standbyOf) return operator.follows
  const followed = componentIn(standbyOf, component)
  const archive = followed && archivePlace(traitsOf(followed))
  return archive && { archive, of: archivesAs(followed.name, standbyOf) }
}

/** The name under which a store archives: two that wrote under one name would destroy what is there. */
export function archivesAs(component: string, { name }: Environment): string {
  return `${component}-${name}`
}

/** An operator archives to where it takes base backups, told so or not. */
export function archivePlace({ operated, backsUp }: Traits): Bucket | undefined {
  const base = backsUp.find(({ to }) => to?.is === 'bucket')
  return operated && (operated.archive?.to ?? (base?.to?.is === 'bucket' ? base.to : undefined))
}
