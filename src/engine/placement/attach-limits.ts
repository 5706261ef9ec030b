// How many volumes of a CSI driver a node attaches: the filter NodeVolumeLimits, counted as a resource of the node.
// Source: pkg/scheduler/framework/plugins/nodevolumelimits/csi.go:255 (a driver without a number has no limit), :330 (the
// count) (kubernetes v1.36.3).

import type { Estate } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { csiLimits } from '../scheduling/csi-limits.ts'

const prefix = 'attachable-volumes-csi-'

/** Far more than any node attaches: no limit. */
export const noLimit = 1_000_000

/** The driver that a resource counts volumes of; undefined for all other resources. */
export function driverOf(resource: string): string | undefined {
  return resource.startsWith(prefix) ? resource.slice(prefix.length) : undefined
}

/** What pods of a class attach, as resources, each sorted where it is used; empty where no node has a limit. */
export function attaches({ claims, count }: PodClass): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { driver, perPod } of claims) {
    // Pods that share a volume attach it once a node: how often that is depends on where they stand.
    if (driver === undefined || (!perPod && count > 1)) continue
    found.set(prefix + driver, (found.get(prefix + driver) ?? 0) + 1)
  }
  return found
}

/** Node → driver → most volumes, where CSINodes say so. */
export function attachLimits({ objects }: Estate): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const nodes = objects.filter(({ manifest }) => manifest.kind === 'CSINode')
  return new Map(nodes.map(({ ref, manifest }) => [partsOf(ref).name, csiLimits(manifest)]))
}
