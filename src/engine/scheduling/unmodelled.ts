// What a pod may use that this engine does not follow: then it claims nothing.

import { fieldsOf, textOf } from '../pods/untrusted.ts'
import { inTreePlugin } from './attached-volumes.ts'
import type { Cycle } from './cycle.ts'
import { isExact } from './room.ts'
import { volumeUses } from './volume-uses.ts'

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
    ...movedVolumes(cycle),
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

const migrated = 'storage.alpha.kubernetes.io/migrated-plugins'

/** Volumes of an in-tree kind whose node affinity a node's CSI driver reads in its own words. */
function movedVolumes({ world, pod }: Cycle): readonly string[] {
  const { claims, volumes, csiNodes } = world.storage
  const plugins = new Set(
    [...csiNodes.values()].flatMap(
      ({ metadata }) => textOf(fieldsOf(metadata.annotations)[migrated])?.split(',') ?? [],
    ),
  )
  if (plugins.size === 0) return []
  return volumeUses(pod).flatMap(({ claim }) => {
    const volume = volumes.get(claims.get(`${pod.namespace}/${claim ?? ''}`)?.volume ?? '')
    const plugin = volume && inTreePlugin(volume.source)
    return plugin && plugins.has(plugin) ? [`volumes of ${plugin} that CSI attaches`] : []
  })
}
