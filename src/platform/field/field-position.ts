import { atOf } from '../at.ts'
import { makingOf } from '../made.ts'
import type { Position } from '../source.ts'
import { type FieldPath, fieldLine } from './field-line.ts'

/** The text of a file; reading files is the business of whoever asks. */
export type TextOf = (file: string) => string | undefined

/** Where an option of a noun's value is said: for a resized component, in the call that resized it. */
export function fieldPosition(value: object, path: FieldPath, textOf: TextOf = () => undefined): Position | undefined {
  const origin = makingOf(value)?.origins?.get(String(path[0])) ?? value
  const at = atOf(origin)?.at
  const text = at && textOf(at.file)
  return at && text !== undefined ? fieldLine(text, at, path) : at
}

/** `volume.size` or `calls[0]`, as problems write it, in parts. */
export function pathParts(path: string): FieldPath {
  return [...path.matchAll(/'([^']*)'|\[(\d+)\]|([\w-]+)/g)].map(([, quoted, index, word]) =>
    index === undefined ? (quoted ?? word ?? '') : Number(index),
  )
}
