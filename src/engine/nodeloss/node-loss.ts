// Nodes fall silent, are tainted out-of-service or removed: what becomes of each pod on them, and when, by the real
// controllers' periods. Source: k8s.io/kubernetes@v1.36.3 pkg/controller/nodelifecycle, tainteviction, podgc, statefulset,
// job, replicaset, resourcequota; asked of them by `npm run oracle -- --only timers`.

import type { LossAnswer, PodLoss } from './answer.ts'
import { beforeIt, goneWhen, orphanedWhen, terminatedWhen } from './collected.ts'
import { evictedWhen } from './evicted.ts'
import type { Loss } from './loss.ts'
import { markedNoExecute } from './marked.ts'
import { type Noticed, noticedNodes, waitOf } from './noticed.ts'
import { inOrder } from './ordinals.ts'
import { onceFree } from './quota.ts'
import { type LostPod, replacedWhen } from './replaced.ts'
import { after, earliest, never, term, type When } from './when.ts'
import { zoneLosses } from './zone-losses.ts'
import { type Stretch, zoneStretches } from './zones.ts'

// The pod is read, its status written, it is deleted, and an event is told (tainteviction/taint_eviction.go:107).
const requestsPerEviction = 4
// It is made, an event tells of it, and the status of who made it changes.
const requestsPerReplacement = 3

/** Cost: lost nodes × zones for the states, then one look per pod, and per pair of lost ordinals of one StatefulSet. */
export function nodeLoss(loss: Loss): LossAnswer {
  const noticed = noticedNodes(loss)
  const stretches = zoneStretches(loss, noticed)
  const unready = unreadyBefore(loss)
  const inZone = Map.groupBy(noticed, ({ zone }) => zone)
  const marked = noticed.map((node) =>
    markedNoExecute(node, {
      timers: loss.timers,
      stretches: stretches.get(node.zone) ?? [],
      nodes: inZone.get(node.zone)?.length ?? 1,
      unready: unready.get(node.zone) ?? 0,
    }),
  )
  const pods = lostPods(loss, noticed, marked, stretches)
  return {
    zones: zoneLosses(loss, noticed, marked, stretches),
    nodes: noticed.map(({ lost, unknown }, at) => ({
      node: lost.node,
      unknown,
      noExecute: marked[at] ?? never('evictions suspended'),
    })),
    pods: withReplacements(loss, pods),
  }
}

function unreadyBefore({ nodes, lost }: Loss): ReadonlyMap<string, number> {
  const isLost = new Set(lost.map(({ node }) => node))
  const counts = new Map<string, number>()
  for (const { name, zone, isReady } of nodes)
    if (isReady === false && !isLost.has(name)) counts.set(zone, (counts.get(zone) ?? 0) + 1)
  return counts
}

function lostPods(
  loss: Loss,
  noticed: readonly Noticed[],
  marked: readonly When[],
  stretches: ReadonlyMap<string, readonly Stretch[]>,
): readonly LostPod[] {
  const at = new Map(noticed.map(({ lost }, index) => [lost.node, index]))
  const here = loss.pods.filter(({ node }) => at.has(node))
  const others = loss.lost.reduce((total, { otherPods = 0 }) => total + otherPods, 0)
  const waits = waitOf(loss, requestsPerEviction * (here.length + others))
  const ends = new Map([...stretches].map(([zone, list]) => [zone, list.filter(({ allLost }) => allLost !== 'no')]))
  return here.flatMap((pod): LostPod[] => {
    const index = at.get(pod.node) ?? -1
    const [node, mark] = [noticed[index], marked[index]]
    if (!node || !mark) return []
    const orphaned = orphanedWhen(node, loss.timers)
    const evicted = beforeIt(evictedWhen(pod, node.lost, mark, ends.get(node.zone) ?? [], waits), orphaned)
    const terminated = terminatedWhen(node, evicted, loss.timers)
    const notReady = trafficEnds(node, evicted, earliest(terminated, orphaned))
    return [{ pod, notReady, evicted, gone: goneWhen(pod, terminated, orphaned, loss.timers) }]
  })
}

// A Terminating pod is led to no more, and nor is one on a node that is not there once its Service is looked at again.
function trafficEnds({ notReady, removed }: Noticed, evicted: When, gone: When): When {
  const ends = earliest(notReady, earliest(evicted, gone))
  return ends.is === 'never' ? ends : { ...ends, from: Math.min(ends.from, removed.from) }
}

function withReplacements(loss: Loss, pods: readonly LostPod[]): readonly PodLoss[] {
  const { quotas = [], timers } = loss
  const byJob = Map.groupBy(pods, ({ pod }) => (pod.controller.is === 'Job' ? pod.controller.name : ''))
  const others = loss.lost.reduce((total, { otherPods = 0 }) => total + otherPods, 0)
  const waits = term('requests', 0, waitOf(loss, requestsPerReplacement * (pods.length + others)))
  const first = pods.map((pod) => {
    const when = replacedWhen(pod, byJob, timers)
    return when.is === 'never' ? when : after(when, waits)
  })
  const free = onceFree(quotas, pods, first, timers)
  const sets = Map.groupBy(pods.keys(), (index) => setOf(pods[index]))
  return pods.map((lost, at): PodLoss => {
    const set = setOf(lost)
    const fellows = set === '' ? [] : (sets.get(set) ?? [])
    const lower = fellows.filter((index) => ordinalOf(pods[index]) < ordinalOf(lost))
    const ofLower = lower.flatMap((index) => {
      const [other, replaced] = [pods[index], free[index]]
      return other && replaced ? [{ lost: other, replaced }] : []
    })
    return {
      pod: lost.pod.name,
      node: lost.pod.node,
      traffic: lost.notReady,
      evicted: lost.evicted,
      gone: lost.gone,
      replaced: inOrder(free[at] ?? never('node stays'), ofLower),
    }
  })
}

// Pods of one ordered StatefulSet; all others have no ordinal, and wait for none.
function setOf(lost: LostPod | undefined): string {
  const controller = lost?.pod.controller
  return controller?.is === 'StatefulSet' && controller.isOrdered ? controller.name : ''
}

function ordinalOf(lost: LostPod | undefined): number {
  const controller = lost?.pod.controller
  return controller?.is === 'StatefulSet' && controller.isOrdered ? controller.ordinal : 0
}
