/** Choices that are the same in every run, and others with every number. */
export interface Chooser {
  one<T>(from: readonly T[]): T | undefined
  shuffled<T>(list: readonly T[]): readonly T[]
}

/** The first leaves everything in its order and takes the first of equals; those after it mix (a linear congruential generator). */
export function chooserOf(number: number): Chooser {
  let state = (number * 2_654_435_761) >>> 0
  const below = (limit: number) => {
    if (number === 0) return 0
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return {
    one: (from) => from[below(from.length)],
    shuffled: (list) => {
      const mixed = [...list]
      if (number === 0) return mixed
      for (let at = mixed.length - 1; at > 0; at--) {
        const other = below(at + 1)
        const kept = mixed[at]
        mixed[at] = mixed[other] as (typeof mixed)[number]
        mixed[other] = kept as (typeof mixed)[number]
      }
      return mixed
    },
  }
}
