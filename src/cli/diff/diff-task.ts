// What `seaworthy diff` asks of each side: its objects, its pods and who reaches whom, as plain data.

import { podsOf } from '../../engine/pods/pods-of.ts'
import { type ReachMatrix, reachMatrix } from '../../engine/reachability/matrix.ts'
import { reachability } from '../../engine/reachability/reachability.ts'
import type { Estate } from '../../estate/estate.ts'
import { formatQuantity } from '../../kubernetes/quantity.ts'
import type { Manifest, Ref } from '../../kubernetes/types.ts'

export interface Side {
  readonly cluster: string
  readonly objects: readonly (readonly [Ref, Manifest])[]
  readonly pods: readonly PodsOf[]
  readonly reach: Pick<ReachMatrix, 'classes' | 'ports' | 'reaches'>
}

export interface PodsOf {
  readonly workload: Ref
  readonly count: number
  /** Of one pod, as admitted. */
  readonly requests: { readonly [resource: string]: string }
}

export function diffTask(estates: readonly Estate[]): readonly Side[] {
  return estates.map((estate) => {
    const pods = podsOf(estate)
    const { classes, ports, reaches } = reachMatrix(reachability(estate, pods))
    return {
      cluster: estate.cluster,
      objects: estate.objects.filter(({ implied }) => !implied).map(({ ref, manifest }) => [ref, manifest]),
      pods: pods.map(({ workload, count, requests }) => ({
        workload,
        count,
        requests: Object.fromEntries(Object.entries(requests).map(([name, held]) => [name, formatQuantity(held)])),
      })),
      reach: { classes, ports, reaches },
    }
  })
}
