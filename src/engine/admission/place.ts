// A place inside a manifest, with its name as the API server prints it. A field that is null is not set; an entry of a map that is
// null is there, and stands for nothing said: an empty text, an amount of 0.
import { type Quantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import { amountOf } from '../pods/amounts.ts'
import type { Path } from './refusal.ts'

// Nearly every place is fine and never named: names and paths are put together when something is refused there.
export interface Place {
  readonly value: unknown
  /** What it lies in; the root of a manifest lies in nothing. */
  readonly within: Place | undefined
  readonly step: string | number
  /** Whether the step is a key of a map rather than a field of an object. */
  readonly isEntry: boolean
  /** The name that the server prints, where it is not put together from the steps. */
  readonly name: string | undefined
}

export function rootOf(manifest: unknown): Place {
  return { value: manifest, within: undefined, step: '', isEntry: false, name: '' }
}

/** A place that is reached by a path from the root, under a name of its own. */
export function placeAt(value: unknown, name: string, path: Path): Place {
  const around = path.slice(0, -1).reduce((within, step) => ({ ...rootOf(undefined), within, step }), rootOf(undefined))
  return { value, within: around, step: path.at(-1) ?? '', isEntry: false, name }
}

/** `spec.containers[0].image`, `metadata.labels[app]`: the name that the server prints. */
export function fieldOf({ name, within, step, isEntry }: Place): string {
  if (name !== undefined || within === undefined) return name ?? ''
  const around = fieldOf(within)
  if (isEntry || typeof step === 'number') return `${around}[${step}]`
  return around === '' ? step : `${around}.${step}`
}

/** The steps from the root. */
export function pathOf({ within, step }: Place): Path {
  return within === undefined ? [] : [...pathOf(within), step]
}

/** The field of an object; absent where the object has none of its own. */
export function at(place: Place, ...names: readonly string[]): Place {
  let found = place
  for (const step of names)
    found = { value: own(found.value, step), within: found, step, isEntry: false, name: undefined }
  return found
}

/** The members of a list. */
export function items(place: Place): readonly Place[] {
  if (!Array.isArray(place.value)) return []
  return place.value.map((value, step) => ({ value, within: place, step, isEntry: false, name: undefined }))
}

/** The entries of a map, in the order of their keys. */
export function entries(place: Place): readonly (readonly [key: string, Place])[] {
  return keysOf(place).map((step) => [
    step,
    { value: own(place.value, step), within: place, step, isEntry: true, name: undefined },
  ])
}

/** The names of an object's fields, sorted. */
export function keysOf({ value }: Place): readonly string[] {
  return typeof value !== 'object' || value === null || Array.isArray(value) ? [] : Object.keys(value).sort()
}

/** The same place under the name that the server prints for it. */
export function named(place: Place, name: string): Place {
  return { ...place, name }
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
