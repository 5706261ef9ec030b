// What the room on a node makes of a pod: worked out once per node and change, for all classes that ask for the same.

import { balancedScore, isScoredByBalance, leastAllocatedScore } from '../scheduling/resource-scores.ts'
import type { SchedulingNode } from '../scheduling/scheduling-node.ts'
import type { SchedulingPod } from '../scheduling/scheduling-pod.ts'

/** Per node: how room and balance score, 0 to 200; −1 where what is asked for is not free. */
export type RoomScores = (node: number) => number

export interface RoomBoard {
  of(requests: SchedulingPod['requests']): RoomScores
  /** A pod has come to a node. */
  changed(node: number): void
}

export function roomBoard(nodes: readonly SchedulingNode[]): RoomBoard {
  const known = new Map<string, RoomScores>()
  /** Per node: how many pods have come. */
  const versions = new Uint32Array(nodes.length).fill(1)
  return {
    of(requests) {
      const { asked, leastAllocated, balanced } = requests
      const key = JSON.stringify([{ ...asked, others: [...asked.others] }, leastAllocated, balanced])
      const found = known.get(key)
      if (found) return found
      const scores = new Int16Array(nodes.length)
      const seen = new Uint32Array(nodes.length)
      const others = [...asked.others].filter(([, amount]) => amount > 0)
      const made: RoomScores = (at) => {
        const node = nodes[at]
        const version = versions[at] ?? 0
        if (node === undefined || seen[at] === version) return scores[at] ?? -1
        const score = hasRoom(node, requests, others) ? roomScore(node, requests) : -1
        scores[at] = score
        seen[at] = version
        return score
      }
      known.set(key, made)
      return made
    },
    changed(node) {
      versions[node] = (versions[node] ?? 0) + 1
    },
  }
}

type Amounts = readonly (readonly [name: string, amount: number])[]

/** The same as the filter NodeResourcesFit, whose words are not needed here (noderesources/fit.go:563). */
function hasRoom(
  { standing, allocatable, taken }: SchedulingNode,
  { asked }: SchedulingPod['requests'],
  others: Amounts,
) {
  const { milliCpu, memoryBytes, ephemeralBytes } = asked
  if (standing.length + 1 > allocatable.pods) return false
  if (milliCpu > 0 && milliCpu > allocatable.milliCpu - taken.milliCpu) return false
  if (memoryBytes > 0 && memoryBytes > allocatable.memoryBytes - taken.memoryBytes) return false
  if (ephemeralBytes > 0 && ephemeralBytes > allocatable.ephemeralBytes - taken.ephemeralBytes) return false
  return others.every(([name, amount]) => amount <= (allocatable.others.get(name) ?? 0) - (taken.others.get(name) ?? 0))
}

function roomScore({ taken, allocatable }: SchedulingNode, requests: SchedulingPod['requests']): number {
  const { leastAllocated, balanced } = requests
  const wanted = {
    milliCpu: taken.atLeastMilliCpu + leastAllocated.milliCpu,
    memoryBytes: taken.atLeastMemoryBytes + leastAllocated.memoryBytes,
  }
  const least = leastAllocatedScore(wanted, allocatable)
  return isScoredByBalance(balanced) ? least + balancedScore(taken, balanced, allocatable) : least
}
