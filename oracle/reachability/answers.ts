import type { World } from './blocks.ts'
import type { PolicyCase } from './policy-case.ts'
import { endsOf } from './policy-case.ts'

/** Of one connection: let out of the one end, let in at the other. */
export interface Sides {
  readonly egress: boolean
  readonly ingress: boolean
}

/** By world and port: a digit for each pair of ends, 1 where it is let out and 2 more where it is let in. */
export type TheirAnswer = { readonly [W in World]?: readonly string[] }

/** What they say of one connection. */
export function theirSides(
  asked: PolicyCase,
  answer: TheirAnswer,
  world: World,
  at: { readonly from: string; readonly to: string; readonly port: number },
): Sides {
  const ends = endsOf(asked)
  const digits = (answer[world] ?? answer.written)?.[at.port] ?? ''
  const digit = Number(digits[ends.indexOf(at.from) * ends.length + ends.indexOf(at.to)])
  return { egress: (digit & 1) !== 0, ingress: (digit & 2) !== 0 }
}
