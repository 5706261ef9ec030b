// Sources that nothing tells apart as callers: they let themselves out alike, and who lets one of them in lets in all.

import { type Bits, hasBit, noBits, setBit, splitBy } from '../reachability/bits.ts'
import type { Connectivity } from './connectivity.ts'

export interface Callers {
  /** The same with one source for each kind of callers; kinds are numbered in the order of their first sources. */
  readonly asked: Connectivity
  /** By source: the number of its kind. */
  readonly kindOf: Uint32Array
}

export function callersIn(asked: Connectivity): Callers {
  const { egress, ingress } = asked
  const granted = new Set(ingress.all.flatMap((grants) => grants?.map(({ far }) => ingress.sets[far] as Bits) ?? []))
  const kindOf = splitBy(egress.of, granted)
  const firsts = numberedByFirst(kindOf)
  const of = Uint32Array.from(firsts, (source) => egress.of[source] as number)
  const sets = ingress.sets.map((far) => (granted.has(far) ? picked(far, firsts) : far))
  return {
    asked: { ...asked, sources: firsts.length, egress: { ...egress, of }, ingress: { ...ingress, sets } },
    kindOf,
  }
}

/** Numbers kinds anew, in place; the first source of each. */
function numberedByFirst(kinds: Uint32Array): readonly number[] {
  const numbers = new Map<number, number>()
  const firsts: number[] = []
  for (let source = 0; source < kinds.length; source++) {
    const kind = kinds[source] as number
    const number = numbers.get(kind) ?? firsts.push(source) - 1
    numbers.set(kind, number)
    kinds[source] = number
  }
  return firsts
}

function picked(far: Bits, sources: readonly number[]): Bits {
  const bits = noBits(sources.length)
  for (let kind = 0; kind < sources.length; kind++) if (hasBit(far, sources[kind] as number)) setBit(bits, kind)
  return bits
}
