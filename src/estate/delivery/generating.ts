// What generators of an ApplicationSet have in common.

import type { Fields } from '../import/fields.ts'
import type { Filling } from './fill.ts'
import type { Repository } from './repository.ts'
import { goText } from './template-functions.ts'

export interface Generating extends Filling {
  readonly repository: Repository
}

/** Nested values under dotted names, as text: `cluster.name`, `zones.0`. */
export function flat(value: Fields, prefix = ''): { readonly [name: string]: string } {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) =>
      typeof held === 'object' && held !== null
        ? Object.entries(flat(held as Fields, `${prefix}${key}.`))
        : [[`${prefix}${key}`, goText(held)]],
    ),
  )
}
