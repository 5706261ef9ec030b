// What must hold for the pods of one workload when all nodes of a zone fall silent, or the cluster as a whole is lost.

import type { LossFate } from '../../engine/loss/losses.ts'
import { isBare, isEvicted } from '../../engine/pods/bare.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, part } from '../define.ts'
import type { View, World } from '../world.ts'
import { losses } from './candidate-part.ts'
import { assumedOf, truthOf } from './places.ts'

export type ZoneLossParts = {
  /** Of every zone in which its pods may stand, the least to spare first. */
  elsewhere: { workload: string; asked: number; zones: readonly LossFate[] }
  /** Nothing is left: one zone, of all nodes. */
  allThere: { workload: string; zone: string; nodes: number }
  unzoned: { nodes: readonly string[] }
  /** Clusters that run the component too, beside the one that is lost. */
  gone: { component: string; cluster: string; others: readonly string[] }
}

/** Why no zone can be lost alone: nobody says the zones of all nodes, or there is one. */
export function zonesPart(pod: PodClass, { estate }: View): AnyPart<ZoneLossParts> | undefined {
  const unzoned = estate.nodes.filter(({ zone }) => !zone).map(({ name }) => name)
  if (unzoned.length > 0 || estate.nodes.length === 0)
    return part(
      'unzoned',
      undefined,
      { nodes: unzoned.sort() },
      { waitsFor: 'the zones of nodes: topology.kubernetes.io/zone' },
    )
  const zones = [...new Set(estate.nodes.map(({ zone = '' }) => zone))]
  const [zone = '', ...others] = zones
  if (others.length > 0) return undefined
  return part(
    'allThere',
    false,
    { workload: pod.name, zone, nodes: estate.nodes.length },
    { cause: `one-zone/${estate.cluster}`, hint: 'nodes in another zone', at: { source: pod.source } },
  )
}

/** The most nodes that one zone has. */
export function mostNodesInZone({ estate }: View): number {
  return Math.max(1, ...[...Map.groupBy(estate.nodes, ({ zone }) => zone).values()].map(({ length }) => length))
}

/** Nothing for pods that nothing makes anew: they look for no place. */
export function elsewherePart(pod: PodClass, view: View): AnyPart<ZoneLossParts> | undefined {
  const { fates: zones, asked } = losses(view).zones(pod.workload)
  if (zones.length === 0 && (isBare(pod) || !isEvicted(pod))) return undefined
  const truth = truthOf(zones)
  return part(
    'elsewhere',
    truth,
    { workload: pod.name, asked, zones },
    {
      assumes: truth === true ? assumedOf(zones) : [],
      cause: `no-room-without-a-zone/${view.estate.cluster}`,
      hint:
        truth === false
          ? 'nodes of another zone that take them, or rules that leave them a place there'
          : 'so much room in the other zones that it suffices however the others stand',
      at: { source: pod.source },
    },
  )
}

/** With its cluster everything is gone, but for what other clusters run; who leads callers there nobody says. */
export function gonePart(component: string, view: View, world: World): AnyPart<ZoneLossParts> {
  const { cluster } = view.estate
  const others = world.views
    .filter((other) => other.estate.cluster !== cluster && other.pods.some((pod) => pod.component === component))
    .map(({ estate }) => estate.cluster)
  const sorted = [...new Set(others)].sort(byCodePoint)
  return part(
    'gone',
    sorted.length > 0 ? undefined : false,
    { component, cluster, others: sorted },
    { cause: `one-cluster/${cluster}`, hint: 'a second cluster that runs it, and is led to when this one is lost' },
  )
}
