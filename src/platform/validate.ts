// Is this value what the option may hold? Every problem is reported; nothing is thrown.

import { isMade, makingOf } from './made.ts'
import { nearest } from './nearest.ts'
import { joined } from './plain.ts'
import { fitsScalar } from './scalar.ts'
import type { Field, Fields, Kind } from './schema.ts'
import { isRange } from './units.ts'
import { allowedWords, foundWords, quoted } from './words.ts'

export interface Wrong {
  readonly path: string
  readonly found: string
  readonly allowed: string
  readonly didYouMean?: string
}

export type Say = (wrong: Wrong) => void

const MOST_PER_LIST = 20

/** Options against their fields: unknown ones, missing ones, and what each holds. */
export function validateFields(fields: Fields, options: object, path: string, say: Say): void {
  const values = new Map<string, unknown>(Object.entries(options))
  for (const key of values.keys()) {
    if (!Object.hasOwn(fields, key)) say(unknownOption(fields, key, path))
  }
  for (const [key, field] of Object.entries(fields)) {
    const value = values.get(key)
    const where = joined(path, key)
    if (value !== undefined) validate(field, value, where, say)
    else if (field.needed !== undefined) say({ path: where, found: 'nothing', allowed: neededWords(field) })
  }
}

function neededWords(field: Field): string {
  return field.needed === '' ? allowedWords(field) : `${allowedWords(field)} (${field.needed})`
}

function unknownOption(fields: Fields, key: string, path: string): Wrong {
  const known = Object.keys(fields).sort()
  const near = nearest(key, known)
  const allowed = known.length === 0 ? 'no options' : `the options ${known.join(', ')}`
  return { path: joined(path, key), found: 'an option that is not known', allowed, ...(near && { didYouMean: near }) }
}

function validate(kind: Kind, value: unknown, path: string, say: Say): void {
  if (isMade(value, 'undecided')) {
    eachOf(makingOf(value)?.given.options, (option) => validate(kind, option, path, say))
    return
  }
  switch (kind.kind) {
    case 'list':
    case 'pair':
      return validateList(kind, value, path, say)
    case 'map':
      return validateMap(kind, value, path, say)
    case 'record':
      if (!isPlainObject(value)) return refuse(kind, value, path, say)
      return validateFields(kind.fields, value, path, say)
    case 'either':
      return validateEither(kind, value, path, say)
    case 'noun':
      return validateNoun(kind, value, path, say)
    default:
      if (!fitsScalar(kind, value)) refuse(kind, value, path, say)
  }
}

function refuse(kind: Kind, value: unknown, path: string, say: Say): void {
  if (isRange(value) && kind.kind !== 'durationRange' && kind.kind !== 'price') {
    const allowed = `${allowedWords(kind)}: a range is taken only where more is always worse`
    return say({ path, found: 'a range', allowed })
  }
  const near = kind.kind === 'oneOf' && typeof value === 'string' ? nearest(value, kind.of) : undefined
  say({ path, found: foundWords(value), allowed: allowedWords(kind), ...(near !== undefined && { didYouMean: near }) })
}

function validateList(kind: Kind & { kind: 'list' | 'pair' }, value: unknown, path: string, say: Say): void {
  if (!Array.isArray(value)) return refuse(kind, value, path, say)
  const least = kind.kind === 'list' ? (kind.least ?? 0) : 2
  if (value.length < least || (kind.kind === 'pair' && value.length > 2)) return refuse(kind, value, path, say)
  atMost(say, path, (limited) => {
    value.forEach((item, index) => {
      validate(kind.of, item, `${path}[${index}]`, limited)
    })
  })
}

function validateMap(kind: Kind & { kind: 'map' }, value: unknown, path: string, say: Say): void {
  if (!isPlainObject(value)) return refuse(kind, value, path, say)
  atMost(say, path, (limited) => {
    for (const [key, held] of Object.entries(value)) {
      if (!fitsScalar(kind.keys, key)) {
        limited({ path, found: `the name ${quoted(key)}`, allowed: allowedWords(kind.keys) })
      }
      validate(kind.of, held, joined(path, key), limited)
    }
  })
}

// The alternative whose shape fits speaks for itself; else all alternatives are named.
function validateEither(kind: Kind & { kind: 'either' }, value: unknown, path: string, say: Say): void {
  const fitting = kind.of.find((option) => shapeFits(option, value))
  if (fitting) return validate(fitting, value, path, say)
  refuse(kind, value, path, say)
}

function shapeFits(kind: Kind, value: unknown): boolean {
  if (kind.kind === 'noun') return isMade(value, ...kind.of)
  if (kind.kind === 'list' || kind.kind === 'pair') return Array.isArray(value)
  if (kind.kind === 'map' || kind.kind === 'record') return isPlainObject(value)
  if (kind.kind === 'either') return kind.of.some((option) => shapeFits(option, value))
  return fitsScalar(kind, value)
}

function validateNoun(kind: Kind & { kind: 'noun' }, value: unknown, path: string, say: Say): void {
  if (!isMade(value, ...kind.of)) return refuse(kind, value, path, say)
  if (!isMade(value, 'planned')) return
  const others = kind.of.filter((is) => is !== 'planned')
  validateNoun({ kind: 'noun', of: others }, makingOf(value)?.given.value, path, say)
}

// A list of a hundred thousand slips is one slip to its author.
function atMost(say: Say, path: string, run: (limited: Say) => void): void {
  let count = 0
  run((wrong) => {
    count++
    if (count <= MOST_PER_LIST) say(wrong)
  })
  if (count > MOST_PER_LIST) {
    say({ path, found: `${count - MOST_PER_LIST} more like these`, allowed: 'what the lines above allow' })
  }
}

function eachOf(list: unknown, visit: (item: unknown) => void): void {
  if (Array.isArray(list)) list.forEach(visit)
}

/** An object that holds options, and is neither a list nor made by a noun. */
export function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isMade(value)
}
