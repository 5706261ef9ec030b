/**
 * Turns a square of 32 × 32 bits over its diagonal, in place: bit c of word r becomes bit r of word c. Halves are swapped,
 * then quarters, down to single bits (Warren, Hacker's Delight, section 7-3).
 */
export function transpose(square: Uint32Array): void {
  let mask = 0x0000ffff
  for (let half = 16; half !== 0; half >>>= 1, mask ^= mask << half)
    for (let row = 0; row < 32; row = (row + half + 1) & ~half) {
      const upper = square[row] as number
      const lower = square[row + half] as number
      const swap = ((upper >>> half) ^ lower) & mask
      square[row + half] = lower ^ swap
      square[row] = upper ^ (swap << half)
    }
}
