// A failure in a cluster so small that every order and every choice can be tried.

import type { Random } from '../random.ts'

export interface MustCase {
  readonly nodes: readonly SmallNode[]
  readonly classes: readonly SmallWork[]
  /** Per class: the nodes of its pods; absent: every placement that may come about. */
  readonly seats?: readonly (readonly number[])[]
  readonly lost: readonly number[]
  readonly state: 'silent' | 'removed'
}

export interface SmallNode {
  readonly zone?: string
  readonly cpu: number
  readonly memory: number
  readonly slots: number
  readonly disk?: string
  readonly isTainted?: boolean
}

export interface SmallWork {
  readonly kind: 'Deployment' | 'StatefulSet'
  readonly count: number
  readonly cpu: number
  readonly memory: number
  readonly disk?: string
  readonly port?: number
  readonly priority?: number
  readonly neverPreempts?: boolean
  /** Class by its place in the list. */
  readonly apart?: readonly { readonly by: Key; readonly from: number }[]
  readonly near?: readonly { readonly by: Key; readonly to: number }[]
  readonly spread?: readonly {
    readonly by: Key
    readonly maxSkew: number
    readonly minDomains?: number
    readonly honorsTaints?: boolean
  }[]
}

export type Key = 'kubernetes.io/hostname' | 'topology.kubernetes.io/zone'

const keys: readonly Key[] = ['kubernetes.io/hostname', 'topology.kubernetes.io/zone']

// Of two kinds, so that some pods may stand only where others may not.
const disks = ['ssd', 'hdd'] as const

export function inventCase(random: Random): MustCase {
  const nodes = random.list(random.int(2, 4), () => inventNode(random))
  const classes: SmallWork[] = []
  const most = random.int(2, 6)
  const isRanked = random.chance(0.3)
  const many = random.int(1, 4)
  for (let left = most; left > 0 && classes.length < many; ) {
    const count = random.int(1, Math.min(3, left))
    left -= count
    classes.push(inventWork(random, count, many, isRanked))
  }
  return { nodes, classes, lost: inventLost(random, nodes), state: random.pick(['silent', 'removed'] as const) }
}

/** One node, a whole zone where another is left, or two nodes. */
function inventLost(random: Random, nodes: readonly SmallNode[]): readonly number[] {
  const first = random.int(0, nodes.length - 1)
  const zone = nodes[first]?.zone
  const own = [...nodes.keys()].filter((at) => nodes[at]?.zone === zone)
  if (zone !== undefined && own.length < nodes.length && random.chance(0.3)) return own
  const isPair = nodes.length > 2 && random.chance(0.2)
  return isPair ? [first, (first + 1) % nodes.length].sort((a, b) => a - b) : [first]
}

function inventNode(random: Random): SmallNode {
  const zone = random.weighted([
    [4, 'a'],
    [4, 'b'],
    [1, undefined],
  ] as const)
  return {
    ...(zone !== undefined && { zone }),
    cpu: random.int(1, 6),
    memory: random.int(1, 6),
    slots: random.pick([2, 3, 110, 110]),
    ...(random.chance(0.6) && { disk: random.pick(disks) }),
    ...(random.chance(0.08) && { isTainted: true }),
  }
}

function inventWork(random: Random, count: number, many: number, isRanked: boolean): SmallWork {
  const other = () => random.int(0, many - 1)
  const key = () => random.pick(keys)
  return {
    kind: random.chance(0.8) ? 'Deployment' : 'StatefulSet',
    count,
    cpu: random.int(0, 3),
    memory: random.int(0, 3),
    ...(random.chance(0.25) && { disk: random.pick(disks) }),
    ...(random.chance(0.12) && { port: random.pick([80, 81]) }),
    ...(isRanked && { priority: random.pick([0, 10, 20]) }),
    ...(isRanked && random.chance(0.2) && { neverPreempts: true }),
    ...(random.chance(0.25) && { apart: [{ by: key(), from: other() }] }),
    ...(random.chance(0.1) && { near: [{ by: key(), to: other() }] }),
    ...(random.chance(0.2) && { spread: [inventSpread(random, key())] }),
  }
}

function inventSpread(random: Random, by: Key) {
  return {
    by,
    maxSkew: random.int(1, 2),
    ...(random.chance(0.15) && { minDomains: 2 }),
    ...(random.chance(0.3) && { honorsTaints: true }),
  }
}
