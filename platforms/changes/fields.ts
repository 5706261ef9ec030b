// Every field of a platform: a plain value at a path within what some noun was given.

import { makingOf } from '../../src/platform/made.ts'
import type { Platform } from '../../src/platform/model.ts'

export interface Field {
  /** The noun's value. */
  readonly of: object
  readonly path: readonly (string | number)[]
  readonly value: string | number | boolean
  /** `service checkout in live: requests.cpu`; one name, one field. */
  readonly name: string
}

// Where a thing is said, and how it is called in print: no verdict is about these.
const aside = new Set(['stated', 'cites', 'title', 'says'])

/** In the order in which they are met; a value that several nouns hold is met once. */
export function fieldsOf(platform: Platform): readonly Field[] {
  const seen = new Set<object>()
  const fields: Field[] = []
  const titles = new Map<string, number>()

  const noun = (value: object, path: string): void => {
    if (seen.has(value)) return
    seen.add(value)
    const making = makingOf(value)
    if (!making) return
    const title = nameOf(making.title, path)
    for (const [key, held] of Object.entries(making.given)) if (!aside.has(key)) visit(value, [key], held, title)
  }

  const nameOf = (title: string, path: string): string => {
    const named = path === '' || title.includes(' ') ? title : `${path}: ${title}`
    const times = (titles.get(named) ?? 0) + 1
    titles.set(named, times)
    return times === 1 ? named : `${named} (${times})`
  }

  const visit = (of: object, path: readonly (string | number)[], held: unknown, title: string): void => {
    if (typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean')
      fields.push({ of, path, value: held, name: `${title}: ${path.join('.')}` })
    else if (typeof held === 'object' && held !== null) inside(of, path, held, title)
  }

  const inside = (of: object, path: readonly (string | number)[], held: object, title: string): void => {
    if (makingOf(held)) return noun(held, title)
    for (const [key, item] of Object.entries(held))
      if (!aside.has(key)) visit(of, [...path, Array.isArray(held) ? Number(key) : key], item, title)
  }

  noun(platform, '')
  return fields
}
