// What kernel.wat does, word by word: for machines without its instructions, and to hold it against.

import type { Kernel } from './kernel.ts'
import { transpose } from './transpose.ts'

export function plainLoops(words: Uint32Array): Omit<Kernel, 'words'> {
  return {
    gather: (entry, end, slots, column) => {
      for (let at = entry >>> 2; at < end >>> 2; at += 2) {
        const slot = (slots + (words[at] as number)) >>> 2
        const set = ((words[at + 1] as number) + column) >>> 2
        for (let lane = 0; lane < 4; lane++)
          words[slot + lane] = (words[slot + lane] as number) | (words[set + lane] as number)
      }
    },
    turn: (slots, offset, end, rows, stride) => {
      const square = new Uint32Array(32)
      let ever = 0
      for (let group = offset >>> 2, to = rows >>> 2; group < end >>> 2; group += 32, to++)
        for (let lane = 0; lane < 4; lane++) {
          if (!fillSquare(square, words, slots, group, lane)) continue
          ever = 1
          transpose(square)
          for (let at = 0; at < 32; at++) words[to + (lane * 32 + at) * (stride >>> 2)] = square[at] as number
        }
      return ever
    },
    meet: (to, end, a, b, c, d) => {
      for (let at = 0; at < (end - to) >>> 2; at++) {
        const one = (words[(a >>> 2) + at] as number) | (words[(b >>> 2) + at] as number)
        const other = (words[(c >>> 2) + at] as number) | (words[(d >>> 2) + at] as number)
        words[(to >>> 2) + at] = one & other
      }
    },
    differ: (pair, end, bytes, counts) => {
      for (let at = pair >>> 2, to = counts >>> 2; at < end >>> 2; at += 2, to += 2) {
        const [a, b] = [(words[at] as number) >>> 2, (words[at + 1] as number) >>> 2]
        words[to] = 0
        words[to + 1] = 0
        for (let word = 0; word < bytes >>> 2; word++) {
          const [one, other] = [words[a + word] as number, words[b + word] as number]
          words[to] = (words[to] as number) + ones(one & ~other)
          words[to + 1] = (words[to + 1] as number) + ones(other & ~one)
        }
      }
    },
  }
}

/** One word of the slot of each of 32 targets; false where none of them holds a bit. */
function fillSquare(square: Uint32Array, words: Uint32Array, slots: number, group: number, lane: number): boolean {
  let any = 0
  for (let at = 0; at < 32; at++) {
    const bits = words[((slots + (words[group + at] as number)) >>> 2) + lane] as number
    square[at] = bits
    any |= bits
  }
  return any !== 0
}

/** How many bits are set (Warren, Hacker's Delight, section 5-1). */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
