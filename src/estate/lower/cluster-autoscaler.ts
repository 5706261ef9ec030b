import type { Cluster } from '../../platform/model.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'
import { given } from '../given.ts'
import type { EstateAutoscaler } from '../scaling.ts'
import { sourceOf } from '../source.ts'
import { type Lines, withLines } from '../where/lines.ts'
import { secondsRange } from './seconds.ts'

/** What adds nodes and takes them away; the provider runs it, and no object of the cluster says how. */
export function clusterAutoscaler(cluster: Cluster, lines: Lines): EstateAutoscaler | undefined {
  const { autoscaler } = cluster
  if (!autoscaler) return undefined
  const { utilization, most, adds, removes, stated } = autoscaler
  const share = percentOf(utilization)
  return given<EstateAutoscaler>({
    utilization: share === undefined ? undefined : share / 100,
    most,
    addsSeconds: secondsRange(adds),
    removesSeconds: secondsOf(removes),
    source: withLines(sourceOf(cluster, stated, cluster.stated), (path) => lines(cluster, ['autoscaler', ...path])),
  })
}
