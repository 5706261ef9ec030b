// What a pod may use that this engine does not follow: then it claims nothing.

import { fieldsOf, textOf } from '../pods/untrusted.ts'
import { mayAttach } from './attached-volumes.ts'
import type { Cycle } from './cycle.ts'
import { isExact } from './room.ts'

/** By name, sorted; empty where everything is modelled. */
export function unmodelled(cycle: Cycle): readonly string[] {
  const { spec } = cycle.pod
  const scheduler = textOf(spec.schedulerName) ?? 'default-scheduler'
  const found = [
    ...(isSomething(spec.resourceClaims) ? ['dynamic resource allocation (spec.resourceClaims)'] : []),
    ...(spec.schedulingGroup === undefined ? [] : ['pod groups (spec.schedulingGroup)']),
    ...(scheduler === 'default-scheduler' ? [] : [`the scheduler ${scheduler} (spec.schedulerName)`]),
    ...(isCountedExactly(cycle) ? [] : ['amounts beyond 2^53']),
    ...deviceClasses(cycle),
    ...strayClaims(cycle),
  ]
  return found.sort()
}

function isSomething(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

function isCountedExactly({ world, pod }: Cycle): boolean {
  return isExact(pod.requests.asked) && !world.nodeMask('exact', ({ allocatable }) => isExact(allocatable)).includes(0)
}

/** Extended resources that a DeviceClass serves where no device plugin does. */
function deviceClasses({ world, pod }: Cycle): readonly string[] {
  const asked = pod.requests.asked.others
  const classes = world.others.filter(({ kind }) => kind === 'DeviceClass')
  return classes.flatMap(({ metadata, spec }) => {
    const name = textOf(fieldsOf(spec).extendedResourceName)
    const implied = `deviceclass.resource.kubernetes.io/${textOf(metadata.name) ?? ''}`
    const served = [name, implied].find((one) => one !== undefined && asked.has(one))
    return served === undefined ? [] : [`${served} by a DeviceClass`]
  })
}

/**
 * A claim for an ephemeral volume of a pod that stands, made for somebody else: the scheduler gives up over it as soon as
 * it counts the volumes of that node (nodevolumelimits/csi.go:439).
 */
function strayClaims({ world, pod }: Cycle): readonly string[] {
  if (world.strays.size === 0 || !mayAttach(pod)) return []
  return ['a claim that was not made for the pod that uses it']
}
