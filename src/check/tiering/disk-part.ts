// What a kubelet lets pods write to the disk of a machine that has no volume, and what it keeps free.

import { mayStandOn } from '../../engine/placement/eligible.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Pool } from '../../platform/model.ts'
import { bytesOf } from '../../platform/units.ts'
import { type Part, part } from '../define.ts'
import type { View } from '../world.ts'

export interface Disk {
  readonly pool: string
  readonly disk: string
  /** Of the pods that fit on one machine by number. */
  readonly containers: number
  readonly logBytes: number
  readonly leftBytes: number
}

// The kubelet's own: containerLogMaxSize 10Mi × containerLogMaxFiles 5; below 10 % free (nodefs.available) it evicts pods;
// maxPods 110 (kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1).
const logBytesEach = 50 * 2 ** 20
const keptFree = 0.1
const mostPods = 110

/** Nothing where nobody says how large the disk is. */
export function diskPart(pool: Pool, cluster: string, view: View | undefined): readonly Part<'disk', Disk>[] {
  const bytes = bytesOf(pool.disk)
  if (bytes === undefined || !view) return []
  const containers = mostContainers(pool, view)
  const logBytes = containers * logBytesEach
  const leftBytes = Math.floor(bytes * (1 - keptFree)) - logBytes
  return [
    part(
      'disk',
      leftBytes > 0 ? true : undefined,
      { pool: pool.name, disk: `${pool.disk}`, containers, logBytes, leftBytes },
      {
        cause: `disk/${cluster}/${pool.name}`,
        hint: 'a larger disk',
        waitsFor: 'how much pods log',
        stated: [pool.stated],
      },
    ),
  ]
}

// The machines of a pool are alike: one that stands, or one that may be added.
function mostContainers({ name }: Pool, { estate, pods }: View): number {
  const names = new Set(estate.pools[name])
  const [first = estate.nodePools?.find((one) => one.name === name)?.further[0]] = estate.nodes.filter((node) =>
    names.has(node.name),
  )
  if (!first) return 0
  const alone = { ...estate, nodes: [first] }
  const here = pods.filter((pod) => pod.steady && pod.count > 0 && mayStandOn(alone, pod).length > 0)
  let left = mostPods
  let containers = 0
  for (const pod of here.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const many = Math.min(left, pod.kind === 'DaemonSet' ? 1 : pod.count)
    containers += many * sizeOf(pod)
    left -= many
  }
  return containers
}

function sizeOf({ spec }: PodClass): number {
  return (
    spec.containers.length +
    (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always').length
  )
}

export function diskWords({ pool, disk, containers, logBytes, leftBytes }: Disk): string {
  const say = (bytes: number) => `${Math.round((bytes / 2 ** 30) * 10) / 10}Gi`
  const logs = containers === 0 ? '' : `, and logs of ${containers} containers take up to ${say(logBytes)}`
  const of = `of ${disk} of a machine of ${pool} the kubelet keeps a tenth free${logs}`
  return leftBytes > 0
    ? `${of}: ${say(leftBytes)} are left for images and what pods write`
    : `${of}: nothing may be left for images, and pods are evicted then`
}
