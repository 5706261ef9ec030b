// What changes are asked with while the classes of ports stay the same: memory that is used again, and sets joined before.
// A change takes a few hundred microseconds, of which clearing away new memory would be most.

import type { Bits } from './bits.ts'
import type { Granting } from './change-index.ts'
import { type ChangePorts, type Far, farAmong, farOf, type Planes, planesFor } from './change-planes.ts'
import type { Direction } from './policy.ts'

/** Far ends at one class of ports; one beyond the last class is every port. */
export interface Part {
  readonly port: number
  readonly far: Far
}

export interface Workspace {
  readonly ports: ChangePorts
  /** To be written by one change, and by the next. */
  readonly own: Planes
  readonly toward: Planes
  readonly was: Planes
  readonly is: Planes
  /** What far ends grant a set in their direction; `callee` as that of `Asked`. */
  readonly granted: (direction: Direction, set: number, callee: number | undefined) => readonly Part[]
  /** Those of far ends that call their ports so. */
  readonly called: (far: Far, naming: number) => Far
  /** New bits for an answer, as many words as a plane has. */
  readonly answer: () => Bits
}

export function workspaceOf(
  ports: ChangePorts,
  granting: { readonly [D in Direction]: readonly (readonly Granting[])[] },
): Workspace {
  const [own, toward, was, is] = [ports, ports, ports, ports].map(planesFor) as [Planes, Planes, Planes, Planes]
  const called = remembered((far: Far, naming: number) => farAmong(far, ports.called[naming] as Bits))
  const known = { egress: new Map<number, readonly Part[]>(), ingress: new Map<number, readonly Part[]>() }
  const granted: Workspace['granted'] = (direction, set, callee = -1) => {
    const key = set * (ports.called.length + 1) + callee + 1
    const found = known[direction].get(key) ?? joined(ports, granting[direction][set] ?? [], callee)
    known[direction].set(key, found)
    return found
  }
  return { ports, own, toward, was, is, granted, called, answer: answersOf(own.words) }
}

function remembered(made: (far: Far, naming: number) => Far) {
  const known = new WeakMap<Far, Far[]>()
  return (far: Far, naming: number): Far => {
    const own = known.get(far) ?? []
    known.set(far, own)
    const found = own[naming] ?? made(far, naming)
    own[naming] = found
    return found
  }
}

/** All lists of ports as one set of far ends for each class of ports. */
function joined({ lists, called, classes }: ChangePorts, granting: readonly Granting[], callee: number) {
  const planes: (Bits | undefined)[] = new Array(classes.length + 1)
  const put = (port: number, { bits, from, end }: Far, among: Bits | undefined) => {
    const to = planes[port] ?? new Uint32Array(called[0]?.length ?? 0)
    planes[port] = to
    for (let word = from; word < end; word++)
      to[word] = (to[word] as number) | ((bits[word - from] as number) & (among?.[word] ?? 0xffffffff))
  }
  for (const { list, to } of granting) {
    const { isNamed, lets } = lists[list] ?? { isNamed: false, lets: [] }
    if (!isNamed || callee >= 0) for (const port of lets[Math.max(callee, 0)] ?? []) put(port, to, undefined)
    else for (const [naming, own] of lets.entries()) for (const port of own) put(port, to, called[naming])
  }
  return planes.flatMap((bits, port): Part[] => (bits ? [{ port, far: farOf(bits) }] : []))
}

/** Bits of answers side by side, so that one piece of memory serves many. */
function answersOf(words: number): () => Bits {
  const inPiece = 64
  let [piece, next] = [new Uint32Array(0), 0]
  return () => {
    if (next === piece.length) [piece, next] = [new Uint32Array(words * inPiece), 0]
    next += words
    return piece.subarray(next - words, next)
  }
}
