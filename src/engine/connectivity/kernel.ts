// The loops over bits that take the time of a large matrix: in WebAssembly 128 bits at once, where there is that, else plain.

import { kernelBytes } from './kernel-bytes.ts'
import { plainLoops } from './plain-loops.ts'

/** Works on one memory; addresses are in bytes, multiples of 16 unless said otherwise, and no range is empty. */
export interface Kernel {
  /** The whole memory. */
  readonly words: Uint32Array
  /**
   * `entry` to `end`: pairs of 32-bit numbers, the offset of a slot of 16 bytes and the address of a set. Each slot takes in
   * the 16 bytes that stand at `column` in its set.
   */
  readonly gather: (entry: number, end: number, slots: number, column: number) => void
  /**
   * `offset` to `end`: for each target, a multiple of 32 of them, the offset of a slot: 128 bits, one for each source. Turned
   * over they become 128 rows, `stride` bytes apart, with a bit for each target; the rows hold nothing before. `square` is
   * 512 bytes to work in. Answers 1 where any bit was set, else 0.
   */
  readonly turn: (slots: number, offset: number, end: number, rows: number, stride: number, square: number) => number
  /** The bytes from `to` to `end`, whole steps of 64, become (a | b) & (c | d). */
  readonly meet: (to: number, end: number, a: number, b: number, c: number, d: number) => void
  /**
   * `pair` to `end`: addresses of two rows of `bytes`, a and b, as 32-bit numbers; rows are whole steps of 64 bytes. At
   * `counts`, two numbers for each pair: how many bits of a are not in b, and of b not in a.
   */
  readonly differ: (pair: number, end: number, bytes: number, counts: number) => void
}

/** A memory of at least so many bytes, all zero, and the loops over it. */
export function kernelOf(bytes: number): Kernel {
  return wideKernel(bytes) ?? plainKernel(bytes)
}

/**
 * Kernels that work on one memory, one after another: whoever asks for the next has done with what the last one holds. A
 * process asks its system for that memory only once, and waits for it only once.
 */
export function keptKernel(kernelFor = kernelOf): typeof kernelOf {
  let kept: Kernel | undefined
  return (bytes) => {
    if (kept && kept.words.length * 4 >= bytes) kept.words.fill(0, 0, Math.ceil(bytes / 4))
    else kept = kernelFor(bytes)
    return kept
  }
}

/** What is used of it; the types of the language do not know it. */
interface Wasm {
  readonly validate: (code: Uint8Array) => boolean
  readonly Module: new (code: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

interface Exports extends Omit<Kernel, 'words'> {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number }
}

const pageBytes = 65_536
let compiled: object | undefined

/** 128 bits at once; undefined where the machine has no such instructions, or no WebAssembly. */
export function wideKernel(bytes: number): Kernel | undefined {
  const { WebAssembly: wasm } = globalThis as { readonly WebAssembly?: Wasm }
  if (!wasm) return undefined
  if (!compiled) {
    const code = Uint8Array.from(atob(kernelBytes), (character) => character.charCodeAt(0))
    if (!wasm.validate(code)) return undefined
    compiled = new wasm.Module(code)
  }
  const { memory, gather, turn, meet, differ } = new wasm.Instance(compiled).exports as Exports
  memory.grow(Math.ceil(bytes / pageBytes))
  return { words: new Uint32Array(memory.buffer), gather, turn, meet, differ }
}

/** The same, 32 bits at once. */
export function plainKernel(bytes: number): Kernel {
  const words = new Uint32Array(Math.ceil(bytes / 4))
  return { words, ...plainLoops(words) }
}
