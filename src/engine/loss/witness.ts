// An order of pods in which a displaced one finds no place, each choice among those that the scheduler itself makes: tried by
// asking it, a few hundred pods at most. What is found is a witness; what is not found proves nothing.

import type { Estate } from '../../estate/estate.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { isSeen } from '../pods/is-seen.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type EstateCluster, estateCluster } from '../scheduling/estate-cluster.ts'
import type { EstatePod } from '../scheduling/estate-pods.ts'
import type { SchedulingCluster } from '../scheduling/scheduler.ts'
import { afterLoss, type Fallen } from './after-loss.ts'
import { type Chooser, chooserOf } from './chooser.ts'
import { type Placed, placeInOrder } from './place-in-order.ts'

/** The cluster after the failure, and the pods as they are tried there; a node is null where a pod is refused at that point. */
export interface Witness extends SchedulingCluster {
  readonly order: readonly { readonly pod: Manifest; readonly node: string | null }[]
}

export interface Failed {
  /** Nodes by name. */
  readonly lost: readonly string[]
  readonly state: 'silent' | 'removed'
}

// So many pods are asked for in all.
const mostAsked = 800
export const mostPods = 120

/**
 * Per workload with displaced pods: an order that leaves one of them without a place, and whether another leaves none without.
 * Nothing where the cluster is large, somebody has to preempt, or uses what is not modelled.
 */
export function witnessesOf(estate: Estate, classes: readonly PodClass[], failed: Failed): Ends {
  const found = new Map<string, Witness>()
  const served = new Set<string>()
  const pods = classes.reduce((sum, { count, standing = [] }) => sum + Math.max(count, standing.length), 0)
  if (pods === 0 || pods > mostPods) return { found, served, unasked: 'pods' }
  if (classes.some(({ claims }) => claims.length > 0)) return { found, served, unasked: 'volumes' }
  const ready = estateCluster(estate, classes)
  const isObserved = classes.some(isSeen)
  const tries = Math.ceil(mostAsked / (2 * pods))
  for (let attempt = 0; attempt < tries; attempt++) {
    const chooser = chooserOf(attempt)
    const start = isObserved ? ready.standing.flatMap(standingOf) : startOf(ready, chooser)
    const fallen = start && afterLoss(ready, { start, failed })
    if (fallen) oneEnd(fallen, chooser, { found, served })
  }
  return { found, served }
}

function standingOf(pod: EstatePod): readonly Placed[] {
  return pod.node === undefined ? [] : [{ pod, node: pod.node }]
}

/** How the scheduler may have placed all pods of a healthy cluster, one after the other. */
function startOf({ cluster, waiting }: EstateCluster, chooser: Chooser): readonly Placed[] | undefined {
  const daemons = waiting.filter(({ pod }) => pod.kind === 'DaemonSet')
  const others = chooser.shuffled(waiting.filter(({ pod }) => pod.kind !== 'DaemonSet'))
  return placeInOrder(cluster, [...daemons, ...others], chooser)?.placed
}

export interface Ends {
  readonly found: Map<string, Witness>
  /** Workloads of which some order places all that were displaced. */
  readonly served: Set<string>
  /** Why the scheduler was not asked: of too many pods, or where volumes hold some. */
  readonly unasked?: 'pods' | 'volumes'
}

function oneEnd({ cluster, displaced, pending }: Fallen, chooser: Chooser, { found, served }: Ends): void {
  const movers = chooser.shuffled([...displaced, ...pending])
  const end = placeInOrder(cluster, movers, chooser)
  if (!end) return
  for (const [workload, own] of Map.groupBy(displaced, ({ pod }) => pod.workload)) {
    const came = end.placed.filter(({ pod }) => pod.pod.workload === workload).length
    if (came >= own.length) served.add(workload)
    else if (!found.has(workload)) found.set(workload, { ...cluster, order: end.order })
  }
}

/** The order for one workload, as a case for the scheduler itself. */
export function witnessOf(
  estate: Estate,
  classes: readonly PodClass[],
  failed: Failed,
  workload: string,
): Witness | undefined {
  return witnessesOf(estate, classes, failed).found.get(workload)
}
