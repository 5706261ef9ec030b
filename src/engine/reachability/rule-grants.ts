// What a rule lets through, as grants: far ends of a matrix, at every port or at some classes of ports.

import type { Grant } from '../connectivity/connectivity.ts'
import { type Bits, keepOnly } from './bits.ts'
import type { FarEnds } from './far-ends.ts'
import type { Direction, Policy, Rule } from './policy.ts'
import type { PortClasses } from './port-classes.ts'

export interface RuleGrants {
  /** The far ends of all grants made so far. */
  readonly sets: Bits[]
  /** For pods of class `at`; policies on many pods give all of them the same grants. */
  readonly of: (policy: Policy, rule: Rule, at: number, direction: Direction) => readonly Grant[]
}

/** `naming`: the ends whose pods call their ports alike, by the number of the naming (0: without names). */
export function ruleGrants(ports: PortClasses, farEnds: FarEnds, naming: readonly Bits[]): RuleGrants {
  const calledSo = masked(naming)
  const sets: Bits[] = []
  const numbers = new Map<Bits, number>()
  const granted = (far: readonly Bits[], at: Grant['ports']): readonly Grant[] => {
    if (at.length === 0) return []
    return far.map((bits) => {
      const number = numbers.get(bits) ?? sets.push(bits) - 1
      numbers.set(bits, number)
      return { far: number, ports: at }
    })
  }
  const made = (policy: Policy, rule: Rule, at: number, direction: Direction): readonly Grant[] => {
    const far = farEnds(policy, rule)
    if (direction === 'ingress' || !hasNames(rule)) return granted(far, ports.lets(rule.ports, at))
    // A port's name is that of the pods at the far end of what goes out.
    return naming.flatMap((_, number) => {
      const lets = ports.lets(rule.ports, number)
      return lets.length === 0
        ? []
        : granted(
            far.map((bits) => calledSo(bits, number)),
            lets,
          )
    })
  }
  const known = new Map<Rule, Map<number, readonly Grant[]>>()
  const of: RuleGrants['of'] = (policy, rule, at, direction) => {
    const own = direction === 'ingress' && hasNames(rule) ? (ports.naming[at] ?? 0) : 0
    const byNaming = known.get(rule) ?? new Map<number, readonly Grant[]>()
    known.set(rule, byNaming)
    const grants = byNaming.get(own) ?? made(policy, rule, own, direction)
    byNaming.set(own, grants)
    return grants
  }
  return { sets, of }
}

function hasNames({ ports }: Rule): boolean {
  return ports?.some(({ port }) => typeof port === 'string') ?? false
}

function masked(naming: readonly Bits[]) {
  const known = new Map<Bits, Bits[]>()
  return (bits: Bits, number: number): Bits => {
    const own = known.get(bits) ?? []
    known.set(bits, own)
    const found = own[number] ?? Uint32Array.from(bits)
    if (!own[number]) keepOnly(found, naming[number] as Bits)
    own[number] = found
    return found
  }
}
