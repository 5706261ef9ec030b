import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf, textOf } from '../pods/untrusted.ts'

/** What a CSINode says: by driver, how many volumes its node attaches; a driver without a number has no limit. */
export function csiLimits(csiNode: Manifest | undefined): ReadonlyMap<string, number> {
  return new Map(
    fieldsIn(fieldsOf(csiNode?.spec).drivers).flatMap(({ name, allocatable }) => {
      const { count } = fieldsOf(allocatable)
      return typeof count === 'number' ? [[textOf(name) ?? '', count] as const] : []
    }),
  )
}
