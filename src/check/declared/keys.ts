// Under which name each shared value of a platform is written: its own, unless another of its noun has the same.

import { atOf } from '../../platform/at.ts'
import { makingOf } from '../../platform/made.ts'
import { byCodePoint } from '../../platform/order.ts'
import { isShared, type Shared } from './sections.ts'

export type Keys = ReadonlyMap<object, string>

/** The names of all clusters, components, environments, journeys and procedures that can be reached. */
export function keysOf(root: object): Keys {
  const named = Map.groupBy(sharedIn(root), ({ noun, name }) => `${noun} ${name}`)
  const keys = new Map<object, string>()
  for (const alike of named.values())
    for (const [index, { value, name }] of alike.toSorted(byPlace).entries())
      keys.set(value, index === 0 ? name : `${name}~${index + 1}`)
  return keys
}

interface SharedValue {
  readonly noun: Shared
  readonly name: string
  readonly value: object
}

function* sharedIn(root: object): Generator<SharedValue> {
  const seen = new Set<object>([root])
  for (const value of seen) {
    const making = makingOf(value)
    if (making && isShared(making.is) && 'name' in value && typeof value.name === 'string')
      yield { noun: making.is, name: value.name, value }
    for (const held of Object.values(making?.given ?? value))
      if (typeof held === 'object' && held !== null) seen.add(held)
  }
}

// Where a value is declared does not depend on the order in which others name it.
function byPlace({ value: a }: SharedValue, { value: b }: SharedValue): number {
  return byCodePoint(placeText(a), placeText(b))
}

function placeText(value: object): string {
  const places = [atOf(value)?.at, ...(atOf(value)?.via ?? [])]
  return places.map((at) => (at ? `${at.file}:${padded(at.line)}:${padded(at.column)}` : '')).join(' ')
}

function padded(number: number): string {
  return `${number}`.padStart(8, '0')
}
