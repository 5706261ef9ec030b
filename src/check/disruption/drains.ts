// A budget that allows no eviction keeps its node for ever. Zero for the length of a rollout is no finding, so the steady
// state is judged: all pods ready, at the number that is declared.

import type { Budget } from '../../engine/disruption/budget.ts'
import { budgetsOf, coveredTwice } from '../../engine/disruption/budget.ts'
import { type Drain, drains as drainsOf } from '../../engine/disruption/drain.ts'
import { lossAnswers } from '../../engine/placement/node-loss.ts'
import { scaledValue } from '../../kubernetes/intstr.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { writtenFirst } from '../only-live.ts'
import { componentBehind, componentEdit } from '../placement/component-edit.ts'
import { noNodes } from '../placement/no-nodes.ts'
import type { Edit } from '../verdict.ts'
import { table, type View, type World } from '../world.ts'

interface Allowed {
  readonly budget: string
  readonly asks: Budget['asks']
  readonly covers: readonly string[]
  readonly healthy: number
  readonly expected: number
  readonly mustStay: number
  readonly allowed: number
  readonly fault?: Budget['fault']
  readonly uncountable: readonly Ref[]
  /** At the least and the most pods that an autoscaler may ask for. */
  readonly scaled: readonly { readonly pods: number; readonly allowed: number }[]
}

type Rules = {
  allowed: Allowed
  single: { workload: string; budgets: readonly string[] }
  emptied: { budget: string; allowed: number; node: string; least: number; most: number }
}

const overlaps = table(({ estate, pods }) => coveredTwice(budgetsOf(estate, pods)))
const drainRows = table(({ estate, pods }) => Map.groupBy(drainsOf(estate, pods), ({ budget }) => budget.ref))
const losses = table(({ estate, pods, denied }) => lossAnswers(estate, pods, { denied }))
const hopeful = table(({ estate, pods }) => lossAnswers(estate, pods))

/** What budgets allow at the two ends between which autoscalers move the pods that they cover; empty where none does. */
const scaledEnds = table(({ estate, pods }) => {
  if (!pods.some(({ scales, count }) => scales && count > 0)) return []
  const at = (end: 'min' | 'max') =>
    pods.map((pod) => (pod.scales && pod.count > 0 ? { ...pod, count: pod.scales[end] } : pod))
  return (['min', 'max'] as const).map(
    (end) => new Map(budgetsOf(estate, at(end)).map((budget) => [budget.ref, budget])),
  )
})

export const drains = defineQuestion<Rules>({
  id: 'drains',
  asks: 'Can every node be drained?',

  *judge(world) {
    for (const view of world.views)
      for (const budget of budgetsOf(view.estate, view.pods)) {
        const { environment, source } = budget
        yield {
          id: subjectOf(budget, view),
          environment,
          cluster: view.estate.cluster,
          says: `every node that holds pods of ${sayCovered(budget)} can be drained`,
          source,
          about: writtenFirst([budget.ref, ...budget.covers.map(({ workload }) => workload)], view),
          parts: partsOf(budget, view, world),
        }
      }
  },

  says: {
    allowed: ({ budget, healthy, expected, mustStay, allowed, fault, uncountable, covers, scaled }, truth) => {
      if (covers.length === 0) return `${budget} covers no pod`
      if (fault === 'asks for nothing')
        return `${budget} says neither minAvailable nor maxUnavailable: allowed disruptions = 0`
      if (fault === 'a workload without a scale')
        return `${budget} counts from the scale of ${uncountable.join(', ')}, which has none: allowed disruptions = 0`
      if (truth === undefined)
        return `${budget} allows ${scaled.map((at) => `${at.allowed} of ${at.pods}`).join(' to ')} pods to go, as an autoscaler moves their number`
      if (fault) return `${budget} asks for ${fault}: allowed disruptions = 0`
      const of = expected === healthy ? '' : ` of ${expected} that are expected`
      return `${budget} wants ${mustStay} to stay and there are ${healthy}${of}: allowed disruptions = ${healthy} − ${mustStay} = ${allowed}`
    },
    single: ({ workload, budgets }, truth) =>
      truth === true
        ? `one budget covers ${workload}`
        : `${budgets.join(' and ')} both cover ${workload}: the API server evicts no pod that several budgets cover`,
    emptied: ({ budget, allowed, node, least, most }, truth) => {
      const share = `at most ${most} ${most === 1 ? 'pod stands' : 'pods stand'} on one node, and ${budget} allows ${allowed} at once`
      if (truth === true)
        return most <= allowed ? share : `${share}: each that goes finds a place elsewhere, and the next may go`
      if (node === '')
        return `${budget} allows ${allowed} of ${most} pods to go at once, and nobody says what nodes there are`
      return truth === false
        ? `${least} pods stand on ${node} and have no other place, and ${budget} allows ${allowed}: the drain stops after ${allowed}`
        : `up to ${most} pods may stand on ${node}, and ${budget} allows ${allowed} at once: the next must wait until those are ready elsewhere, which is not certain`
    },
  },
})

/** The workload that it covers, where that is one and no other budget covers it; else the budget's own name. */
function subjectOf(budget: Budget, view: View): readonly [place: string, ...subject: string[]] {
  const { environment, namespace, name } = budget
  const [only, ...others] = budget.covers
  const isPlain = only && others.length === 0 && !overlaps(view).has(only.workload)
  const isTaken = view.pods.some((pod) => pod.namespace === namespace && pod.name === name)
  const subject = isPlain ? [only.name] : isTaken ? [name, 'budget'] : [name]
  return environment === undefined ? [view.estate.cluster, namespace, ...subject] : [environment, ...subject]
}

function sayCovered({ covers, name }: Budget): string {
  return covers.length === 0 ? `the budget ${name}` : covers.map((pod) => pod.name).join(', ')
}

function partsOf(budget: Budget, view: View, world: World): readonly AnyPart<Rules>[] {
  const rows = drainRows(view).get(budget.ref) ?? []
  const allowed = allowedPart(budget, view, world)
  const twice = twiceParts(budget, view)
  return allowed.truth !== true ? [allowed, ...twice] : [allowed, ...twice, ...emptiedPart(rows, budget, view)]
}

function allowedPart(budget: Budget, view: View, world: World): AnyPart<Rules> {
  const { name, asks, covers, healthy, expected, mustStay, allowed, fault, uncountable, environment } = budget
  const evicted = covers.filter(({ kind }) => kind !== 'DaemonSet')
  const isFree = allowed > 0 || evicted.every(({ count }) => count === 0)
  const ends = evicted.some(({ scales, count }) => scales && count > 0) ? scaledEnds(view) : []
  const scaled = ends
    .flatMap((end) => end.get(budget.ref) ?? [])
    .map((at) => ({ pods: at.healthy, allowed: at.allowed }))
  // Where one number of pods allows what another does not, the autoscaler decides whether the node can be drained now.
  const isSure = scaled.every((at) => at.allowed > 0 === isFree)
  const because = {
    budget: `budget ${name}`,
    asks,
    covers: covers.map((pod) => pod.workload),
    healthy,
    expected,
    mustStay,
    allowed,
    fault,
    uncountable,
    scaled,
  }
  return part('allowed', isSure ? isFree : undefined, because, {
    cause: `no-eviction/${environment ?? budget.namespace}/${name}`,
    hint: 'one pod more than must stay, or a budget that lets one go',
    fix: isFree || !isSure ? undefined : fixOf(budget, world),
    at: { source: budget.source, path: ['spec', asks && 'maxUnavailable' in asks ? 'maxUnavailable' : 'minAvailable'] },
  })
}

/** The fewest replicas with which one may go; where no number helps, a budget that lets one go. */
function fixOf({ covers, asks }: Budget, world: World): readonly Edit[] | undefined {
  const [pod] = covers
  if (!pod || covers.length > 1 || !asks) return undefined
  const options = componentBehind(pod, world)?.options ?? {}
  const option = ['members', 'replicas'].find((name) => Object.hasOwn(options, name))
  const needed = option && 'minAvailable' in asks ? replicasNeeded(asks.minAvailable, pod.count) : undefined
  const edit =
    option && needed !== undefined
      ? componentEdit(pod, world, [option], needed)
      : componentEdit(pod, world, ['budget'], { maxUnavailable: 1 })
  return edit && [edit]
}

function replicasNeeded(minAvailable: unknown, count: number): number | undefined {
  for (let replicas = count + 1; replicas <= count + 100; replicas++) {
    const stay = scaledValue(minAvailable, replicas, 'up')
    if (stay !== undefined && stay < replicas) return replicas
  }
  return undefined
}

function twiceParts({ covers }: Budget, view: View): AnyPart<Rules>[] {
  const evicted = covers.filter(({ kind, count }) => kind !== 'DaemonSet' && count > 0)
  return evicted.flatMap(({ workload, name }) => {
    const several = overlaps(view).get(workload)
    if (!several) return []
    const budgets = several.map((one) => `budget ${one.name}`)
    return [
      part(
        'single',
        false,
        { workload: name, budgets },
        { cause: `two-budgets/${workload}`, hint: 'one budget per pod' },
      ),
    ]
  })
}

function emptiedPart(rows: readonly Drain[], budget: Budget, view: View): AnyPart<Rules>[] {
  const stuck = rows.find(({ why }) => why === 'no way back')
  const waits = rows.filter(({ answer }) => answer === 'waits')
  const doubt = waits
    .map((row) => ({ row, found: placeElsewhere(row, losses(view)) }))
    .find(({ found }) => found === undefined)
  // What is certain but for a denied estimate fails with it.
  const isDenied = doubt !== undefined && placeElsewhere(doubt.row, hopeful(view)) !== undefined
  const row = stuck ?? doubt?.row ?? mostOn(rows)
  if (view.estate.nodes.length === 0 && budget.allowed < budget.healthy) return [unseenNodes(budget)]
  if (!row) return []
  const because = {
    budget: `budget ${budget.name}`,
    allowed: budget.allowed,
    node: row.node,
    least: row.least,
    most: row.most,
  }
  return [
    part('emptied', stuck || isDenied ? false : doubt ? undefined : true, because, {
      assumes: stuck || doubt ? [] : waits.flatMap((one) => placeElsewhere(one, losses(view)) ?? []),
      cause: `no-way-back/${budget.ref}`,
      hint: 'a second node that takes these pods, or a budget that lets all of them go',
      at: { source: budget.source },
    }),
  ]
}

function unseenNodes({ name, allowed, healthy, source }: Budget): AnyPart<Rules> {
  const because = { budget: `budget ${name}`, allowed, node: '', least: 0, most: healthy }
  return part('emptied', undefined, because, { waitsFor: noNodes, at: { source } })
}

function mostOn(rows: readonly Drain[]): Drain | undefined {
  return [...rows].sort((a, b) => b.most - a.most)[0]
}

/** What it rests on that every evicted pod finds a place on another node; undefined where that is not certain. */
function placeElsewhere({ node, budget }: Drain, ask: ReturnType<typeof lossAnswers>) {
  const answers = budget.covers.flatMap(({ workload }) => ask(workload, node) ?? [])
  return answers.every(({ answer }) => answer === 'can') ? answers.flatMap(({ assumes }) => assumes) : undefined
}
