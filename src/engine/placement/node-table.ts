// What the nodes of an estate say by themselves, as every board of it needs it: found once, and only what is asked for.

import type { Estate, EstateNode } from '../../estate/estate.ts'
import { milli, type Quantity, quantityOf, wholeUnits, zeroQuantity } from '../../kubernetes/quantity.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type NodeRoom, nodeRoom, takenAssumption } from '../capacity/node-room.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { attachLimits, driverOf, noLimit } from './attach-limits.ts'
import { nodesByName } from './eligible.ts'
import type { Reason } from './reasons.ts'
import { labelOf, staticRefusals } from './static-filters.ts'

export interface Domains {
  readonly key: string
  /** Per node: its domain, −1 where it lacks the label. */
  readonly of: Int32Array
  readonly names: readonly string[]
}

export interface Refusals {
  /** Per node: why it never takes these pods. */
  readonly refused: readonly (readonly Reason[])[]
  readonly eligible: Uint8Array
}

export interface NodeTable {
  /** Sorted by name. */
  readonly nodes: readonly EstateNode[]
  readonly domains: (key: string) => Domains
  readonly refusals: (pod: PodClass) => Refusals
  /** What there is of some resources; nothing is left where estimates are denied. */
  readonly grid: (resources: readonly string[], isFull: boolean) => Grid
}

/** Per node, per resource: what there is, exactly, and as a number what is left beside what is taken. */
export interface Grid {
  readonly rooms: readonly (readonly NodeRoom[])[]
  readonly room: readonly Float64Array[]
}

const tables = new WeakMap<Estate, NodeTable>()

export function nodeTable(estate: Estate): NodeTable {
  const known = tables.get(estate) ?? build(estate)
  tables.set(estate, known)
  return known
}

function build(estate: Estate): NodeTable {
  const nodes = nodesByName(estate)
  const full = new Set([takenAssumption(estate).id])
  let found: ReturnType<typeof attachLimits> | undefined
  const limits = () => {
    found ??= attachLimits(estate)
    return found
  }
  const rooms = (isFull: boolean) =>
    remembered((resource) => {
      const driver = driverOf(resource)
      return nodes.map((node) =>
        driver === undefined
          ? nodeRoom(estate, node, resource, isFull ? full : undefined)
          : attachRoom(node, limits().get(node.name)?.get(driver) ?? noLimit),
      )
    })
  const [free, taken] = [gridOf(nodes, rooms(false)), gridOf(nodes, rooms(true))]
  return {
    nodes,
    domains: remembered((key) => domainsOf(nodes, key)),
    refusals: refusalTable(nodes),
    grid: (resources, isFull) => (isFull ? taken : free)(JSON.stringify(resources)),
  }
}

/** Boards of one estate mostly ask for the same resources: their names, as JSON, are the key. */
function gridOf(
  nodes: readonly EstateNode[],
  column: (resource: string) => readonly NodeRoom[],
): (key: string) => Grid {
  return remembered((key) => {
    const resources = JSON.parse(key) as readonly string[]
    const columns = resources.map(column)
    const rooms = nodes.map((_, node) => columns.flatMap((of) => of[node] ?? []))
    const leftOf = ({ allocatable, taken }: NodeRoom, at: number) =>
      inUnits(resources[at] ?? '', allocatable) - inUnits(resources[at] ?? '', taken)
    return { rooms, room: rooms.map((row) => Float64Array.from(row, leftOf)) }
  })
}

function attachRoom({ name, source }: EstateNode, most: number): NodeRoom {
  const allocatable = quantityOf(most)
  return { node: name, allocatable, taken: zeroQuantity, free: allocatable, source, estimated: false, assumes: [] }
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key) ?? make(key)
    known.set(key, found)
    return found
  }
}

/** What the nodes themselves say is the same for all pods that ask the same of a node: most of them ask nothing. */
function refusalTable(nodes: readonly EstateNode[]): (pod: PodClass) => Refusals {
  const known = new Map<string, Refusals>()
  return (pod) => {
    const { nodeName, nodeSelector, affinity, tolerations } = pod.spec
    const volumes = pod.claims.flatMap((claim) => (claim.volume ? [claim] : []))
    const key = JSON.stringify([
      nodeName,
      nodeSelector,
      affinity?.nodeAffinity,
      tolerations,
      volumes.map(({ claim, volume }) => [pod.namespace, claim, volume]),
    ])
    const found = known.get(key)
    if (found) return found
    const refused = nodes.map((node) => staticRefusals(pod, node))
    const eligible = Uint8Array.from(refused, (reasons) => (reasons.length === 0 ? 1 : 0))
    const made = { refused, eligible }
    known.set(key, made)
    return made
  }
}

/** The scheduler counts cpu in thousandths and everything else in whole units, both rounded up. */
export function inUnits(resource: string, q: Quantity): number {
  return resource === 'cpu' ? milli(q) : Number(wholeUnits(q))
}

export function domainsOf(nodes: readonly EstateNode[], key: string): Domains {
  const values = nodes.map((node) => labelOf(node, key))
  const names = [...new Set(values.filter((value) => value !== undefined))].sort(byCodePoint)
  const ids = new Map(names.map((name, id) => [name, id]))
  return {
    key,
    names,
    of: Int32Array.from(values, (value) => (value === undefined ? -1 : (ids.get(value) ?? -1))),
  }
}
