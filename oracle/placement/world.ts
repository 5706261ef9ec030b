import type { JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import type { Kind } from './kinds.ts'

/** A cluster while it is being invented. */
export interface World {
  readonly random: Random
  readonly has: ReadonlySet<Kind>
  readonly nodes: readonly JsonObject[]
  /** Grows with what pods bring along: claims, volumes. */
  readonly others: JsonObject[]
  /** Names of claims that a later pod of the namespace may use too. */
  readonly claims: Map<string, string[]>
  /** A number that was not given before. */
  next(): number
}

/** The pod that owns a claim is known by this before anybody has created it. */
export function uidOf(namespace: string, name: string): string {
  return `uid-${namespace}-${name}`
}
