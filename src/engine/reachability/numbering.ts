// Numbers for things, in the order in which they are met.

export type NumberOf<K extends unknown[]> = (...key: K) => number

/** Numbers for things, the same for those of one key. */
export function numbering<T>(keyOf: (thing: T) => string) {
  const all: T[] = []
  const numbers = new Map<string, number>()
  const of = (thing: T): number => {
    const key = keyOf(thing)
    const number = numbers.get(key) ?? all.push(thing) - 1
    numbers.set(key, number)
    return number
  }
  return { all, of }
}
