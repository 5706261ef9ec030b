// The policies of an estate as plain connectivity: ends as numbers, and what each lets through on both sides.

import type { Ref } from '../../kubernetes/types.ts'
import type { Connectivity, Grant, Sides } from '../connectivity/connectivity.ts'
import type { Block } from './address.ts'
import { type Bits, noBits, setBit } from './bits.ts'
import { farEnds } from './far-ends.ts'
import type { Asked, Side } from './let-through.ts'
import { type PodEnd, podEnds } from './matrix-ends.ts'
import type { Direction } from './policy.ts'
import { type PortClasses, portClasses } from './port-classes.ts'
import type { Reachability } from './reachability.ts'
import { ruleGrants } from './rule-grants.ts'
import { tierSide } from './tier-side.ts'

export interface MatrixSides {
  /** The first ends; those of the ranges outside follow. */
  readonly pods: readonly PodEnd[]
  readonly ports: PortClasses
  readonly connectivity: Connectivity
}

/** Workloads that are hidden are at no end. */
export function matrixSides(r: Reachability, outside: readonly Block[], hidden: ReadonlySet<Ref>): MatrixSides {
  const ports = portClasses(r)
  const pods = podEnds(r, ports.naming, hidden)
  const size = pods.length + outside.length
  const grants = ruleGrants(ports, farEnds(r, pods, outside), namingOf(pods, ports, size))
  const asked: Asked = { size, ports, grants, effects: new Map() }
  const isVoid = r.estate.enforcesPolicy.holds === false
  const sidesOf = (direction: Direction) => sidesFor(r, isVoid ? [] : pods, asked, direction)
  const connectivity = {
    sources: size,
    targets: size,
    ports: ports.all.length,
    egress: sidesOf('egress'),
    ingress: sidesOf('ingress'),
  }
  return { pods, ports, connectivity }
}

function namingOf(pods: readonly PodEnd[], { naming }: PortClasses, size: number): readonly Bits[] {
  const all = Array.from({ length: naming.reduce((most, one) => Math.max(most, one), 0) + 1 }, () => noBits(size))
  for (const [end, { at }] of pods.entries()) setBit(all[naming[at] ?? 0] ?? noBits(0), end)
  for (let end = pods.length; end < size; end++) setBit(all[0] ?? noBits(0), end)
  return all
}

/** Ends beyond the given pods have no policy. */
function sidesFor(r: Reachability, pods: readonly PodEnd[], asked: Asked, direction: Direction): Sides {
  const all: (readonly Grant[] | undefined)[] = [undefined]
  const numbers = new Map<number, number>([[0, 0]])
  const of = new Uint32Array(asked.size)
  for (const [end, { at, side }] of pods.entries()) {
    const known = numbers.get(side[direction])
    const number = known ?? all.push(grantsFor(r, asked, at, direction)) - 1
    numbers.set(side[direction], number)
    of[end] = number
  }
  return { sets: asked.grants.sets, all, of }
}

function grantsFor(r: Reachability, asked: Asked, at: number, direction: Direction): readonly Grant[] {
  const tiers = r.tiers?.[direction](at)
  if (tiers) return sideGrants(tierSide(asked, tiers, at, direction), asked.grants.sets)
  return (r.isolating[direction][at] ?? []).flatMap((policy) =>
    (policy[direction] ?? []).flatMap((rule) => asked.grants.of(policy, rule, at, direction)),
  )
}

function sideGrants({ always, at }: Side, sets: Bits[]): readonly Grant[] {
  const add = (bits: Bits) => sets.push(bits) - 1
  return [
    { far: add(always), ports: 'all' },
    ...[...at].map(([port, far]): Grant => ({ far: add(far), ports: [port] })),
  ]
}
