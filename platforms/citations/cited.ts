// Every statement of a platform that cites the document: the place it names, and the numbers it states there.

import { makingOf } from '../../src/platform/made.ts'
import type { Stated } from '../../src/platform/source.ts'

export interface Citation {
  readonly of: string
  readonly stated: Stated
  /** What is stated there in figures, beside what nested statements cite for themselves. */
  readonly values: readonly string[]
}

export function citationsOf(platform: object): readonly Citation[] {
  const seen = new Set<object>()
  const found: Citation[] = []

  const visit = (value: unknown, title: string): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    const making = makingOf(value)
    const held = making ? making.given : value
    const of = making?.title ?? title
    const stated = (held as { stated?: unknown }).stated
    if (isStated(stated)) found.push({ of, stated, values: statedValues(held) })
    const cites = citesOf(held)
    for (const [option, lines] of Object.entries(cites))
      found.push({ of: `${of} ${option}`, stated: lines, values: statedValues((held as Options)[option]) })
    for (const [key, inner] of Object.entries(held))
      if (key !== 'stated' && key !== 'cites') visit(inner, `${of} ${key}`)
  }

  visit(platform, 'platform')
  return found
}

type Options = { readonly [option: string]: unknown }

// Options that cite lines of their own.
function citesOf(held: object): { readonly [option: string]: Stated } {
  return (held as { cites?: { readonly [option: string]: Stated } }).cites ?? {}
}

function isStated(value: unknown): value is Stated {
  return typeof value === 'object' && value !== null && 'lines' in value && 'section' in value
}

// Numbers and texts of one statement; what another noun says, or an inner record that cites for itself, is its own matter.
function statedValues(held: unknown): readonly string[] {
  if (typeof held === 'number' || typeof held === 'string') return [`${held}`]
  if (typeof held !== 'object' || held === null) return []
  const cites = citesOf(held)
  return Object.entries(held).flatMap(([key, inner]) => {
    if (key === 'stated' || key === 'cites' || Object.hasOwn(cites, key)) return []
    if (key === 'from' && 'to' in held && isNothing(inner)) return []
    const nested =
      typeof inner === 'object' &&
      inner !== null &&
      (makingOf(inner) !== undefined || isStated((inner as { stated?: unknown }).stated))
    return nested ? [] : statedValues(inner)
  })
}

// "Less than a minute" says where a range ends; that it begins with nothing is how it is written here.
function isNothing(inner: unknown): boolean {
  return typeof inner === 'string' && /^0[a-z]+$/.test(inner)
}
