// The line of a field of a noun, looked up in the file's text when somebody asks.

import { atOf } from '../../platform/at.ts'
import { type FieldPath, fieldPlace } from '../../platform/field/field-line.ts'
import type { Position } from '../../platform/source.ts'
import type { Source } from '../estate.ts'

/** The text of a file; undefined where it cannot be had. */
export type TextOf = (file: string) => string | undefined

/** Where a noun's call writes the first of these paths that it writes at all. */
export type Lines = (noun: object, ...paths: readonly FieldPath[]) => Position | undefined

export function linesIn(textOf: TextOf): Lines {
  const found = places.get(textOf) ?? new Map<string, Position | undefined>()
  places.set(textOf, found)
  const placeOf = (text: string, at: Position, path: FieldPath) => {
    const key = JSON.stringify([at.file, at.line, at.column, path])
    if (!found.has(key)) found.set(key, fieldPlace(text, at, path))
    return found.get(key)
  }
  return (noun, ...paths) => {
    const at = atOf(noun)?.at
    const text = at && textOf(at.file)
    if (!at || text === undefined) return undefined
    for (const path of paths) {
      const place = placeOf(text, at, path)
      if (place) return place
    }
    return undefined
  }
}

// Looked up once, whatever many worlds ask. What a file says does not change while its platform is judged.
const places = new WeakMap<TextOf, Map<string, Position | undefined>>()

export function withLines(source: Source, lineOf: (path: FieldPath) => Position | undefined): Source {
  return { ...source, lineOf }
}
