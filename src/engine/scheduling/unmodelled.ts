// What a pod may use that this engine does not follow: then it claims nothing.

import type { Manifest, PodSpec } from '../../kubernetes/types.ts'
import { fieldsOf, listOf, textOf } from '../pods/untrusted.ts'
import { mayAttach } from './attached-volumes.ts'
import type { Cycle } from './cycle.ts'
import { isExact } from './room.ts'
import { unmodelledSays as says } from './unmodelled-says.ts'

/** By name, sorted; empty where everything is modelled. */
export function unmodelled(cycle: Cycle): readonly string[] {
  const { spec } = cycle.pod
  const found = [
    ...unmodelledIn(spec),
    ...(isCountedExactly(cycle) ? [] : [says.amounts()]),
    ...deviceClasses(cycle),
    ...strayClaims(cycle),
  ]
  return found.sort()
}

/** What stands in the pod itself. */
function unmodelledIn({ resourceClaims, schedulingGroup, schedulerName }: PodSpec): readonly string[] {
  const scheduler = otherScheduler(schedulerName)
  return [
    ...(listOf(resourceClaims).length > 0 ? [says.devices()] : []),
    ...(schedulingGroup === undefined ? [] : [says.podGroup()]),
    ...(scheduler === undefined ? [] : [says.scheduler(scheduler)]),
  ]
}

/** The scheduler that a pod names, where that is not the one which is followed here. */
export function otherScheduler(name: unknown): string | undefined {
  const scheduler = textOf(name) ?? 'default-scheduler'
  return scheduler === 'default-scheduler' ? undefined : scheduler
}

function isCountedExactly({ world, pod }: Cycle): boolean {
  return isExact(pod.requests.asked) && !world.nodeMask('exact', ({ allocatable }) => isExact(allocatable)).includes(0)
}

/** Extended resources that a DeviceClass serves where no device plugin does. */
function deviceClasses({ world, pod }: Cycle): readonly string[] {
  const asked = pod.requests.asked.others
  return world.others.flatMap((object) => {
    const served = servedBy(object).find((name) => asked.has(name))
    return served === undefined ? [] : [says.deviceClass(served)]
  })
}

/** The extended resources of a DeviceClass; none of any other object (pkg/apis/resource/types.go, DeviceClassSpec). */
export function servedBy({ kind, metadata, spec }: Manifest): readonly string[] {
  if (kind !== 'DeviceClass') return []
  const own = textOf(fieldsOf(spec).extendedResourceName)
  return [...(own === undefined ? [] : [own]), `deviceclass.resource.kubernetes.io/${textOf(metadata.name) ?? ''}`]
}

/**
 * A claim for an ephemeral volume of a pod that stands, made for somebody else: the scheduler gives up over it as soon as
 * it counts the volumes of that node (nodevolumelimits/csi.go:439).
 */
function strayClaims({ world, pod }: Cycle): readonly string[] {
  if (world.strays.size === 0 || !mayAttach(pod)) return []
  return [says.strayClaim()]
}
