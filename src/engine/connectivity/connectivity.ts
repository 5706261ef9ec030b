// Who reaches whom, as numbers: what stands behind them (pods, addresses, policies) is the caller's.

import type { Bits } from '../reachability/bits.ts'

/** Far ends that are let through at some port classes: ascending numbers below `Connectivity.ports`, or at every port. */
export interface Grant {
  /** The number of a set of ends in `Sides.sets`. */
  readonly far: number
  readonly ports: readonly number[] | 'all'
}

/** What ends let through in one direction. Ends that let the same through share a side. */
export interface Sides {
  /** Far ends of grants, a bit for each; both directions may share them. */
  readonly sets: readonly Bits[]
  /** Grants add up. undefined: everything passes; none: nothing does. */
  readonly all: readonly (readonly Grant[] | undefined)[]
  /** By end: the number of its side. */
  readonly of: Uint32Array
}

export interface Connectivity {
  /** How many sources; sets of what comes in have a bit for each. */
  readonly sources: number
  /** How many targets; sets of what goes out have a bit for each. */
  readonly targets: number
  /** How many port classes: sets of ports that no grant tells apart. */
  readonly ports: number
  /** By source: the targets that it may call. */
  readonly egress: Sides
  /** By target: the sources that may call it. */
  readonly ingress: Sides
}

/** Bytes of a row of so many bits: whole steps of 64 bytes, as the kernel takes them. */
export function rowBytes(bits: number): number {
  return Math.max(1, Math.ceil(bits / 512)) * 64
}
