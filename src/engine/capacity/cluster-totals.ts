// What a cluster, or a pool of it, has in all, what is taken of it, and what is free.

import type { Estate, EstateNode, Source } from '../../estate/estate.ts'
import { type Quantity, subtractQuantity } from '../../kubernetes/quantity.ts'
import type { Assumption } from '../assumption.ts'
import { nodesByName } from '../placement/eligible.ts'
import { allocatableOf, takenAssumption, takenOf } from './node-room.ts'
import { poolNodes } from './pool-room.ts'
import { sumQuantities } from './sums.ts'

export interface NodeAmount {
  readonly node: string
  readonly amount: Quantity
  /** As it was written, `60%`. */
  readonly says?: string
  readonly source: Source
}

export interface NodeSum {
  readonly rows: readonly NodeAmount[]
  readonly sum: Quantity
}

/** What is taken: node by node where each node says it, else for the cluster as a whole. */
export interface TakenSum extends NodeSum {
  readonly by: 'node' | 'cluster'
}

export interface ClusterTotals {
  readonly nodes: readonly string[]
  readonly cpu: NodeSum
  readonly memory: NodeSum
  readonly disk: NodeSum
  /** Undefined where nobody says. */
  readonly taken: { readonly cpu?: TakenSum; readonly memory?: TakenSum }
  /** All minus taken, where it is known what is taken. */
  readonly free: { readonly cpu?: Quantity; readonly memory?: Quantity }
  readonly assumes: readonly Assumption[]
}

/** The sums of a cluster, or of one pool of it. What is known for the cluster as a whole is not known for a pool. */
export function clusterTotals(estate: Estate, pool?: string): ClusterTotals {
  const nodes = pool === undefined ? nodesByName(estate) : poolNodes(estate, pool)
  const whole = pool === undefined ? estate : undefined
  const cpu = allocatableSum(nodes, 'cpu')
  const memory = allocatableSum(nodes, 'memory')
  const taken = { cpu: takenSum(nodes, 'cpu', whole), memory: takenSum(nodes, 'memory', whole) }
  return {
    nodes: nodes.map(({ name }) => name),
    cpu,
    memory,
    disk: allocatableSum(nodes, 'ephemeral-storage'),
    taken,
    free: { cpu: leftOf(cpu, taken.cpu), memory: leftOf(memory, taken.memory) },
    assumes: taken.cpu || taken.memory ? [takenAssumption(estate)] : [],
  }
}

function leftOf(all: NodeSum, taken: TakenSum | undefined): Quantity | undefined {
  return taken && subtractQuantity(all.sum, taken.sum)
}

function allocatableSum(nodes: readonly EstateNode[], resource: string): NodeSum {
  const rows = nodes.map((node) => ({ node: node.name, amount: allocatableOf(node, resource), source: node.source }))
  return { rows, sum: sumQuantities(rows.map(({ amount }) => amount)) }
}

function takenSum(nodes: readonly EstateNode[], resource: string, whole?: Estate): TakenSum | undefined {
  const rows = nodes.flatMap(({ name, taken, source }): NodeAmount[] => {
    const amount = takenOf(taken, resource)
    if (!amount) return []
    return [
      { node: name, amount, ...(taken.says !== undefined && { says: taken.says }), source: taken.source ?? source },
    ]
  })
  if (rows.length === nodes.length && rows.length > 0)
    return { by: 'node', rows, sum: sumQuantities(rows.map(({ amount }) => amount)) }

  const inAll = whole && takenOf(whole.taken, resource)
  return inAll && { by: 'cluster', rows: [], sum: inAll }
}
