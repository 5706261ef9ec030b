// What runs where, as plain data: made where the estates are, shown where the terminal is.

import { inUnits } from '../../engine/placement/node-table.ts'
import { amountOf } from '../../engine/placement/stand-refusals.ts'
import {
  fitOtherwise,
  type PlacedPods,
  type Placement,
  placementOf,
  type WhyNot,
  whyNot,
} from '../../engine/placement/where.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { podsOf } from '../../engine/pods/pods-of.ts'
import type { PreemptionAnswer } from '../../engine/scheduling/scheduler.ts'
import { sayUnmodelled } from '../../engine/scheduling/unmodelled-says.ts'
import type { Estate } from '../../estate/estate.ts'
import { sayQuantity } from '../../kubernetes/quantity.ts'
import { byCodePoint } from '../../platform/order.ts'
import { namesIn } from '../name-in-cluster.ts'
import { notCounted, whySoMany } from './counted.ts'
import { type Clause, sayRefusals, sayScore } from './why-words.ts'

export interface PlaceAnswer {
  readonly cluster: string
  /** Whether pods were seen on their nodes; else it is one placement of those that may come about. */
  readonly isObserved: boolean
  /** What takes room and is in none of the sums. */
  readonly notCounted?: string
  readonly nodes: readonly NodeRow[]
  readonly placed: readonly { readonly pod: string; readonly node: string }[]
  readonly unplaced: readonly UnplacedPods[]
  /** In another order all pods would have a place. */
  readonly fitOtherwise?: true
  readonly asked: readonly Asked[]
}

/** Pods of one workload: what refuses one of them refuses all. */
export interface UnplacedPods {
  /** `namespace/name`, sorted. */
  readonly pods: readonly string[]
  readonly because: readonly Refused[]
  /** Who would go for one of them, or why nobody does; left out where no pod is of lower priority. */
  readonly preempting?: PreemptionAnswer
}

export interface NodeRow {
  readonly node: string
  readonly zone?: string
  /** `1.9 of 4 cores`, `3Gi of 16Gi`. */
  readonly taken: readonly string[]
  readonly pods: readonly { readonly namespace: string; readonly name: string; readonly count: number }[]
}

export interface Refused {
  readonly node: string
  /** In the words of the scheduler, which stops at the first filter that refuses: `Insufficient cpu`. */
  readonly reason: string
  /** All filters that refuse, with what stands behind each. */
  readonly says: readonly Clause[]
}

/** One workload that `--why` named, node by node. */
export interface Asked {
  readonly workload: string
  readonly count: number
  readonly whySoMany: readonly string[]
  readonly nodes: readonly AskedNode[]
  readonly preempting?: PreemptionAnswer
}

/** `says` holds the scores of a node that takes it. */
export interface AskedNode extends Refused {
  readonly holds: number
  /** The pod that is asked for stands here. */
  readonly isHome?: true
}

export function placeAnswer(estate: Estate, why: string | undefined): PlaceAnswer {
  const classes = podsOf(estate)
  const placement = placementOf(estate, classes)
  const { pods, isObserved } = placement
  const left = notCounted(estate, classes)
  return {
    cluster: estate.cluster,
    isObserved,
    ...(left !== undefined && { notCounted: left }),
    nodes: nodeRows(placement),
    placed: pods
      .flatMap(({ member, placed }) => placed.map(({ pod, node }) => ({ pod: `${member.pod.namespace}/${pod}`, node })))
      .sort((a, b) => byCodePoint(a.pod, b.pod)),
    unplaced: pods
      .flatMap((row) => unplacedPods(placement, row))
      .sort((a, b) => byCodePoint(a.pods[0] ?? '', b.pods[0] ?? '')),
    ...(fitOtherwise(placement) && { fitOtherwise: true as const }),
    asked: why === undefined ? [] : askedRows(placement, namesIn(estate.cluster, why)),
  }
}

function unplacedPods(placement: Placement, { member, unplaced, unknown }: PlacedPods): readonly UnplacedPods[] {
  if (unplaced.length === 0) return []
  const pods = unplaced.map(({ name }) => `${member.pod.namespace}/${name}`).sort(byCodePoint)
  if (unknown.length > 0) {
    const says = [sayUnknown(unknown)]
    return [{ pods, because: placement.board.nodes.map(({ name: node }) => ({ node, reason: 'unknown', says })) }]
  }
  const { nodes, preempting } = whyNot(placement, member)
  const because = nodes.map((one) => ({ node: one.node, ...refused(one, member.pod) }))
  return [{ pods, because, ...(preempting && { preempting }) }]
}

function refused(one: WhyNot, pod: PodClass): Omit<Refused, 'node'> {
  return { reason: one.refused[0]?.reasons.join(', ') ?? '', says: sayRefusals(one, pod) }
}

/** Nobody can tell from the files where such pods go. */
function sayUnknown(unknown: readonly string[]): Clause {
  return { says: `unknown: the pod uses ${sayUnmodelled(unknown)}` }
}

/** `shop/checkout`, `checkout`, `Deployment/shop/checkout`, or one of its pods; each after the cluster's name too. */
function isNamed({ member: { pod }, placed, unplaced }: PlacedPods, why: string): boolean {
  if ([pod.workload, pod.name, `${pod.namespace}/${pod.name}`].includes(why)) return true
  const names = [...placed.map((one) => one.pod), ...unplaced.map((one) => one.name)]
  return names.some((name) => name === why || `${pod.namespace}/${name}` === why)
}

// The first of the names by which somebody goes.
function askedRows(placement: Placement, [name = '', ...others]: readonly string[]): readonly Asked[] {
  const found = placement.pods.filter((row) => isNamed(row, name))
  if (found.length === 0 && others.length > 0) return askedRows(placement, others)
  return found.map((row) => askedRow(placement, row))
}

function askedRow(placement: Placement, { member }: PlacedPods): Asked {
  const { pod, count } = member
  const { nodes, unknown, preempting } = whyNot(placement, member)
  const scored = nodes.map((one) => {
    const said = refused(one, pod)
    const says = one.score && said.says.length === 0 ? [{ says: sayScore(one.score) }] : said.says
    return { node: one.node, holds: one.holds, ...said, says, ...(one.isHome && { isHome: true as const }) }
  })
  return {
    workload: pod.workload,
    count,
    whySoMany: whySoMany(pod, placement.board.estate),
    ...(preempting && { preempting }),
    nodes:
      unknown.length === 0 ? scored : scored.map((one) => ({ ...one, reason: 'unknown', says: [sayUnknown(unknown)] })),
  }
}

function nodeRows({ board, stand, pods }: Placement): readonly NodeRow[] {
  const on = new Map<string, { namespace: string; name: string; count: number }[]>()
  for (const { member, placed } of pods)
    for (const [node, rows] of Map.groupBy(placed, (one) => one.node)) {
      const known = on.get(node) ?? []
      known.push({ namespace: member.pod.namespace, name: member.pod.name, count: rows.length })
      on.set(node, known)
    }
  return board.nodes.map(({ name, zone }, node) => ({
    node: name,
    ...(zone !== undefined && { zone }),
    taken: (['cpu', 'memory', 'pods'] as const).map((resource) => takenOf(resource, board, stand, node)),
    pods: on.get(name) ?? [],
  }))
}

function takenOf(
  resource: 'cpu' | 'memory' | 'pods',
  { resources, rooms }: Placement['board'],
  { free }: Placement['stand'],
  node: number,
): string {
  const at = resources.indexOf(resource)
  const room = rooms[node]?.[at]
  if (!room) return ''
  const whole = inUnits(resource, room.allocatable)
  const taken = whole - (free[node]?.[at] ?? 0)
  if (resource === 'pods') return `${taken} of ${whole} pods`
  if (resource === 'memory') return memoryOf(taken, whole)
  const said = sayQuantity(resource, { ...amountOf(resource, taken), format: room.allocatable.format })
  return `${said.replace(/ cores?$/, '')} of ${sayQuantity(resource, room.allocatable)}`
}

const bytesPer = { Gi: 2 ** 30, Mi: 2 ** 20 } as const

/** Both in one unit, to be compared from node to node. */
function memoryOf(takenBytes: number, wholeBytes: number): string {
  const unit = wholeBytes >= bytesPer.Gi ? 'Gi' : 'Mi'
  const say = (bytes: number) => `${Math.round((bytes / bytesPer[unit]) * 10) / 10}${unit}`
  return `${say(takenBytes)} of ${say(wholeBytes)}`
}
