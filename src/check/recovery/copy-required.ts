// Copies that are kept as long as somebody else wants it: a law, a standard, an auditor. Until that is a figure, nobody can say
// whether a copy that is let go of went too soon.

import type { PlatformPromise } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import { asDeclared } from '../security/as-declared.ts'
import type { World } from '../world.ts'

type Retains = Extract<PlatformPromise, { kind: 'retains' }>

export type RequiredParts = {
  required: { readonly store: string; readonly for?: string; readonly archived?: string }
}

export function requiredParts(
  { store, asRequired, for: time, archived }: Retains,
  world: World,
): readonly AnyPart<RequiredParts>[] {
  if (asRequired !== true) return []
  const isSaid = time !== undefined || archived !== undefined
  const because = { store: store.name, ...(time && { for: time }), ...(archived && { archived }) }
  const more = {
    waitsFor: `required/${store.name}`,
    hint: "for: '30d', archived: '7y': as long as the longest wants it",
  }
  if (!isSaid) return [part('required', undefined, because, more)]
  const says = `copies of ${store.name} are kept as long as is required: ${timesOf(because)}, as declared`
  const declared = asDeclared(`required/${store.name}`, says, world)
  return [part('required', declared.truth, because, { ...more, assumes: declared.assumes })]
}

function timesOf({ for: time, archived }: RequiredParts['required']): string {
  return [time, archived && `${archived} in an archive`].filter(Boolean).join(', then ')
}

export const requiredWords = {
  required: (because: RequiredParts['required']) => {
    const { store } = because
    const said = timesOf(because)
    return said === ''
      ? `copies of ${store} are to be kept as long as is required, and nobody says how long that is`
      : `copies of ${store} are kept for what is said to be required: ${said}`
  },
}
