import { membersOf, noBits, setBit } from '../reachability/bits.ts'
import type { Connectivity } from './connectivity.ts'

/** The same with a target for each member of a class: `classOf` has the class of each. Sources stay classes. */
export function expanded({ sources, ports, egress, ingress }: Connectivity, classOf: Uint32Array): Connectivity {
  const members = Array.from({ length: ingress.of.length }, (): number[] => [])
  for (const [member, at] of classOf.entries()) members[at]?.push(member)
  const known = new Map<Uint32Array, Uint32Array>()
  const wide = (far: Uint32Array): Uint32Array => {
    const bits = known.get(far) ?? noBits(classOf.length)
    if (!known.has(far)) for (const at of membersOf(far)) for (const member of members[at] ?? []) setBit(bits, member)
    known.set(far, bits)
    return bits
  }
  const all = egress.all.map((grants) => grants?.map((grant) => ({ ...grant, far: wide(grant.far) })))
  const of = classOf.map((at) => ingress.of[at] as number)
  return { sources, targets: classOf.length, ports, egress: { all, of: egress.of }, ingress: { all: ingress.all, of } }
}
