// Copies that are kept as long as somebody else wants it: a law, a standard, an auditor. Until that is a figure, nobody can say
// whether a copy that is let go of went too soon.

import type { PlatformPromise } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'

type Retains = Extract<PlatformPromise, { kind: 'retains' }>

export type RequiredParts = {
  required: { readonly store: string; readonly for?: string; readonly archived?: string }
}

export function requiredParts({ store, asRequired, for: time, archived }: Retains): readonly AnyPart<RequiredParts>[] {
  if (asRequired !== true) return []
  const isSaid = time !== undefined || archived !== undefined
  const because = { store: store.name, ...(time && { for: time }), ...(archived && { archived }) }
  const more = {
    waitsFor: `required/${store.name}`,
    hint: "for: '30d', archived: '7y': as long as the longest wants it",
  }
  return [part('required', isSaid || undefined, because, isSaid ? {} : more)]
}

export const requiredWords = {
  required: ({ store, for: time, archived }: RequiredParts['required']) => {
    const said = [time, archived && `${archived} in an archive`].filter(Boolean).join(', then ')
    return said === ''
      ? `copies of ${store} are to be kept as long as is required, and nobody says how long that is`
      : `what is required of copies of ${store} is said: ${said}`
  },
}
