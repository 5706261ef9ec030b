// Volumes that hold a displaced pod's data where it was, and those of which nobody says whether they do.

import { byCodePoint } from '../../platform/order.ts'
import type { Assumption } from '../assumption.ts'
import type { Board, Member } from './board.ts'
import { type Reason, type TiedVolume, zoneKey } from './reasons.ts'
import { labelOf } from './static-filters.ts'

/** Volumes that hold a displaced pod's data where it was; of one pod where it is known which. */
export function tiedVolumes(
  { pod }: Member,
  name = pod.count === 1 ? pod.podNames[0] : undefined,
): readonly TiedVolume[] {
  const ordinal = name?.startsWith(`${pod.name}-`) ? name.slice(pod.name.length + 1) : '#'
  return pod.claims.flatMap(({ claim, class: storage, bound }) =>
    bound === 'node' || bound === 'zone' ? [{ claim: claim.replace('#', ordinal), class: storage, bound }] : [],
  )
}

export function volumeRefusals(board: Board, volumes: readonly TiedVolume[], node: number, lost: number): Reason[] {
  const home = zoneOf(board, lost)
  const isElsewhere = home !== undefined && zoneOf(board, node) !== home
  const byNode = volumes.filter(({ bound }) => bound === 'node')
  const byZone = isElsewhere ? volumes.filter(({ bound }) => bound === 'zone') : []
  const at = board.nodes[lost]?.name ?? ''
  return [
    ...(byNode.length > 0 ? [{ filter: 'VolumeBinding', volumes: byNode, at } satisfies Reason] : []),
    ...(byZone.length > 0 ? [{ filter: 'VolumeBinding', volumes: byZone, at: home ?? '' } satisfies Reason] : []),
  ]
}

function zoneOf({ nodes }: Board, at: number): string | undefined {
  const node = nodes[at]
  return node && (labelOf(node, zoneKey) ?? node.zone)
}

/** What nobody says of the classes of its volumes, and what its pods need to stand elsewhere; sorted. */
export function movingVolumes({ estate: { cluster } }: Board, { pod }: Member): readonly Assumption[] {
  const unknown = pod.claims.filter(({ bound }) => bound === 'unknown')
  const names = [...new Set(unknown.map((claim) => claim.class))].sort(byCodePoint)
  return names.map((name) => ({
    id: `volumes-move/${cluster}/${name || 'default'}`,
    says: `volumes of ${name === '' ? 'the default StorageClass' : `StorageClass ${name}`} can be attached to any node that takes their pod`,
    kind: 'outside',
    source: pod.source,
  }))
}
