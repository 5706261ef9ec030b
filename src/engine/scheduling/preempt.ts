// Preemption: which pods of lower priority would have to go for a pod that no node takes.
// Source: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go, framework/preemption/preemption.go
// (kubernetes v1.36.3). Above 100 nodes the scheduler looks at a random part of them; here all are looked at.

import { type Cycle, cycleOf } from './cycle.ts'
import { filtersFor, firstRefusal, type ReadyFilter } from './filters.ts'
import { usePorts } from './host-ports.ts'
import { keptFor, viewsOf } from './nominated-views.ts'
import { barredFrom } from './preemption-barred.ts'
import { type Budget, budgetsOf, overBudget } from './preemption-budgets.ts'
import { bestCandidates, byImportance, type Preemption } from './preemption-rank.ts'
import type { NodeRefusal } from './refusal.ts'
import type { Candidate, NobodyGoes, PreemptionAnswer } from './scheduler.ts'
import { addToView, changeableView, type NodeView, removeFromView, type SchedulingNode } from './scheduling-node.ts'
import { namesIn, type SchedulingPod } from './scheduling-pod.ts'
import { unmodelled } from './unmodelled.ts'
import type { World } from './world.ts'

export function preempt(world: World, pod: SchedulingPod): PreemptionAnswer {
  const cycle = cycleOf(world, pod)
  if (unmodelled(cycle).length > 0) return nobody('unknown')
  const preempting = namesIn(pod.spec.schedulingGates).length > 0 ? undefined : preemptingFor(cycle)
  if (!preempting) return nobody('nowhere')
  const refusals = world.nodes.map(preempting.refusalOn)
  if (refusals.includes(undefined)) return nobody('fits')
  const nominated = world.nodeNamed.get(pod.nominated ?? '')
  const barred = barredFrom(pod, nominated, nominated && refusals[nominated.index])
  if (barred) return nobody(barred)

  const open = world.nodes.filter((node) => refusals[node.index]?.isFinal === false)
  if (open.length === 0) return nobody('final')
  const held = open.filter(({ standing }) => standing.some(({ priority }) => priority < pod.priority))
  if (held.length === 0) return nobody('no lower')
  const best = bestCandidates(held.flatMap((node) => preempting.on(node) ?? []))
  return best.length === 0 ? nobody('not enough') : { candidates: best.map(candidateOf) }
}

function nobody(none: NobodyGoes): PreemptionAnswer {
  return { candidates: [], none }
}

function candidateOf({ node, victims, violations }: Preemption): Candidate {
  return { node: node.name, victims: victims.map(({ id }) => id).sort(), beyondBudgets: violations }
}

/** Preemption for one pod, node by node. */
export interface Preempting {
  /** What refuses the pod on a node as it is; undefined where it fits. */
  refusalOn(node: SchedulingNode): NodeRefusal | undefined
  /** What would have to go from a node whose refusal is not final; undefined where that does not help. */
  on(node: SchedulingNode): Preemption | undefined
}

/** Undefined where no node could take the pod, whoever went. */
export function preemptingFor(cycle: Cycle): Preempting | undefined {
  const { world, pod } = cycle
  const filters = filtersFor(cycle)
  if ('plugin' in filters) return undefined
  const budgets = budgetsOf(world.others)
  return {
    refusalOn: (node) => firstRefusalOf(world, pod, filters, node),
    on: (node) => preemptionOn(world, pod, node, filters, budgets),
  }
}

function firstRefusalOf(world: World, pod: SchedulingPod, filters: readonly ReadyFilter[], node: SchedulingNode) {
  for (const view of viewsOf(world, pod, node)) {
    const refusal = firstRefusal(filters, view)
    if (refusal) return refusal
  }
  return undefined
}

/** Takes all lower pods off the node, then lets them back one by one as long as the pod still fits. */
function preemptionOn(
  world: World,
  pod: SchedulingPod,
  node: SchedulingNode,
  filters: readonly ReadyFilter[],
  budgets: readonly Budget[],
): Preemption | undefined {
  const lower = node.standing.filter(({ priority }) => priority < pod.priority)
  if (lower.length === 0) return undefined
  const kept = keptFor(world, pod, node)
  const views = kept.length > 0 ? [withPods(node, kept), changeableView(node)] : [changeableView(node)]
  const fits = () => views.every((view) => firstRefusal(filters, view) === undefined)
  const takeOff = (one: SchedulingPod) => {
    for (const view of views) removeFromView(view, one)
    // Room that is kept stays kept, also a port that the pod held as well.
    for (const other of kept) usePorts(views[0]?.ports ?? new Map(), other.ports)
  }
  for (const one of lower) takeOff(one)
  if (!fits()) return undefined

  const { over, within } = overBudget(lower.toSorted(byImportance), budgets)
  const victims: SchedulingPod[] = []
  const goes = (one: SchedulingPod): boolean => {
    for (const view of views) addToView(view, one)
    if (fits()) return false
    takeOff(one)
    victims.push(one)
    return true
  }
  const violations = over.filter(goes).length
  within.filter(goes)
  if (victims.length === 0) return undefined
  return { node, victims: over.length > 0 && within.length > 0 ? victims.toSorted(byImportance) : victims, violations }
}

function withPods(node: SchedulingNode, pods: readonly SchedulingPod[]): NodeView {
  const view = changeableView(node)
  for (const one of pods) addToView(view, one)
  return view
}
