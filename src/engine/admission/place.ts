// A place inside a manifest, with its name as the API server prints it. A field that is null is not set; an entry of a map that is
// null is there, and stands for nothing said: an empty text, an amount of 0.
import { type Quantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import { amountOf } from '../pods/amounts.ts'
import type { Path } from './refusal.ts'

export interface Place {
  readonly value: unknown
  readonly field: string
  readonly path: Path
}

export function rootOf(manifest: unknown): Place {
  return { value: manifest, field: '', path: [] }
}

/** The field of an object; absent where the object has none of its own. */
export function at(place: Place, ...names: readonly string[]): Place {
  let found = place
  for (const name of names) {
    const value = own(found.value, name)
    found = { value, field: found.field === '' ? name : `${found.field}.${name}`, path: [...found.path, name] }
  }
  return found
}

/** The members of a list. */
export function items(place: Place): readonly Place[] {
  if (!Array.isArray(place.value)) return []
  return place.value.map((value, index) => ({
    value,
    field: `${place.field}[${index}]`,
    path: [...place.path, index],
  }))
}

/** The entries of a map, in the order of their keys. */
export function entries(place: Place): readonly (readonly [key: string, Place])[] {
  const { value } = place
  return keysOf(place).map((key) => [
    key,
    { value: own(value, key), field: `${place.field}[${key}]`, path: [...place.path, key] },
  ])
}

/** The names of an object's fields, sorted. */
export function keysOf({ value }: Place): readonly string[] {
  return typeof value !== 'object' || value === null || Array.isArray(value) ? [] : Object.keys(value).sort()
}

/** The same place under the name that the server prints for it. */
export function named(place: Place, field: string): Place {
  return { ...place, field }
}

export function isSet(place: Place): boolean {
  return place.value !== undefined && place.value !== null
}

/** Text; empty where there is none, which is the same to the API. */
export function text(place: Place): string {
  return typeof place.value === 'string' ? place.value : ''
}

export function number(place: Place): number | undefined {
  return typeof place.value === 'number' ? place.value : undefined
}

/** The amount that an entry of a resource list stands for; undefined where there is no such entry. */
export function amountAt(place: Place): Quantity | undefined {
  return place.value === null ? zeroQuantity : amountOf(place.value)
}

export function texts(place: Place): readonly string[] {
  return items(place).map(text)
}

function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as { readonly [field: string]: unknown })[name]
}
