/** One number for each different pair of numbers: a row of numbers becomes one by pairing what there is with the next. */
export interface PairNumbers {
  of(known: number, next: number): number
}

// Pairs become keys of 53 bits, of which the second number gets 22 and a sign; larger ones take the longer way.
const span = 2 ** 23
const bound = 2 ** 22

export function pairNumbers(): PairNumbers {
  const near = new Map<number, number>()
  const far = new Map<string, number>()
  let last = 0
  return {
    of(known, next) {
      if (Number.isInteger(next) && next > -bound && next < bound) {
        const key = known * span + (next + bound)
        const found = near.get(key)
        if (found !== undefined) return found
        last += 1
        near.set(key, last)
        return last
      }
      const key = `${known} ${next}`
      const found = far.get(key)
      if (found !== undefined) return found
      last += 1
      far.set(key, last)
      return last
    },
  }
}
