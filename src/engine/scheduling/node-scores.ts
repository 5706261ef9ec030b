// Scores that look at each node alone.
// Source: pkg/scheduler/framework/plugins/{noderesources,imagelocality} (kubernetes v1.36.3).

import { fieldsIn, fieldsOf, textOf } from '../pods/untrusted.ts'
import type { Cycle } from './cycle.ts'
import { balancedScore, isScoredByBalance, leastAllocatedScore } from './resource-scores.ts'
import type { SchedulingNode } from './scheduling-node.ts'
import { percentOf } from './whole-share.ts'

export function roomScores({ pod }: Cycle, feasible: readonly SchedulingNode[]): Float64Array {
  const { milliCpu, memoryBytes } = pod.requests.leastAllocated
  return Float64Array.from(feasible, ({ taken, allocatable }) =>
    leastAllocatedScore(
      { milliCpu: taken.atLeastMilliCpu + milliCpu, memoryBytes: taken.atLeastMemoryBytes + memoryBytes },
      allocatable,
    ),
  )
}

export function balanceScores({ pod }: Cycle, feasible: readonly SchedulingNode[]): Float64Array | undefined {
  const asked = pod.requests.balanced
  if (!isScoredByBalance(asked)) return undefined
  return Float64Array.from(feasible, ({ taken, allocatable }) => balancedScore(taken, asked, allocatable))
}

export function imageScores({ world, pod }: Cycle, feasible: readonly SchedulingNode[]): Float64Array {
  const containers = [...fieldsIn(pod.spec.initContainers), ...fieldsIn(pod.spec.containers)]
  const mounted = pod.volumes.flatMap(({ image }) => (image === undefined || image === null ? [] : [fieldsOf(image)]))
  const wanted = [...containers.map(({ image }) => image), ...mounted.map(({ reference }) => reference)]
  const images = wanted.map((name) => fullName(textOf(name) ?? ''))
  const bytes = images.map((name) => {
    const found = world.images.get(name)
    return found ? Math.trunc(found.bytes * (found.nodes / world.nodes.length)) : 0
  })
  return Float64Array.from(feasible, (node) =>
    imageScore(
      images.reduce((sum, name, at) => (node.images.has(name) ? sum + (bytes[at] ?? 0) : sum), 0),
      containers.length,
    ),
  )
}

const mebibyte = 2 ** 20
const leastBytes = 23 * mebibyte
const mostBytesPerContainer = 1000 * mebibyte

/**
 * 0 to 100: how much of a pod's images lies on a node already; each image counts for as much of its size as the share
 * of nodes that have it (image_locality.go:95).
 */
function imageScore(bytesThere: number, containers: number): number {
  const most = mostBytesPerContainer * containers
  const counted = bytesThere < leastBytes ? leastBytes : Math.min(bytesThere, most)
  return percentOf(counted - leastBytes, most - leastBytes)
}

// image_locality.go:147.
function fullName(image: string): string {
  return image.lastIndexOf(':') <= image.lastIndexOf('/') ? `${image}:latest` : image
}
