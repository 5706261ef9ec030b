// What each failure leaves: the loss of every pod, of every node that falls silent, of every zone that is gone.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Assumption, joinAssumptions } from '../assumption.ts'
import { isBare } from '../pods/bare.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { podsOf } from '../pods/pods-of.ts'
import { firstAlike } from './alike.ts'
import { type Board, boardOf } from './board.ts'
import { type Doubt, doubtOf } from './doubt.ts'
import { nodesByName } from './eligible.ts'
import { type LossAnswer, lossAnswers } from './node-loss.ts'
import { steadyPlacement } from './steady.ts'
import { unseenPods } from './unseen-pods.ts'

export interface Outcome {
  /** `node/n1`, `zone/eu-1a`, `pod/shop/checkout`. */
  readonly failure: string
  readonly state: 'silent' | 'removed'
  /** Pods that nothing replaces: bare pods, and those that tolerate a silent node for ever. */
  readonly lost: readonly Ref[]
  /** Workloads of which some pod certainly finds no place. */
  readonly cannot: readonly Ref[]
  /** Of those that keep some of their pods: how many are left without a place. */
  readonly short: readonly { readonly workload: Ref; readonly pods: number; readonly of: number }[]
  /** Workloads whose pods find a place or not: no proof of either. */
  readonly may: readonly Ref[]
  /** What keeps each of them from a proof. */
  readonly doubts: readonly { readonly workload: Ref; readonly doubt: Doubt }[]
  /** Of lower priority than pods that may find no place, so that they may have to go. */
  readonly preempted: readonly Ref[]
  /** Not there until the node is removed or fenced, or the pods have moved; or, of a single pod, until the next is ready. */
  readonly waiting: readonly Ref[]
  /** What it rests on that other pods have a place; sorted. */
  readonly assumes: readonly Pick<Assumption, 'id' | 'says'>[]
}

/** One row per failure, in the order of pods, nodes and zones; a cluster without nodes has rows of pods only. */
export function sweep(estate: Estate): readonly Outcome[] {
  const pods = podsOf(estate)
  // What a kubelet runs by itself comes back with its node, as a DaemonSet's pod does.
  const standing = pods.filter(
    ({ count, steady, kind, keptBy }) => count > 0 && steady && kind !== 'DaemonSet' && keptBy !== 'kubelet',
  )
  const ask = lossAnswers(estate, pods)
  const doubt = (answer: LossAnswer) => doubtOf(estate, pods, answer)
  const judged = (node: string) => nodeOutcome(node, standing, { ask, doubt, others: unseenPods(estate) })
  const nodes = pods.some((pod) => pod.standing)
    ? nodesByName(estate).map(({ name }) => judged(name))
    : likeOutcomes(boardOf(estate, pods), judged)
  return [...standing.map(podOutcome), ...nodes, ...zoneOutcomes(estate, pods, standing)]
}

/** What the loss of a node leaves is the same for all nodes that are like it. */
function likeOutcomes(board: Board, judged: (node: string) => Outcome): readonly Outcome[] {
  const found = new Map<number, Outcome>()
  return board.nodes.map(({ name }, node) => {
    const like = firstAlike(board)[node] ?? node
    const outcome = found.get(like) ?? judged(board.nodes[like]?.name ?? name)
    found.set(like, outcome)
    return { ...outcome, failure: `node/${name}` }
  })
}

function podOutcome(pod: PodClass): Outcome {
  const { workload, namespace, name, count } = pod
  const isLost = isBare(pod)
  return {
    failure: `pod/${namespace}/${name}`,
    state: 'removed',
    lost: isLost ? [workload] : [],
    cannot: [],
    short: [],
    may: [],
    doubts: [],
    preempted: [],
    waiting: !isLost && count === 1 ? [workload] : [],
    assumes: [],
  }
}

interface Asking {
  readonly ask: ReturnType<typeof lossAnswers>
  readonly doubt: (answer: LossAnswer) => Doubt
  readonly others: readonly Assumption[]
}

function nodeOutcome(node: string, pods: readonly PodClass[], { ask, doubt, others }: Asking): Outcome {
  // Where the pods were seen, only those that ran there are gone.
  const isSeen = pods.some(({ standing }) => standing !== undefined)
  const here = isSeen ? pods.filter(({ standing = [] }) => standing.some((one) => one.node === node)) : pods
  const answers = here.flatMap(({ workload }) => ask(workload, node) ?? [])
  const of = (is: (answer: LossAnswer) => boolean) => answers.filter(is).map(({ workload }) => workload)
  const replaced = (answer: LossAnswer) => answer.replaced !== 'never'
  const cannot = of((answer) => replaced(answer) && answer.answer === 'cannot')
  const may = of((answer) => replaced(answer) && answer.answer === 'unknown')
  return {
    failure: `node/${node}`,
    state: 'silent',
    lost: of((answer) => !replaced(answer)),
    cannot,
    short: answers.filter(({ workload }) => cannot.includes(workload)).flatMap(shortOf),
    may,
    doubts: answers
      .filter(({ workload }) => may.includes(workload))
      .map((answer) => ({ workload: answer.workload, doubt: doubt(answer) })),
    preempted: belowOf([...cannot, ...may], pods),
    waiting: of((answer) => answer.replaced === 'once fenced'),
    assumes: said([others, ...answers.map(({ assumes }) => assumes)]),
  }
}

// Pods that keep apart from their own kind are one a node.
function shortOf({ workload, pod, proof }: LossAnswer): Outcome['short'] {
  return proof === 'apart' && pod.count > 1 ? [{ workload, pods: 1, of: pod.count }] : []
}

function said(sets: readonly (readonly Assumption[])[]): Outcome['assumes'] {
  return joinAssumptions(sets).map(({ id, says }) => ({ id, says }))
}

function belowOf(short: readonly Ref[], pods: readonly PodClass[]): readonly Ref[] {
  const priority = ({ spec }: PodClass) => (typeof spec.priority === 'number' ? spec.priority : 0)
  const names = new Set(short)
  const highest = Math.max(
    ...pods.filter(({ workload }) => names.has(workload)).map(priority),
    Number.NEGATIVE_INFINITY,
  )
  return pods.filter((pod) => priority(pod) < highest).map(({ workload }) => workload)
}

function zoneOutcomes(estate: Estate, pods: readonly PodClass[], standing: readonly PodClass[]): readonly Outcome[] {
  const zones = [...new Set(estate.nodes.flatMap(({ zone }) => zone ?? []))].sort(byCodePoint)
  if (zones.length < 2) return []
  const unplaced = steadyPlacement(estate, pods).filter(({ answer }) => answer === 'cannot')
  const before = new Set(unplaced.map(({ workload }) => workload))
  const asked = standing.filter(({ workload }) => !before.has(workload))
  return zones.map((zone) => zoneOutcome(zone, estate, pods, asked))
}

/** The zone's nodes are gone for good: what stands on the others, all pods placed anew. */
function zoneOutcome(zone: string, estate: Estate, all: readonly PodClass[], pods: readonly PodClass[]): Outcome {
  const left = { ...estate, nodes: estate.nodes.filter((node) => node.zone !== zone) }
  const answers = new Map(steadyPlacement(left, all).map((answer) => [answer.workload, answer]))
  const isTied = ({ claims }: PodClass) => claims.some(({ bound }) => bound === 'node' || bound === 'zone')
  const cannot = pods.filter(({ workload }) => answers.get(workload)?.answer === 'cannot')
  const may = pods.filter((pod) => {
    const answer = answers.get(pod.workload)?.answer
    return answer === 'unknown' || (answer === 'can' && isTied(pod))
  })
  const lost = pods.filter((pod) => isBare(pod) && !cannot.includes(pod))
  const stuck = new Set([...cannot, ...may])
  const moving = pods.filter((pod) => pod.kind === 'StatefulSet' && !stuck.has(pod))
  const refs = (classes: readonly PodClass[]) => classes.map(({ workload }) => workload)
  return {
    failure: `zone/${zone}`,
    state: 'removed',
    lost: refs(lost),
    cannot: refs(cannot),
    short: cannot.flatMap(({ workload }) => {
      const { count = 0, atMost = 0 } = answers.get(workload) ?? {}
      return atMost > 0 ? [{ workload, pods: count - atMost, of: count }] : []
    }),
    may: refs(may.filter((pod) => !isBare(pod))),
    doubts: may
      .filter((pod) => !isBare(pod))
      .map((pod) => ({ workload: pod.workload, doubt: isTied(pod) ? 'volume' : 'search' })),
    preempted: belowOf(refs([...cannot, ...may]), pods),
    waiting: refs(moving),
    assumes: said([unseenPods(estate), ...pods.map(({ workload }) => answers.get(workload)?.assumes ?? [])]),
  }
}
