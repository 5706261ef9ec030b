import { makingOf } from './made.ts'

/** Every object that can be reached from a value through what its nouns were given, itself first. */
export function* reachable(root: object): Generator<object> {
  const seen = new Set<object>([root])
  for (const value of seen) {
    yield value
    const held = makingOf(value)?.given ?? value
    for (const child of Object.values(held)) {
      if (typeof child === 'object' && child !== null) seen.add(child)
    }
  }
}

const known = new WeakMap<object, readonly object[]>()

/** The same as a list, gone through once: neither a noun nor what it was given changes. */
export function allReachable(root: object): readonly object[] {
  const found = known.get(root) ?? [...reachable(root)]
  known.set(root, found)
  return found
}
