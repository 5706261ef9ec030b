// The line on which a field of a noun was written, found in the text of the file when somebody is shown it.

import type { Position } from '../source.ts'
import { skipBlank, skipString, skipValue } from './scan.ts'

export type FieldPath = readonly (string | number)[]

/** `volume.size` or `calls[0]`, as problems write it, in parts. */
export function pathParts(path: string): FieldPath {
  return [...path.matchAll(/'([^']*)'|\[(\d+)\]|([\w-]+)/g)].map(([, quoted, index, word]) =>
    index === undefined ? (quoted ?? word ?? '') : Number(index),
  )
}

/** Where the option at `path` stands inside the noun's call at `at`; the call itself where the text shows nothing. */
export function fieldLine(text: string, at: Position, path: FieldPath): Position {
  return fieldPlace(text, at, path) ?? at
}

/**
 * The same, undefined where the text shows nothing; as deep as it shows it (an option that comes from a variable has the
 * line of its own key).
 */
export function fieldPlace(text: string, at: Position, path: FieldPath): Position | undefined {
  const call = offsetOf(text, at)
  if (call === undefined) return undefined
  const [, ...inManifest] = path
  const options = path[0] === 'manifest' ? inManifest : path
  for (const argument of argumentsOf(text, call).toReversed()) {
    const found = locate(text, argument, options)
    if (found !== undefined) return positionOf(text, at.file, found)
  }
  return undefined
}

function offsetOf(text: string, { line, column }: Position): number | undefined {
  let start = 0
  for (let count = 1; count < line; count++) {
    const next = text.indexOf('\n', start)
    if (next === -1) return undefined
    start = next + 1
  }
  return start + column - 1
}

function positionOf(text: string, file: string, offset: number): Position {
  const before = text.slice(0, offset)
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** Offsets of the arguments of the call whose name starts here. */
function argumentsOf(text: string, call: number): readonly number[] {
  const open = text.slice(call).search(/\(/)
  // Between a name and its bracket stand only type arguments.
  if (open === -1 || !/^[\w$.\s]*(<[^()]*>)?\s*$/.test(text.slice(call, call + open))) return []
  const found: number[] = []
  let at = skipBlank(text, call + open + 1)
  while (at < text.length && text.charAt(at) !== ')') {
    found.push(at)
    at = skipValue(text, at)
    if (text.charAt(at) !== ',') break
    at = skipBlank(text, at + 1)
  }
  return found
}

/** The deepest part of the path that stands in the value at this offset; undefined where not even its first part does. */
function locate(text: string, from: number, path: FieldPath): number | undefined {
  const [key, ...rest] = path
  if (key === undefined) return undefined
  const sign = text.charAt(from)
  const held =
    sign === '{' ? propertyOf(text, from, String(key)) : sign === '[' ? itemOf(text, from, Number(key)) : undefined
  if (!held) return undefined
  return (held.value !== undefined ? locate(text, held.value, rest) : undefined) ?? held.at
}

interface Held {
  readonly at: number
  readonly value?: number
}

function propertyOf(text: string, object: number, key: string): Held | undefined {
  let found: Held | undefined
  for (const { at, name, value } of properties(text, object)) if (name === key) found = { at, value }
  return found
}

function* properties(text: string, object: number): Generator<Held & { readonly name?: string }> {
  let at = skipBlank(text, object + 1)
  while (at < text.length && text.charAt(at) !== '}') {
    const start = at
    const [name, end] = keyAt(text, at)
    const colon = skipBlank(text, end)
    const value = name !== undefined && text.charAt(colon) === ':' ? skipBlank(text, colon + 1) : undefined
    yield { at: start, name, value }
    at = skipValue(text, value ?? end)
    if (text.charAt(at) !== ',') return
    at = skipBlank(text, at + 1)
  }
}

function keyAt(text: string, at: number): readonly [name: string | undefined, end: number] {
  const sign = text.charAt(at)
  if (sign === "'" || sign === '"') {
    const end = skipString(text, at)
    return [text.slice(at + 1, end - 1), end]
  }
  const word = /^[\w$]+/.exec(text.slice(at, at + 200))?.[0]
  return word === undefined ? [undefined, at] : [word, at + word.length]
}

function itemOf(text: string, list: number, index: number): Held | undefined {
  let at = skipBlank(text, list + 1)
  for (let count = 0; at < text.length && text.charAt(at) !== ']'; count++) {
    // Behind a spread nobody can count.
    if (text.startsWith('...', at)) return undefined
    if (count === index) return { at, value: at }
    at = skipValue(text, at)
    if (text.charAt(at) !== ',') return undefined
    at = skipBlank(text, at + 1)
  }
  return undefined
}
