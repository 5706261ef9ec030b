// The volume that a provisioner makes for a claim.

import { zeroQuantity } from '../../kubernetes/quantity.ts'
import type { NodeSelectorTerm } from '../../kubernetes/types.ts'
import { toBeMade } from './attached-volumes.ts'
import type { MadeVolumes } from './scheduler.ts'
import type { SchedulingNode } from './scheduling-node.ts'
import type { Claim, Storage, Volume } from './storage.ts'

/** Terms that take the nodes from which a volume made for this one can be reached; absent: all, or nobody knows. */
export function tieTo({ labels }: SchedulingNode, tie: MadeVolumes): readonly NodeSelectorTerm[] | undefined {
  const key = { node: 'kubernetes.io/hostname', zone: 'topology.kubernetes.io/zone', cluster: '' }[tie]
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined
  return value === undefined ? undefined : [{ matchExpressions: [{ key, operator: 'In', values: [value] }] }]
}

export function madeVolume(claim: Claim, storage: Storage, nodes: Volume['nodes']): Volume {
  const attached = toBeMade(claim, storage, true)
  const csi = attached && { csi: { driver: attached.driver, volumeHandle: attached.handle } }
  const volume: Volume = {
    name: `made-for-${claim.namespace}-${claim.name}`,
    class: claim.class,
    capacity: claim.asks ?? zeroQuantity,
    modes: claim.modes,
    volumeMode: claim.volumeMode,
    attributesClass: claim.attributesClass,
    labels: {},
    isAvailable: false,
    isEnding: false,
    nodes,
    source: { ...csi },
    claim: undefined,
  }
  storage.volumes.set(volume.name, volume)
  return volume
}
