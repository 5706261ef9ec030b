// A pod that no node takes is asked for again when others have found a place: it may have waited for their company, or for
// the emptiest domain to fill. Other pods only take room, so that only such pods are asked for again.

import type { Manifest } from '../../kubernetes/types.ts'
import { type Assignment, assign } from '../assignment/assign.ts'
import { fieldsIn, fieldsOf, listOf } from '../pods/untrusted.ts'
import type { EstateCluster } from '../scheduling/estate-cluster.ts'
import type { EstatePod } from '../scheduling/estate-pods.ts'
import { schedulerOf } from '../scheduling/scheduler-of.ts'

/** As `assign` places the pods in their order, those without a place once more until nothing changes. */
export function askedAgain({ cluster }: EstateCluster, waiting: readonly EstatePod[]): readonly Assignment[] {
  const manifests = waiting.map(({ manifest }) => manifest)
  const first = assign(cluster, manifests)
  const open = first.flatMap(({ node, unknown }, at) => {
    return node === undefined && !unknown && waitsForOthers(waiting[at]?.manifest) ? [at] : []
  })
  if (open.length === 0 || first.every(({ node }) => node === undefined)) return first
  const scheduler = schedulerOf(cluster)
  first.forEach(({ node }, at) => {
    const manifest = manifests[at]
    if (node !== undefined && manifest) scheduler.bind(manifest, node)
  })
  const assigned = [...first]
  const classes = [...Map.groupBy(open, (at) => alike(waiting[at], at)).values()]
  const placeNext = (queue: number[]): boolean => {
    const [at = -1] = queue
    const manifest = manifests[at]
    const [node] = manifest ? scheduler.judge(manifest).best : []
    const had = assigned[at]
    if (node === undefined || !manifest || !had) return false
    scheduler.bind(manifest, node)
    assigned[at] = { ...had, node, by: 'nodes' }
    queue.shift()
    return true
  }
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const queue of classes) while (placeNext(queue)) isChanged = true
  }
  return assigned
}

// Of equal pods none has a place where one has none; each of a DaemonSet has its node, and each with a claim its volume.
function alike(one: EstatePod | undefined, at: number): EstatePod['pod'] | number {
  return one && one.pod.kind !== 'DaemonSet' && one.pod.claims.length === 0 ? one.pod : at
}

function waitsForOthers(manifest: Manifest | undefined): boolean {
  const { affinity, topologySpreadConstraints } = fieldsOf(manifest?.spec)
  const near = fieldsOf(fieldsOf(affinity).podAffinity).requiredDuringSchedulingIgnoredDuringExecution
  const isStrict = fieldsIn(topologySpreadConstraints).some((one) => one.whenUnsatisfiable !== 'ScheduleAnyway')
  return listOf(near).length > 0 || isStrict
}
