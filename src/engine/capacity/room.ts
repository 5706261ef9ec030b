// Room on a set of nodes: what they have, what is taken there already, what is free; exactly, node by node.

import type { Estate } from '../../estate/estate.ts'
import { addQuantity, type Quantity, subtractQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import type { Assumption } from '../assumption.ts'
import { joinAssumptions } from '../assumption.ts'
import { nodesByName } from '../placement/eligible.ts'
import { allocatableOf, type NodeRoom, nodeRoom, takenAssumption, takenOf } from './node-room.ts'

export interface Room {
  readonly nodes: readonly NodeRoom[]
  readonly allocatable: Quantity
  /** undefined where nobody says what is taken: neither by node nor for the cluster. */
  readonly taken: Quantity | undefined
  readonly free: Quantity | undefined
  /** Taken is known for the cluster as a whole only. */
  readonly wholeCluster: boolean
  readonly assumes: readonly Assumption[]
}

/** Room for `cpu` or `memory` on nodes by name; all nodes of the cluster where none are named. */
export function roomOn(
  estate: Estate,
  resource: 'cpu' | 'memory',
  names?: readonly string[],
  denied?: ReadonlySet<string>,
): Room {
  const nodes = nodesByName(estate)
    .filter(({ name }) => names === undefined || names.includes(name))
    .map((node) => nodeRoom(estate, node, resource, denied))
  const allocatable = sum(nodes.map((node) => node.allocatable))
  const byNode = sum(nodes.map((node) => node.taken))
  const assumes = joinAssumptions(nodes.map((node) => node.assumes))
  const isKnown = nodes.some(({ estimated }) => estimated)
  if (isKnown)
    return {
      nodes,
      allocatable,
      taken: byNode,
      free: subtractQuantity(allocatable, byNode),
      wholeCluster: false,
      assumes,
    }
  const whole = takenOf(estate.taken, resource)
  if (whole === undefined)
    return { nodes, allocatable, taken: zeroQuantity, free: allocatable, wholeCluster: false, assumes }
  // Of a part of the cluster nobody knows what share of it is taken.
  if (names !== undefined && names.length < estate.nodes.length)
    return { nodes, allocatable, taken: undefined, free: undefined, wholeCluster: true, assumes }
  const taken = denied?.has(takenAssumption(estate).id) ? allocatable : whole
  return { nodes, allocatable, taken, free: subtractQuantity(allocatable, taken), wholeCluster: true, assumes }
}

/** What nodes have of any resource: `cpu`, `memory`, `ephemeral-storage`. */
export function allocatableOn(
  estate: Estate,
  resource: string,
  names?: readonly string[],
): readonly { readonly node: string; readonly amount: Quantity }[] {
  return nodesByName(estate)
    .filter(({ name }) => names === undefined || names.includes(name))
    .map((node) => ({ node: node.name, amount: allocatableOf(node, resource) }))
}

/** Names of the nodes that an environment is meant to stand on: its declared pool, else all. */
export function poolOf(
  estate: Estate,
  environment: string,
): { readonly name?: string; readonly nodes: readonly string[] } {
  const pool = estate.environments.find(({ name }) => name === environment)?.pool
  const nodes = pool === undefined || !Object.hasOwn(estate.pools, pool) ? undefined : estate.pools[pool]
  return nodes ? { name: pool, nodes } : { nodes: estate.nodes.map(({ name }) => name) }
}

function sum(quantities: readonly Quantity[]): Quantity {
  return quantities.reduce(addQuantity, zeroQuantity)
}
