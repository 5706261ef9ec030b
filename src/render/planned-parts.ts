import { sortedBy } from '../estate/order.ts'
import { isMade } from '../platform/made.ts'
import type { Platform } from '../platform/model.ts'
import type { Left } from './renderer.ts'

/** What is only planned is written nowhere: each part with the reason. */
export function plannedParts({ environments, promises }: Platform): readonly Left[] {
  const planned = [...environments, ...promises].filter((one) => isMade(one, 'planned'))
  const parts = planned.map((one) => {
    const { value } = one as { readonly value: { readonly is: string; readonly name?: string; readonly kind?: string } }
    return { part: `planned ${value.is} ${value.name ?? value.kind ?? ''}`.trimEnd(), because: 'it is not there yet' }
  })
  return sortedBy(parts, ({ part }) => part)
}
