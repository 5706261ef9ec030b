// Where what is copied lies: in its own region, and in those that all of it is copied to.

import type { Bucket, Component } from './component.ts'
import { traitsOf } from './traits.ts'

/** Undefined where nobody says its own: what it is copied to may then be the same. */
export function regionsOf(place: Bucket | Component): readonly string[] | undefined {
  const { own, others } = saidOf(place)
  return own === undefined ? undefined : [...new Set([own, ...others])]
}

/** Those that are said, its own among them or not. */
export function regionsSaid(place: Bucket | Component): readonly string[] {
  const { own, others } = saidOf(place)
  return [...new Set([...(own === undefined ? [] : [own]), ...others])]
}

/** Those that are said, and whether its own is missing among them. */
export function regionsKnown(place: Bucket | Component): {
  readonly regions: readonly string[]
  readonly isOwnUnsaid?: true
} {
  return { regions: regionsSaid(place), ...(saidOf(place).own === undefined && { isOwnUnsaid: true as const }) }
}

function saidOf(place: Bucket | Component): { readonly own: string | undefined; readonly others: readonly string[] } {
  if (place.is === 'bucket')
    return { own: place.region, others: (place.replicatesTo ?? []).map(({ region }) => region) }
  const { managed, geo = [] } = traitsOf(place)
  return { own: managed?.region, others: geo.map(({ region }) => region) }
}
