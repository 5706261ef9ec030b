// The best of a list whose members change one at a time: each pair plays once, and a change plays its way up again.

export interface Tournament {
  /** The first of the best; −1 where nobody takes part. */
  winner(): number
  /** A member has changed, and takes part or does not. */
  play(at: number, takesPart: boolean): void
}

/** `isBetter` is asked of members that take part; equal ones are in the order of the list. */
export function tournamentOf(count: number, isBetter: (one: number, other: number) => boolean): Tournament {
  const size = 2 ** Math.ceil(Math.log2(Math.max(count, 2)))
  // A tree in a list: the two below `at` are 2 × at and 2 × at + 1, and the first that plays for itself is at `size`.
  const best = new Int32Array(size * 2).fill(-1)
  return {
    winner: () => best[1] ?? -1,
    play(at, takesPart) {
      best[size + at] = takesPart ? at : -1
      for (let pair = (size + at) >> 1; pair >= 1; pair >>= 1) {
        const first = best[pair * 2] ?? -1
        const second = best[pair * 2 + 1] ?? -1
        const isSecond = first === -1 || (second !== -1 && isBetter(second, first))
        best[pair] = isSecond ? second : first
      }
    },
  }
}
