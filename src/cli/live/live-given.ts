// Snapshots that were given beside a folder, one for a cluster.

import { type LiveCluster, liveCluster } from '../../estate/live/live-cluster.ts'
import { fileGiven } from '../file-given.ts'
import { Refusal } from '../refusal.ts'

const next = 'seaworthy snapshot --context NAME --out FILE'

/** Throws a Refusal for what is no snapshot, and for a second one of the same cluster. */
export function liveGiven(
  given: readonly string[],
  clusters: readonly string[],
  doing: string,
): ReadonlyMap<string, LiveCluster> {
  const found = new Map<string, LiveCluster>()
  for (const one of given) {
    const { cluster, file, manifests } = fileGiven({ given: one, option: 'live', next }, clusters, doing)
    const live = liveCluster(manifests)
    if (!live) throw new Refusal(`${file} is no snapshot: it does not say what it holds`, { doing, next })
    if (found.has(cluster)) throw new Refusal(`two snapshots are given for ${cluster}`, { doing, next: 'name one' })
    found.set(cluster, live)
  }
  return found
}
