import { membersOf, noBits, setBit } from '../reachability/bits.ts'
import type { Connectivity } from './connectivity.ts'

/** The same with a target for each member of a class: `classOf` has the class of each. Sources stay classes. */
export function expanded(asked: Connectivity, classOf: Uint32Array): Connectivity {
  const { egress, ingress } = asked
  const members = Array.from({ length: ingress.of.length }, (): number[] => [])
  for (const [member, at] of classOf.entries()) members[at]?.push(member)
  const isGranted = new Set(egress.all.flatMap((grants) => grants?.map(({ far }) => far) ?? []))
  const sets = egress.sets.map((far, number) => {
    const bits = noBits(isGranted.has(number) ? classOf.length : 0)
    if (isGranted.has(number))
      for (const at of membersOf(far)) for (const member of members[at] ?? []) setBit(bits, member)
    return bits
  })
  const of = classOf.map((at) => ingress.of[at] as number)
  return { ...asked, targets: classOf.length, egress: { ...egress, sets }, ingress: { ...ingress, of } }
}
