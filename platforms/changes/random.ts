/** Numbers in [0, 1) by a xorshift of 32 bits; the same for the same seed, which is not 0. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
