/** Choices that a seed repeats. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** One of the pairs, as often as its weight says. */
  weighted<T>(from: readonly (readonly [weight: number, value: T])[]): T
  /** `length` texts of `part`, joined. */
  text(length: number, part: () => string): string
  /** `length` things. */
  list<T>(length: number, part: () => T): T[]
}

/** A generator by mulberry32: small, and the same on every machine. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const list = <T>(length: number, part: () => T) => Array.from({ length }, part)
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('nothing to pick from')
    return from[int(0, from.length - 1)] as T
  }
  return {
    int,
    list,
    pick,
    chance: (probability) => next() < probability,
    weighted: (from) => weighted(from, next()),
    text: (length, part) => list(length, part).join(''),
  }
}

function weighted<T>(from: readonly (readonly [number, T])[], at: number): T {
  const total = from.reduce((sum, [weight]) => sum + weight, 0)
  let left = at * total
  for (const [weight, value] of from) {
    left -= weight
    if (left < 0) return value
  }
  throw new RangeError('nothing to choose from')
}

/** A seed of its own for each part of a run, so that leaving a part out changes no other. */
export function seedFor(seed: number, part: string): number {
  let hash = seed >>> 0
  for (const character of part) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}
