// Declared calls whose two ends may stand in different zones, by rules alone: where they stand today is no rule.

import type { Estate, FactOf, ZoneLink } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { mayStandOn } from './eligible.ts'

type Call = FactOf<'calls'>
type InCluster = Extract<Call['to'], { is: 'workload' }>

export interface Crossing {
  readonly caller: PodClass
  readonly called: PodClass
  readonly to: InCluster
  /** Zones in which each may stand, sorted; `undefined` stands for nodes of which nobody says the zone. */
  readonly from: readonly (string | undefined)[]
  readonly into: readonly (string | undefined)[]
  /** `never`: both have the same one zone. `unknown`: a node without a zone may take one of them. */
  readonly crosses: 'may' | 'never' | 'unknown'
  /** The slowest link between zones that it may cross, where one is said. */
  readonly link?: ZoneLink
  /** Of a call that never crosses: the fastest link out of its zone, which rules keep it from. */
  readonly spared?: ZoneLink
}

/** Calls within the cluster that pods which stay make; callers and called as they are declared. */
export function crossingsOf(
  estate: Estate,
  pods: readonly PodClass[],
  calls: readonly Call[] = estate.facts.filter((fact): fact is Call => fact.trait === 'calls'),
): readonly Crossing[] {
  const byWorkload = new Map(pods.map((pod) => [pod.workload, pod]))
  const known = new Map<PodClass, readonly (string | undefined)[]>()
  const zones = (pod: PodClass) => {
    const found = known.get(pod) ?? zonesOf(estate, pod)
    known.set(pod, found)
    return found
  }
  return calls.flatMap(({ from, to }): Crossing[] => {
    const caller = byWorkload.get(from)
    const called = to.is === 'workload' ? byWorkload.get(to.workload) : undefined
    if (to.is !== 'workload' || !caller?.steady || !called) return []
    const ends = { from: zones(caller), into: zones(called) }
    const crosses = crossesOf(ends.from, ends.into)
    const link = crosses === 'may' ? slowest(estate, ends.from, ends.into) : undefined
    const spared = crosses === 'never' ? fastestOut(estate, ends.from) : undefined
    return [{ caller, called, to, ...ends, crosses, ...(link && { link }), ...(spared && { spared }) }]
  })
}

function zonesOf(estate: Estate, pod: PodClass): readonly (string | undefined)[] {
  const may = new Set(mayStandOn(estate, pod))
  const zones = new Set(estate.nodes.flatMap(({ name, zone }) => (may.has(name) ? [zone || undefined] : [])))
  return [...zones].sort((a = '', b = '') => byCodePoint(a, b))
}

function crossesOf(from: Crossing['from'], into: Crossing['into']): Crossing['crosses'] {
  const all = new Set([...from, ...into])
  const named = [...all].filter((zone) => zone !== undefined)
  // Two different zones, one at each end, or one end in either.
  if (named.length > 1 && from.length > 0 && into.length > 0) return 'may'
  return all.has(undefined) ? 'unknown' : 'never'
}

function slowest({ links = [] }: Estate, from: Crossing['from'], into: Crossing['into']): ZoneLink | undefined {
  const crossed = links.filter(
    ({ between: [a, b] }) => (from.includes(a) && into.includes(b)) || (from.includes(b) && into.includes(a)),
  )
  return crossed.reduce<ZoneLink | undefined>(
    (most, link) => (most === undefined || link.takesSeconds.to > most.takesSeconds.to ? link : most),
    undefined,
  )
}

function fastestOut({ links = [] }: Estate, from: Crossing['from']): ZoneLink | undefined {
  return links
    .filter(({ between }) => between.some((zone) => from.includes(zone)))
    .reduce<ZoneLink | undefined>(
      (least, link) => (least === undefined || link.takesSeconds.from < least.takesSeconds.from ? link : least),
      undefined,
    )
}
