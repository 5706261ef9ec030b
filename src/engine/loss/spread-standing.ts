// What the domains of a spread rule hold before anything is lost: counted once per rule, for every failure to change a little.

import type { CompiledSpread } from '../placement/spread.ts'
import type { Ground } from './ground.ts'
import type { Scene } from './scene.ts'

export interface Standing {
  /** Per domain: the pods that count; −1 where the domain does not. */
  readonly holds: Int32Array
  /** How many domains count. */
  readonly domains: number
  /** So many of them hold 0, 1, 2, … pods. */
  readonly byHeld: Int32Array
}

const known = new WeakMap<CompiledSpread, Standing>()

export function standingOf({ seats }: Ground, spread: CompiledSpread): Standing {
  const found = known.get(spread)
  if (found) return found
  const { counted, domains, taken } = spread
  const holds = countedIn(spread).map((size) => (size > 0 ? 0 : -1))
  for (const other of taken)
    for (const node of seats[other] ?? []) {
      const domain = domains.of[node] ?? -1
      if (counted[node] === 1 && domain !== -1) holds[domain] = (holds[domain] ?? 0) + 1
    }
  const byHeld = new Int32Array(holds.reduce((most, held) => Math.max(most, held), 0) + 1)
  for (const held of holds) if (held !== -1) byHeld[held] = (byHeld[held] ?? 0) + 1
  const made = { holds, byHeld, domains: byHeld.reduce((sum, many) => sum + many, 0) }
  known.set(spread, made)
  return made
}

/** The fewest pods that a domain holds once some hold something else; −1 there is one that does not count any more. */
export function leastHeld(
  { holds, byHeld }: Standing,
  changed: Iterable<readonly [domain: number, held: number]>,
): number {
  const many = Int32Array.from(byHeld)
  for (const [domain, held] of changed) {
    const before = holds[domain] ?? -1
    if (before !== -1) many[before] = (many[before] ?? 0) - 1
    if (held !== -1) many[held] = (many[held] ?? 0) + 1
  }
  const least = many.findIndex((domains) => domains > 0)
  return least === -1 ? Number.POSITIVE_INFINITY : least
}

const prefixes = new WeakMap<Standing, Map<Int32Array, Int32Array>>()

/** Of domains with so many nodes each: how many nodes are in those that hold 0, up to 1, up to 2, … pods. */
export function nodesByHeld(standing: Standing, sizes: Int32Array): Int32Array {
  const own = prefixes.get(standing) ?? new Map<Int32Array, Int32Array>()
  prefixes.set(standing, own)
  const found = own.get(sizes)
  if (found) return found
  const made = new Int32Array(standing.byHeld.length)
  for (let domain = 0; domain < sizes.length; domain++) {
    const held = Math.max(0, standing.holds[domain] ?? 0)
    made[held] = (made[held] ?? 0) + (sizes[domain] ?? 0)
  }
  for (let held = 1; held < made.length; held++) made[held] = (made[held] ?? 0) + (made[held - 1] ?? 0)
  own.set(sizes, made)
  return made
}

const emptiedIn = new WeakMap<Scene, Map<Uint8Array, readonly number[]>>()

/** The domains of which a rule counts no node that is left. */
export function emptied(scene: Scene, spread: CompiledSpread): readonly number[] {
  const own = emptiedIn.get(scene) ?? new Map<Uint8Array, readonly number[]>()
  emptiedIn.set(scene, own)
  const found = own.get(spread.counted) ?? withoutNodes(scene, spread)
  own.set(spread.counted, found)
  return found
}

function withoutNodes({ lost }: Scene, spread: CompiledSpread): readonly number[] {
  const sizes = countedIn(spread)
  const left = new Map<number, number>()
  for (const node of lost) {
    const domain = spread.domains.of[node] ?? -1
    if (domain === -1 || spread.counted[node] !== 1) continue
    left.set(domain, (left.get(domain) ?? sizes[domain] ?? 0) - 1)
  }
  return [...left].flatMap(([domain, many]) => (many === 0 ? [domain] : []))
}

/** The fewest nodes that a domain has which the rule counts at all. */
export function leastCounted(spread: CompiledSpread): number {
  let least = Number.POSITIVE_INFINITY
  for (const size of countedIn(spread)) if (size > 0) least = Math.min(least, size)
  return least
}

const counts = new WeakMap<Uint8Array, Int32Array>()

/** Per domain: how many nodes of it the rule counts. */
function countedIn({ counted, domains }: CompiledSpread): Int32Array {
  const found = counts.get(counted)
  if (found) return found
  const made = new Int32Array(domains.names.length)
  for (const [node, domain] of domains.of.entries())
    if (domain !== -1 && counted[node] === 1) made[domain] = (made[domain] ?? 0) + 1
  counts.set(counted, made)
  return made
}
