// Pods that keep apart have so many places as there are domains: without a zone there are fewer. Nobody promised each of them
// a place, and those that have one go on: worth knowing, and no finding.

import { growsBy } from '../../engine/capacity/grows.ts'
import { pigeonholes } from '../../engine/placement/apart.ts'
import { type Board, boardOf, type Member } from '../../engine/placement/board.ts'
import { takesWhenEmpty } from '../../engine/placement/refusals.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Advice } from '../report.ts'
import type { View, World } from '../world.ts'
import { namesItsPlace } from './names-its-place.ts'

export interface FewerPlaces {
  readonly zone: string
  /** For so many of its pods. */
  readonly places: number
  readonly topologyKey: string
}

/** Zones without which required anti-affinity leaves some place, and fewer than there are pods; sorted. */
export function fewerPlaces(board: Board, member: Member): readonly FewerPlaces[] {
  if (member.keepsApart.length === 0 || member.count < 2) return []
  const open = [...board.nodes.keys()].filter((node) => takesWhenEmpty(board, member, node))
  const placesOn = (nodes: readonly number[]) => pigeonholes(board, member, nodes)?.domains.length ?? member.count
  // With fewer places than pods in any case, it is not the zone that is wanting.
  if (placesOn(open) < member.count) return []
  const zones = [...new Set(open.flatMap((node) => board.nodes[node]?.zone ?? []))].sort(byCodePoint)
  return zones.flatMap((zone): FewerPlaces[] => {
    const holes = pigeonholes(
      board,
      member,
      open.filter((node) => board.nodes[node]?.zone !== zone),
    )
    const places = holes?.domains.length ?? member.count
    const isFewer = holes !== undefined && places > 0 && places < member.count
    return isFewer ? [{ zone, places, topologyKey: holes.term.term.topologyKey }] : []
  })
}

export function sayFewer({ places, topologyKey }: FewerPlaces, count: number): string {
  return `${places === 1 ? 'a place' : 'places'} for ${places} of the ${count}: required anti-affinity on ${topologyKey}`
}

/** Workloads that rules leave fewer places than pods once a zone is gone. */
export function* fewerInZones({ views }: World): Generator<Advice> {
  for (const view of views) {
    const rows = rowsOf(view)
    const line =
      rows.length === 1
        ? 'without a zone, a workload has fewer places than pods by its own rules: the rest wait until it is back'
        : `without a zone, ${rows.length} workloads have fewer places than pods by their own rules: the rest wait until it is back`
    if (rows.length > 0) yield { id: `zone-places/${view.estate.cluster}`, says: { line, rows } }
  }
}

function rowsOf({ estate, pods, denied }: View): readonly (readonly [string, string])[] {
  // What makes nodes on demand makes places.
  if (estate.nodes.some(({ zone }) => !zone) || growsBy(estate).length > 0) return []
  const board = boardOf(estate, pods, { denied })
  const lasting = board.members.filter(({ daemon, pod }) => !daemon && pod.steady && !namesItsPlace(pod))
  return lasting.flatMap((member) => {
    const [first, ...others] = fewerPlaces(board, member)
    if (!first) return []
    const worst = others.reduce((least, one) => (one.places < least.places ? one : least), first)
    const { namespace, name } = member.pod
    return [[`${namespace}/${name}`, `without ${worst.zone}: ${sayFewer(worst, member.count)}`] as const]
  })
}
