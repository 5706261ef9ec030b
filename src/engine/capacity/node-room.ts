// What one node has to give: allocatable minus what already takes room there. The second is always somebody's estimate.

import type { Estate, EstateNode, Source, Taken } from '../../estate/estate.ts'
import { type Quantity, sayQuantity, subtractQuantity, tryQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Assumption } from '../assumption.ts'

export interface NodeRoom {
  readonly node: string
  readonly allocatable: Quantity
  readonly taken: Quantity
  /** As it was written, `60%`. */
  readonly says?: string
  /** Allocatable minus taken; below zero where more is taken than there is. */
  readonly free: Quantity
  readonly source: Source
  readonly takenSource?: Source
  /** Somebody says of this node what is taken; else nothing is, or it is known for the whole cluster only. */
  readonly estimated: boolean
  /** The estimate of what is taken, where there is one. */
  readonly assumes: readonly Assumption[]
}

// Kubelets take 110 pods where nobody says otherwise (pkg/kubelet/apis/config/v1beta1/defaults.go:196, kubernetes v1.36.3).
const defaultPods = '110'

/**
 * The room of one node, exactly. An estimate that is denied counts as a full node; one for the whole cluster is assumed
 * to lie elsewhere.
 * A resource that the node does not list is not there: zero.
 */
export function nodeRoom(
  estate: Estate,
  node: EstateNode,
  resource: string,
  denied: ReadonlySet<string> = new Set(),
): NodeRoom {
  const allocatable = allocatableOf(node, resource)
  const estimate = takenOf(node.taken, resource)
  const isUnsized = isUnsizedIn(node, resource)
  const isEstimated = isUnsized || estimate !== undefined || takenOf(estate.taken, resource) !== undefined
  const assumes = isEstimated ? [takenAssumption(estate)] : []
  const taken = assumes.some(({ id }) => denied.has(id)) ? allocatable : (estimate ?? zeroQuantity)
  return {
    node: node.name,
    allocatable,
    taken,
    ...(estimate && node.taken.says !== undefined && { says: node.taken.says }),
    free: subtractQuantity(allocatable, taken),
    source: node.source,
    estimated: isUnsized || estimate !== undefined,
    ...(estimate && node.taken.source && { takenSource: node.taken.source }),
    assumes,
  }
}

/** Whether nobody says how much of a resource a node has. */
export function isUnsizedIn({ unsized = [] }: EstateNode, resource: string): boolean {
  return unsized.some((one) => one === resource)
}

export function allocatableOf(node: EstateNode, resource: string): Quantity {
  const written = Object.hasOwn(node.allocatable, resource) ? node.allocatable[resource] : undefined
  return tryQuantity(written ?? (resource === 'pods' ? defaultPods : '0')) ?? zeroQuantity
}

/** What somebody says is taken of a resource; undefined where nobody does. */
export function takenOf(taken: Taken, resource: string): Quantity | undefined {
  if (resource !== 'cpu' && resource !== 'memory') return undefined
  return tryQuantity(taken[resource])
}

/**
 * That no more is taken than somebody said: one assumption for the cluster, as one estimate is worth little where the
 * others are wrong. Denying it fills every node that somebody made an estimate of.
 */
export function takenAssumption(estate: Estate): Assumption {
  const known = assumptions.get(estate) ?? estimatesOf(estate)
  assumptions.set(estate, known)
  return known
}

const assumptions = new WeakMap<Estate, Assumption>()

function estimatesOf(estate: Estate): Assumption {
  const rows = [...estate.nodes]
    .sort((a, b) => byCodePoint(a.name, b.name))
    .map(({ name, taken }) => [name, taken] as const)
  const said = [...rows, ['the cluster as a whole', estate.taken] as const].filter(([, taken]) => isSaid(taken))
  const source = said.map(([, taken]) => taken.source).find((found) => found !== undefined)
  return {
    id: `taken/${estate.cluster}`,
    says: [...saidOf(said), ...unsizedOf(estate)].join('; '),
    kind: 'estimate',
    source: source ?? estate.source,
  }
}

function saidOf(said: readonly (readonly [string, Taken])[]): readonly string[] {
  if (said.length === 0) return []
  const rows = said.map(([name, taken]) => `${name} ${sayTaken(taken)}`)
  return [`no more is taken than somebody estimated: ${rows.join(', ')}`]
}

function unsizedOf({ nodes }: Estate): readonly string[] {
  const names = nodes.filter(({ unsized = [] }) => unsized.length > 0).map(({ name }) => name)
  return names.length === 0 ? [] : [`${sayNodes(names)} are large enough, of which nobody says how large they are`]
}

/** `n1, n2, n3 and 12 more`. */
export function sayNodes(names: readonly string[]): string {
  const sorted = [...names].sort(byCodePoint)
  return sorted.length > 4 ? `${sorted.slice(0, 3).join(', ')} and ${sorted.length - 3} more` : sorted.join(', ')
}

/** Whether anybody estimated anything in this cluster, or left open how large a node is. */
export function hasEstimates({ nodes, taken }: Estate): boolean {
  return isSaid(taken) || nodes.some((node) => isSaid(node.taken) || (node.unsized ?? []).length > 0)
}

function isSaid({ cpu, memory }: Taken): boolean {
  return cpu !== undefined || memory !== undefined
}

function sayTaken({ says, cpu, memory }: Taken): string {
  const cores = takenOf({ cpu }, 'cpu')
  const bytes = takenOf({ memory }, 'memory')
  const amounts = [cores && sayQuantity('cpu', cores), bytes && `${sayQuantity('memory', bytes)} of memory`]
  const text = amounts.filter(Boolean).join(' and ')
  return says?.includes('%') ? `${text} (${says})` : text
}
