// Every kind of resource whose products are known. One line per kind.

import { scaledObject } from './keda.ts'
import type { Maker } from './maker.ts'

const makers: readonly Maker[] = [scaledObject]

const byKind: ReadonlyMap<string, Maker> = new Map(makers.map((maker) => [`${maker.group}/${maker.kind}`, maker]))

/** The maker of a kind; undefined where nothing is made of it. */
export function makerOf(group: string, kind: string): Maker | undefined {
  return byKind.get(`${group}/${kind}`)
}
