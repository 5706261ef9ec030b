// Two sides compared: verdicts, objects, pods and connections, per cluster.

import { type Change, compare } from '../../check/adopt/compare.ts'
import type { Report } from '../../check/report.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type ConnectionChange, connectionChanges } from './connections.ts'
import type { Side } from './diff-task.ts'
import { type ObjectChanges, objectChanges, type PodChange, podChanges } from './objects.ts'

export interface Diff {
  readonly asOf: string
  readonly change: Change
  readonly clusters: readonly ClusterDiff[]
}

export interface ClusterDiff extends ObjectChanges {
  readonly cluster: string
  readonly pods: readonly PodChange[]
  readonly connections: readonly ConnectionChange[]
}

export interface Judged {
  readonly report: Report
  readonly sides: readonly Side[]
}

export function diffOf(before: Judged, after: Judged): Diff {
  const old = new Map(before.sides.map((side) => [side.cluster, side]))
  const now = new Map(after.sides.map((side) => [side.cluster, side]))
  const clusters = [...new Set([...old.keys(), ...now.keys()])].sort(byCodePoint).map((cluster): ClusterDiff => {
    const was = old.get(cluster) ?? empty
    const is = now.get(cluster) ?? empty
    return {
      cluster,
      ...objectChanges(was.objects, is.objects),
      pods: podChanges(was.pods, is.pods),
      connections: connectionChanges(was.reach, is.reach),
    }
  })
  return { asOf: after.report.asOf, change: compare(before.report, after.report), clusters }
}

const empty: Omit<Side, 'cluster'> = { objects: [], pods: [], reach: { classes: [], ports: [], reaches: [] } }
