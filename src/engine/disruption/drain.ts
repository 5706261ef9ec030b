// Whether each node can be emptied for maintenance, one node at a time, the others being well.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { type LossAnswer, lossAnswers } from '../loss/after-node-loss.ts'
import { eligibleNodes } from '../placement/eligible.ts'
import { hostnameKey } from '../placement/reasons.ts'
import { type Share, shareOf } from '../placement/share.ts'
import { isEvicted } from '../pods/bare.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Budget, budgetsOf, coveredTwice } from './budget.ts'

export interface Drain {
  readonly node: string
  readonly budget: Budget
  /** `passes`: at once. `waits`: evicted pods must be ready elsewhere before the next may go. `never`: certainly stuck. */
  readonly answer: 'passes' | 'waits' | 'never'
  readonly why?: 'none allowed' | 'several budgets' | 'no way back'
  /** Covered pods on the node: as many as were seen there, where all of them were seen; else over all placements. */
  readonly least: number
  readonly most: number
  readonly isSeen: boolean
  readonly twice: readonly { readonly workload: Ref; readonly budgets: readonly Ref[] }[]
}

/** One row per budget and node that may hold its pods, sorted by budget, then node. Nodes that hold none drain freely. */
export function drains(estate: Estate, pods: readonly PodClass[]): readonly Drain[] {
  const budgets = budgetsOf(estate, pods)
  const twice = coveredTwice(budgets)
  const loss = lossAnswers(estate, pods)
  return budgets.flatMap((budget) => {
    const covered = budget.covers.filter(isEvicted)
    const nodes = [...new Set(covered.flatMap((pod) => [...openNodes(estate, pod), ...seenNodes(pod)]))].sort()
    return nodes.map((node) => drainOf({ estate, budget, covered, node, twice, loss }))
  })
}

function openNodes(estate: Estate, pod: PodClass): string[] {
  return eligibleNodes(estate, pod).flatMap(({ node, refused }) => (refused.length === 0 ? [node] : []))
}

function seenNodes({ standing = [] }: PodClass): string[] {
  return standing.map(({ node }) => node)
}

function drainOf(given: {
  readonly estate: Estate
  readonly budget: Budget
  readonly covered: readonly PodClass[]
  readonly node: string
  readonly twice: ReadonlyMap<Ref, readonly Budget[]>
  readonly loss: ReturnType<typeof lossAnswers>
}): Drain {
  const { estate, budget, covered, node } = given
  const isSeen = covered.every(isWhollySeen)
  const shares = covered
    .map((pod) => ({ pod, ...(isSeen ? seenOn(pod, node) : shareOf(estate, pod, node)) }))
    .filter(({ most }) => most > 0)
  const least = shares.reduce((sum, share) => sum + share.least, 0)
  const most = Math.min(
    budget.healthy,
    shares.reduce((sum, share) => sum + share.most, 0),
  )
  const twice = shares.flatMap(({ pod: { workload } }) => {
    const several = given.twice.get(workload)
    return several ? [{ workload, budgets: several.map(({ ref }) => ref) }] : []
  })
  const base = { node, budget, least, most, isSeen, twice }
  if (most > 0 && budget.allowed === 0) return { ...base, answer: 'never', why: 'none allowed' }
  if (twice.length > 0) return { ...base, answer: 'never', why: 'several budgets' }
  if (most <= budget.allowed) return { ...base, answer: 'passes' }
  const stuck = shares.filter(({ pod }) => hasNoWayBack(given.loss(pod.workload, node)))
  const stuckLeast = stuck.reduce((sum, share) => sum + share.least, 0)
  if (stuckLeast > budget.allowed) return { ...base, answer: 'never', why: 'no way back' }
  return { ...base, answer: 'waits' }
}

function isWhollySeen({ standing = [], count }: PodClass): boolean {
  return standing.length >= count
}

function seenOn({ standing = [] }: PodClass, node: string): Share {
  const here = standing.filter((one) => one.node === node).length
  return { least: here, most: here }
}

// An evicted pod is gone, not Terminating for ever: what it kept to itself beyond the drained node is free again.
function hasNoWayBack(loss: LossAnswer | undefined): boolean {
  if (loss?.answer !== 'cannot') return false
  const { proof, nodes } = loss
  if (proof === 'refused') return true
  const keys = nodes.flatMap(({ refused }) =>
    refused.flatMap((reason) => (reason.filter === 'InterPodAffinity' ? [reason.topologyKey] : [])),
  )
  return keys.every((key) => key === hostnameKey)
}
