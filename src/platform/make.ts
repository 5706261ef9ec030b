// How every noun makes its value: copy, validate, build, freeze, remember. A slip is remembered with the value and told
// by `platform(...)` together with all others.

import { AT, callSite } from './at.ts'
import { isMade, makingOf, remember } from './made.ts'
import type { At } from './model.ts'
import type { Noun } from './noun.ts'
import { plainCopy } from './plain.ts'
import type { Problem } from './problem.ts'
import { fitsScalar } from './scalar.ts'
import type { Fields, Kind } from './schema.ts'
import { withSortedSets } from './sets.ts'
import { type Say, validateFields } from './validate.ts'
import { allowedWords, foundWords } from './words.ts'

export interface NounSpec<O extends object, T extends object> {
  readonly is: Noun
  /** The word that the user called, for messages. */
  readonly word: string
  /** What the name must be; undefined for nouns that have none. */
  readonly named?: Kind
  readonly fields: Fields
  /** Options may lack what was wrong in them: build must not read inside an option that is absent. */
  build(name: string, options: O): T
  /** What goes beyond single fields. */
  rules?(name: string, options: O, say: Say): void
}

/** Makes a noun's value; never throws for what a user wrote. */
export function make<O extends object, T extends object>(
  spec: NounSpec<O, T>,
  name: string,
  options: O,
  at: At = callSite(),
): T {
  const problems: Problem[] = []
  const title = titleOf(spec, name)
  const say: Say = (wrong) => problems.push({ of: title, at: at.at, ...wrong })

  if (spec.named && !fitsScalar(spec.named, name)) {
    say({ path: 'name', found: nameWords(name), allowed: allowedWords(spec.named) })
  }
  if (at.at.file === '') {
    say({ path: '', found: 'a call from code that is in no file (eval or the like)', allowed: 'calls from files' })
  }
  const refused = new Set<string>()
  const given = copyOptions(options, (wrong) => {
    refused.add(wrong.path)
    say(wrong)
  })
  // What was no plain data is absent from the copy; that it is missing there need not be said again.
  const value = build(spec, typeof name === 'string' ? name : '', given, (wrong) => {
    if (!refused.has(wrong.path)) say(wrong)
  })
  for (const held of Object.values(value)) freeze(held)
  Object.defineProperty(value, AT, { value: deepFrozen(at) })
  remember(Object.freeze(value), {
    is: spec.is,
    title,
    given,
    problems,
    remake: (again) => make(spec, name, again as O, at),
  })
  return value
}

function build<O extends object, T extends object>(spec: NounSpec<O, T>, name: string, given: object, say: Say): T {
  const wrong = new Set<string>()
  validateFields(spec.fields, given, '', (found) => {
    wrong.add(/^[\w-]+/.exec(found.path)?.[0] ?? found.path)
    say(found)
  })
  const sound = Object.fromEntries(
    Object.entries(given).filter(([key, held]) => held !== undefined && !wrong.has(key)),
  ) as O
  if (wrong.size === 0) spec.rules?.(name, sound, say)
  return spec.build(name, withSortedSets(spec.fields, sound))
}

function copyOptions(options: unknown, say: Say): { readonly [option: string]: unknown } {
  const copied = plainCopy(options ?? {}, (path, found, allowed) => say({ path, found, allowed }))
  if (typeof copied === 'object' && copied !== null && !Array.isArray(copied) && !isMade(copied)) {
    return copied as { readonly [option: string]: unknown }
  }
  if (copied !== undefined) say({ path: '', found: foundWords(copied), allowed: 'an object with options' })
  return {}
}

function nameWords(name: unknown): string {
  return typeof name === 'object' && name !== null ? 'an object' : foundWords(name)
}

function titleOf(spec: { readonly word: string; readonly named?: Kind }, name: unknown): string {
  if (!spec.named) return spec.word
  return typeof name === 'string' && name.length <= 100
    ? `${spec.word} ${name.replace(/[^\x20-\x7e]/g, '?')}`
    : spec.word
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || makingOf(value)) return
  Object.freeze(value)
  for (const held of Object.values(value)) freeze(held)
}

function deepFrozen<T>(value: T): T {
  freeze(value)
  return value
}
