import type { Fields } from '../schema.ts'

/** The same options where none of them must be said. */
export function partial(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, { needed: _, ...kind }]) => [key, kind]))
}
