// The estate compiled for placement: nodes, domains and classes of equal pods as small integers, so that a filter is a
// few look-ups. Built once, never changed; what stands where is kept apart (stand.ts).

import type { Estate, EstateNode } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type NodeRoom, takenAssumption } from '../capacity/node-room.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type HostPort, hostPortsOf } from '../scheduling/host-ports.ts'
import { unmodelledSays } from '../scheduling/unmodelled-says.ts'
import { attaches, driverOf } from './attach-limits.ts'
import { type Domains, inUnits, nodeTable } from './node-table.ts'
import type { Reason } from './reasons.ts'
import { apartTerms, namespacesOf, nearTerms, type PairTerm, spreadRules } from './rules.ts'
import { type CompiledSpread, spreadCompiler } from './spread.ts'
import { type TakenBy, takenBy } from './taken-by.ts'
import { type Unmodelled, unmodelledIn } from './unmodelled-uses.ts'

export interface Board {
  readonly estate: Estate
  /** Estimates are denied: every node that somebody made one of is full. */
  readonly isFull: boolean
  readonly nodes: readonly EstateNode[]
  /** `pods` first, then cpu in thousandths, memory in bytes, and whatever else is asked for. */
  readonly resources: readonly string[]
  /** Per node, per resource: what there is, exactly. */
  readonly rooms: readonly (readonly NodeRoom[])[]
  /** The same as numbers: allocatable minus taken. */
  readonly room: readonly Float64Array[]
  readonly members: readonly Member[]
  readonly terms: readonly ApartTerm[]
}

/** A class of equal pods on the board. */
export interface Member {
  readonly index: number
  readonly pod: PodClass
  readonly count: number
  /** One on each node that takes it, whatever else is there. */
  readonly daemon: boolean
  readonly needs: Float64Array
  /** Per node: why it never takes these pods. */
  readonly refused: readonly (readonly Reason[])[]
  readonly eligible: Uint8Array
  /** Per node: whether it has room for one pod when nothing else of the estate is there. */
  readonly roomy: Uint8Array
  /** Terms of its own, and terms (its own too) that keep their owner away from it. */
  readonly keepsApart: readonly number[]
  readonly keptFrom: readonly number[]
  readonly near: readonly NearTerm[]
  readonly spread: readonly CompiledSpread[]
  readonly ports: readonly HostPort[]
  /** What its pods use that nothing here follows: that they have a place is never certain. */
  readonly unmodelled: readonly Unmodelled[]
}

export interface ApartTerm {
  readonly owner: number
  readonly term: PairTerm
  readonly domains: Domains
}

export interface NearTerm {
  readonly term: PairTerm
  readonly domains: Domains
  /** Members that the term takes, by index. */
  readonly taken: readonly number[]
}

export interface BoardOptions {
  readonly denied?: ReadonlySet<string>
}

const boards = new WeakMap<readonly PodClass[], Board[]>()

/** The board of these pods in this estate; neither changes, so the same board answers when asked again. */
export function boardOf(estate: Estate, pods: readonly PodClass[], { denied }: BoardOptions = {}): Board {
  const isFull = denied?.has(takenAssumption(estate).id) === true
  const known = boards.get(pods) ?? []
  const found = known.find((board) => board.estate === estate && board.isFull === isFull)
  if (found) return found
  const made = compile(estate, pods, isFull)
  boards.set(pods, [...known, made])
  return made
}

function compile(estate: Estate, pods: readonly PodClass[], isFull: boolean): Board {
  const { nodes, domains, refusals, grid } = nodeTable(estate)
  const classes = [...pods].sort((a, b) => byCodePoint(a.workload, b.workload))
  const resources = ['pods', 'cpu', 'memory', ...otherResources(classes)]
  const { rooms, room } = grid(resources, isFull)
  const least = leastRoom(room, resources.length)
  const namespaces = namespacesOf(estate)
  const terms = classes.flatMap((pod, owner) =>
    apartTerms(pod, namespaces).map((term): ApartTerm => ({ owner, term, domains: domains(term.topologyKey) })),
  )
  const taken = takenBy(classes)
  const compileSpread = spreadCompiler({ nodes, domains, takenBy: taken })
  const pairs = pairsOf(classes.length, terms, taken)
  const { usesOf, isServed } = unmodelledIn(estate, classes)
  const areExact = room.every((row) => row.every(isExact))
  const members = classes.map((pod, index): Member => {
    const needs = Float64Array.from(resources, (resource) => needOf(pod, resource, isServed))
    const { refused, eligible } = refusals(pod)
    return {
      index,
      pod,
      count: pod.count,
      daemon: pod.kind === 'DaemonSet',
      needs,
      refused,
      eligible,
      roomy: roomyOn(room, least, needs),
      ...(pairs[index] ?? { keepsApart: [], keptFrom: [] }),
      near: nearTerms(pod, namespaces).map((term) => nearTerm(term, domains, taken)),
      spread: spreadRules(pod).map((rule, _, all) => compileSpread({ rule, all, pod, refused })),
      ports: hostPortsOf(pod.spec),
      unmodelled: areExact && needs.every(isExact) ? usesOf(pod) : [...usesOf(pod), beyondExact],
    }
  })
  return { estate, isFull, nodes, resources, rooms, room, members, terms }
}

/** Per class: the terms that it owns, and those that keep their owner away from it. */
function pairsOf(
  classes: number,
  terms: readonly ApartTerm[],
  taken: TakenBy,
): readonly Pick<Member, 'keepsApart' | 'keptFrom'>[] {
  const pairs = Array.from({ length: classes }, () => ({ keepsApart: [] as number[], keptFrom: [] as number[] }))
  for (const [at, { owner, term }] of terms.entries()) {
    pairs[owner]?.keepsApart.push(at)
    for (const other of taken(term)) pairs[other]?.keptFrom.push(at)
  }
  return pairs
}

function nearTerm(term: PairTerm, domains: (key: string) => Domains, taken: TakenBy): NearTerm {
  return { term, domains: domains(term.topologyKey), taken: taken(term) }
}

/** Per resource: what every node has. */
function leastRoom(room: readonly Float64Array[], resources: number): Float64Array {
  const least = new Float64Array(resources).fill(Number.POSITIVE_INFINITY)
  for (const row of room) for (let r = 0; r < resources; r++) least[r] = Math.min(least[r] ?? 0, row[r] ?? 0)
  return least
}

function roomyOn(room: readonly Float64Array[], least: Float64Array, needs: Float64Array): Uint8Array {
  const roomy = new Uint8Array(room.length).fill(1)
  for (const [r, need] of needs.entries()) {
    // Most pods fit on every node.
    if (need === 0 || need <= (least[r] ?? 0)) continue
    for (const [node, row] of room.entries()) if (need > (row[r] ?? 0)) roomy[node] = 0
  }
  return roomy
}

function otherResources(pods: readonly PodClass[]): string[] {
  const names = new Set(pods.flatMap((pod) => [...Object.keys(pod.requests), ...attaches(pod).keys()]))
  return [...names].filter((name) => name !== 'cpu' && name !== 'memory').sort(byCodePoint)
}

// Beyond that a double does not hold every whole number.
function isExact(amount: number): boolean {
  return Math.abs(amount) <= Number.MAX_SAFE_INTEGER
}

const beyondExact: Unmodelled = { says: unmodelledSays.amounts(), isOpen: true }

function needOf(pod: PodClass, resource: string, isServed: (resource: string) => boolean): number {
  if (resource === 'pods') return 1
  if (driverOf(resource) !== undefined) return attaches(pod).get(resource) ?? 0
  if (isServed(resource)) return 0
  const asked = Object.hasOwn(pod.requests, resource) ? pod.requests[resource] : undefined
  return asked ? inUnits(resource, asked) : 0
}
