// Who reaches whom, as numbers: what stands behind them (pods, addresses, policies) is the caller's.

import type { Bits } from '../reachability/bits.ts'

/** Far ends that are let through at some port classes: ascending numbers below `Connectivity.ports`, or at every port. */
export interface Grant {
  readonly far: Bits
  readonly ports: readonly number[] | 'all'
}

/** What all ends let through in one direction. Ends that let the same through share a side. */
export interface Sides {
  /** Grants add up. undefined: everything passes; none: nothing does. */
  readonly all: readonly (readonly Grant[] | undefined)[]
  /** By end: the number of its side. */
  readonly of: Uint32Array
}

export interface Connectivity {
  /** How many ends there are; `far` of a grant has a bit for each. */
  readonly ends: number
  /** How many port classes: sets of ports that no grant tells apart. */
  readonly ports: number
  /** By source: the targets that it may call. */
  readonly egress: Sides
  /** By target: the sources that may call it. */
  readonly ingress: Sides
}

/**
 * Far ends by port class: `ports + 1` planes of one length, of which the last holds what passes at every port, and the
 * others what passes at that class besides.
 */
export type Planes = Uint32Array

/** The grants of one side as planes of `words` words; `spoken` gets the planes that hold something, without the last. */
export function planesOf(grants: readonly Grant[], ports: number, words: number, spoken: Set<number>): Planes {
  const planes: Planes = new Uint32Array((ports + 1) * words)
  for (const grant of grants) {
    if (grant.ports === 'all') putAt(planes, ports * words, grant.far)
    else
      for (const port of grant.ports) {
        spoken.add(port)
        putAt(planes, port * words, grant.far)
      }
  }
  return planes
}

function putAt(planes: Planes, from: number, far: Bits): void {
  for (let word = 0; word < far.length; word++) planes[from + word] = (planes[from + word] ?? 0) | (far[word] ?? 0)
}

/** Words of 32 bits that hold all ends. */
export function wordsFor(ends: number): number {
  return (ends + 31) >>> 5
}
