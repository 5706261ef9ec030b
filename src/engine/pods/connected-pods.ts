import type { Estate } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { ownersOf } from './owners.ts'
import type { PodClass } from './pod-class.ts'
import { workloadPods } from './workload-pods.ts'

type Connected = Pick<PodClass, 'workload' | 'namespace' | 'name' | 'steady' | 'labels' | 'spec' | 'notes'>

/**
 * The pods of `podsOf` as far as connections depend on them, in the same order: admission changes neither labels nor what
 * containers call their ports, so the spec is the written one.
 */
export function connectedPods(estate: Estate): readonly Connected[] {
  const { makerOf } = ownersOf(estate.objects)
  const found: Connected[] = []
  for (const object of estate.objects) {
    const made = workloadPods(object, estate.nodes)
    if (made === undefined || makerOf(object) !== undefined) continue
    const { namespace, name } = partsOf(object.ref)
    const { steady, labels, spec, notes } = made
    found.push({ workload: object.ref, namespace, name, steady, labels, spec, notes })
  }
  return found.sort((a, b) => (a.workload < b.workload ? -1 : a.workload > b.workload ? 1 : 0))
}
