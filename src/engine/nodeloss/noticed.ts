// When the node lifecycle controller takes a node for unreachable: it sees a heartbeat when it looks, and misses it when it
// looks. Source: k8s.io/kubernetes@v1.36.3 pkg/controller/nodelifecycle/node_lifecycle_controller.go:831,928.

import type { Loss, LostNode } from './loss.ts'
import { type Happens, never, type Seconds, sum, type Term, term, type When } from './when.ts'

/** What of one lost node the zones and the queues ask for. */
export interface Noticed {
  readonly lost: LostNode
  readonly zone: string
  readonly isExcluded: boolean
  /** Ready is Unknown, and it is tainted NoSchedule. */
  readonly unknown: When
  /** The same, were the Node not removed before. */
  readonly silent: Happens
  /** All its pods are Ready=False. */
  readonly notReady: When
  /** The same, were the Node not removed before: till then other requests may have to wait. */
  readonly settled: Happens
  readonly removed: Seconds
}

const nobodyRemoves: Seconds = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY }
// A status of the node, two taints read and written each, one event (nodelifecycle/node_lifecycle_controller.go:648,968).
const requestsPerNode = 6
// A status and an event (util/node/controller_utils.go:145).
const requestsPerPod = 2

export function noticedNodes(loss: Loss): readonly Noticed[] {
  const byName = new Map(loss.nodes.map((node) => [node.name, node]))
  const pods = podsOn(loss)
  const all = loss.lost.reduce((total, { node }) => total + requestsPerNode + requestsPerPod * (pods.get(node) ?? 0), 0)
  return loss.lost.map((lost) => {
    const own = requestsPerNode + requestsPerPod * (pods.get(lost.node) ?? 0)
    const others = waitOf(loss, all - own)
    const silent = sum('certain', [...silence(loss, lost), term('requests', 0, others)])
    const settled = sum('certain', [...silence(loss, lost), term('requests', 0, waitOf(loss, all))])
    const node = byName.get(lost.node)
    const removed = lost.removed ?? nobodyRemoves
    const [zone, isExcluded] = [node?.zone ?? '', node?.isExcluded === true]
    const [unknown, notReady] = [unlessRemoved(silent, removed), unlessRemoved(settled, removed)]
    return { lost, zone, isExcluded, unknown, silent, notReady, settled, removed }
  })
}

function silence({ timers }: Loss, { lastHeartbeat }: LostNode): readonly Term[] {
  return [
    ...(lastHeartbeat ? [term('last heartbeat', lastHeartbeat.from, lastHeartbeat.to)] : []),
    term('heartbeat seen', 0, timers.monitorSeconds),
    term('grace', timers.graceSeconds, timers.graceSeconds),
    term('looked at', 0, timers.monitorSeconds),
  ]
}

/** Seconds for which so many requests of one controller wait for each other. */
export function waitOf({ timers }: Loss, requests: number): number {
  return Math.max(0, requests - timers.requestsAtOnce) / timers.requestsPerSecond
}

/** What happens to a node, unless its object is deleted before. */
export function unlessRemoved(when: When, removed: Seconds): When {
  if (when.is === 'never' || (when.to !== undefined && when.to <= removed.from)) return when
  if (when.from >= removed.to) return never('node removed before')
  const to = Math.min(when.to ?? Number.POSITIVE_INFINITY, removed.to)
  return { ...when, is: 'possible', to: Number.isFinite(to) ? to : undefined }
}

function podsOn({ lost, pods }: Loss): ReadonlyMap<string, number> {
  const counts = new Map(lost.map(({ node, otherPods = 0 }) => [node, otherPods]))
  for (const { node } of pods) {
    const count = counts.get(node)
    if (count !== undefined) counts.set(node, count + 1)
  }
  return counts
}
