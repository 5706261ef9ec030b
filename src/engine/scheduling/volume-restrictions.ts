// Volumes that one pod, or one node, has for itself.
// Source: pkg/scheduler/framework/plugins/volumerestrictions/volume_restrictions.go (kubernetes v1.36.3).

import { type Fields, fieldsOf, listOf } from '../pods/untrusted.ts'
import type { Cycle } from './cycle.ts'
import { mendable, type NodeFilter, nowhere, type Prepared } from './refusal.ts'
import { nodeSays, podSays } from './scheduler-says.ts'
import { podsIn } from './scheduling-node.ts'
import { namedClaims, type SchedulingPod } from './scheduling-pod.ts'
import { isSet, volumeUses } from './volume-uses.ts'

const disks = ['gcePersistentDisk', 'awsElasticBlockStore', 'rbd', 'iscsi'] as const

export function restrictionFilter({ world, pod }: Cycle): Prepared {
  const claims = namedClaims(pod)
  const missing = claims.find((name) => !world.storage.claims.has(`${pod.namespace}/${name}`))
  if (missing !== undefined) {
    const use = volumeUses(pod).find(({ claim, isEphemeral }) => claim === missing && !isEphemeral)
    return nowhere(podSays.noClaim(missing), use?.path)
  }
  const single = new Set(
    claims.filter((name) => world.storage.claims.get(`${pod.namespace}/${name}`)?.modes.includes('ReadWriteOncePod')),
  )
  const users = [...single].filter((name) => (world.claimUsers.get(`${pod.namespace}/${name}`) ?? 0) > 0).length
  const attached = pod.volumes.filter((volume) => disks.some((kind) => isSet(volume[kind])))
  if (attached.length === 0 && users === 0) return undefined
  return restrictions(pod, attached, single, users)
}

/** The kinds of disks among volumes that a node, or a pod, has for itself. */
export function disksOf(volumes: readonly Fields[]): readonly string[] {
  return disks.filter((kind) => volumes.some((volume) => isSet(volume[kind])))
}

function restrictions(
  pod: SchedulingPod,
  attached: readonly Fields[],
  single: ReadonlySet<string>,
  users: number,
): NodeFilter {
  return (view) => {
    const disk = attached.find((volume) =>
      podsIn(view).some((other) => other.volumes.some((one) => conflicts(volume, one))),
    )
    if (disk) return mendable(nodeSays.diskTaken, ['spec', 'volumes', pod.volumes.indexOf(disk)])
    // Pods that come and go are told by the claim's name alone, whatever their namespace (volume_restrictions.go:81).
    const uses = (other: SchedulingPod) => namedClaims(other).filter((name) => single.has(name)).length
    const more = view.more.reduce((sum, other) => sum + uses(other), 0)
    const fewer = view.fewer.reduce((sum, other) => sum + uses(other), 0)
    return users + more - fewer > 0 ? mendable(nodeSays.claimTaken, pathOf(pod, single)) : undefined
  }
}

function pathOf(pod: SchedulingPod, single: ReadonlySet<string>): readonly (string | number)[] | undefined {
  return volumeUses(pod).find(({ claim, isEphemeral }) => !isEphemeral && single.has(claim ?? ''))?.path
}

/** Whether two volumes are one disk that cannot be had twice on a node. */
function conflicts(a: Fields, b: Fields): boolean {
  return disks.some(
    (kind) => isSet(a[kind]) && isSet(b[kind]) && isSameDisk(kind, fieldsOf(a[kind]), fieldsOf(b[kind])),
  )
}

function isSameDisk(kind: (typeof disks)[number], a: Fields, b: Fields): boolean {
  const bothRead = a.readOnly === true && b.readOnly === true
  switch (kind) {
    case 'gcePersistentDisk':
      return a.pdName === b.pdName && !bothRead
    case 'awsElasticBlockStore':
      return a.volumeID === b.volumeID
    case 'iscsi':
      return a.iqn === b.iqn && !bothRead
    case 'rbd': {
      const shares = listOf(a.monitors).some((one) => listOf(b.monitors).includes(one))
      return shares && (a.pool ?? 'rbd') === (b.pool ?? 'rbd') && a.image === b.image && !bothRead
    }
  }
}
