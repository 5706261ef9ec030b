// What a budget allows when all is well, by its arithmetic alone, and whether another budget spoils it.

import { type Budget, budgetsOf, coveredTwice } from '../../engine/disruption/budget.ts'
import { budgetsNow } from '../../engine/disruption/budgets-now.ts'
import { isEvicted } from '../../engine/pods/bare.ts'
import { scaledValue } from '../../kubernetes/intstr.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { sayRef } from '../admission/subject.ts'
import { type AnyPart, part } from '../define.ts'
import { componentBehind, componentEdit } from '../placement/component-edit.ts'
import type { Edit } from '../verdict.ts'
import { table, type View, type World } from '../world.ts'
import { type Count, countsOf, type ToldNow, toldNow } from './counted-rows.ts'
import { letsOneGo } from './lets-one-go.ts'

export type AllowedParts = {
  allowed: Allowed
  single: { workload: string; budgets: readonly string[] }
}

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
  readonly counts: readonly Count[]
  /** As a picture of the cluster shows it; absent where nobody shows its pods. */
  readonly now?: ToldNow
  /** At the least and the most pods that an autoscaler may ask for. */
  readonly scaled: readonly { readonly pods: number; readonly allowed: number }[]
}

/** Workloads that several budgets cover. */
export const overlaps = table(({ estate, pods }) => coveredTwice(budgetsOf(estate, pods)))

const nowOf = table(({ estate }) => budgetsNow(estate))

/** What budgets allow at the two ends between which autoscalers move the pods that they cover; empty where none does. */
const scaledEnds = table(({ estate, pods }) => {
  if (!pods.some(({ scales, count }) => scales && count > 0)) return []
  const at = (end: 'min' | 'max') =>
    pods.map((pod) => (pod.scales && pod.count > 0 ? { ...pod, count: pod.scales[end] } : pod))
  return (['min', 'max'] as const).map(
    (end) => new Map(budgetsOf(estate, at(end)).map((budget) => [budget.ref, budget])),
  )
})

export function allowedPart(budget: Budget, view: View, world: World): AnyPart<AllowedParts> {
  const { name, asks, covers, healthy, expected, mustStay, allowed, fault, uncountable, environment } = budget
  const evicted = covers.filter(isEvicted)
  const isFree = allowed > 0 || evicted.length === 0
  const ends = evicted.some(({ scales }) => scales) ? scaledEnds(view) : []
  const scaled = ends
    .flatMap((end) => end.get(budget.ref) ?? [])
    .map((at) => ({ pods: at.healthy, allowed: at.allowed }))
  // Where one number of pods allows what another does not, the autoscaler decides whether the node can be drained now.
  const isSure = scaled.every((at) => at.allowed > 0 === isFree)
  const now = nowOf(view).get(budget.ref)
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
    counts: countsOf(budget),
    ...(now && { now: toldNow(now) }),
  }
  const isKnown = isSure && (fault !== 'an owner that nobody shows' || evicted.length === 0)
  return part('allowed', isKnown ? isFree : undefined, because, {
    cause: `no-eviction/${environment ?? budget.namespace}/${name}`,
    hint: hintOf(budget, view),
    fix: isFree || !isSure || fault ? undefined : fixOf(budget, world),
    at: { source: budget.source, path: ['spec', asks && 'maxUnavailable' in asks ? 'maxUnavailable' : 'minAvailable'] },
  })
}

function hintOf(budget: Budget, view: View): string {
  const { fault, uncountable, expected, healthy, mustStay } = budget
  const asNumber = 'minAvailable as a number of pods, which counts those that are there'
  if (fault === 'a workload without a scale' || fault === 'an owner that nobody shows')
    return `${asNumber}; or a selector that leaves out ${uncountable.map(sayRef).join(', ')}`
  if (fault === 'neither a number nor a percentage') return `${asNumber}; or a percentage, as "50%"`
  return expected === 0 && healthy > mustStay ? asNumber : letsOneGo(budget, view)
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

export function twiceParts({ covers }: Budget, view: View): AnyPart<AllowedParts>[] {
  const evicted = covers.filter(isEvicted)
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
