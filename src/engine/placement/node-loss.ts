// The loss of a node that falls silent: which pods may have stood there, and whether they can stand elsewhere while their
// old selves are still Terminating. `cannot` and `can` hold for every placement that was possible before; else unknown.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import { hasEstimates, takenAssumption } from '../capacity/node-room.ts'
import { isBare } from '../pods/bare.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { firstAlike } from './alike.ts'
import { type Board, boardOf, type Member } from './board.ts'
import type { NodeAnswer } from './eligible.ts'
import { fellowsOf, mustStandOn } from './fellows.ts'
import { canAlwaysMove } from './must.ts'
import { inUnits } from './node-table.ts'
import type { Reason } from './reasons.ts'
import { emptyNodeRefusals, type RefusalOptions, restsOnEstimate } from './refusals.ts'
import { firstOfShape } from './shapes.ts'
import { isUncertain, movingVolumes, tiedVolumes, volumeRefusals } from './tied-volumes.ts'
import { staysOnSilentNode } from './tolerates.ts'

export interface LossAnswer {
  readonly workload: Ref
  readonly pod: PodClass
  readonly node: string
  /** Whether a pod of the class certainly stood there, or only may have. */
  readonly displaced: 'must' | 'may'
  /**
   * What its controller does while the node is silent: a Deployment makes another pod once the old one is evicted; a
   * StatefulSet none of the same name until the node is removed, or fenced; a DaemonSet's pods, pods that tolerate the
   * silence for ever, and bare pods get no replacement.
   */
  readonly replaced: 'once evicted' | 'once fenced' | 'never'
  readonly answer: 'can' | 'cannot' | 'unknown'
  /** With `cannot`, the kind of proof: every node refuses it by itself, or its fellows fill what is left. */
  readonly proof?: 'refused' | 'apart'
  /** Per node, sorted: why a displaced pod cannot stand there. Under `apart` the names of fellows are an example. */
  readonly nodes: readonly NodeAnswer[]
  /** What the pods use that is not modelled, by name, where that leaves it unknown. */
  readonly unmodelled?: readonly string[]
  readonly assumes: readonly Assumption[]
}

/** One answer per class that may have a pod on the node, sorted by workload; none for a node that is not there. */
export function afterNodeLoss(
  estate: Estate,
  pods: readonly PodClass[],
  node: string,
  options: RefusalOptions = {},
): readonly LossAnswer[] {
  const { nodes, members } = boardOf(estate, pods, options)
  const lost = nodes.findIndex(({ name }) => name === node)
  const ask = lossOn(estate, pods, options)
  return lost === -1 ? [] : members.flatMap(({ index }) => ask(index, lost) ?? [])
}

type LossAnswers = (workload: Ref, node: string) => LossAnswer | undefined

const undenied = new WeakMap<Board, LossAnswers>()

/**
 * The answer for one class at one node, each found once; of nodes that are alike the first is asked, and named.
 * Undefined where the class has no pod there.
 */
export function lossAnswers(estate: Estate, pods: readonly PodClass[], options: RefusalOptions = {}): LossAnswers {
  const board = boardOf(estate, pods, options)
  const isPlain = (options.denied?.size ?? 0) === 0 && (options.lift ?? []).length === 0
  const found = isPlain ? undenied.get(board) : undefined
  if (found) return found
  const like = new Map(board.nodes.map(({ name }, node) => [name, firstAlike(board)[node] ?? node]))
  const indices = new Map(board.members.map(({ pod, index }) => [pod.workload, index]))
  const known = new Map<number, LossAnswer | undefined>()
  const ask = lossOn(estate, pods, options)
  const answers: LossAnswers = (workload, node) => {
    const [index, lost] = [indices.get(workload), like.get(node)]
    if (index === undefined || lost === undefined) return undefined
    const key = index * board.nodes.length + lost
    if (!known.has(key)) known.set(key, ask(index, lost))
    return known.get(key)
  }
  if (isPlain) undenied.set(board, answers)
  return answers
}

/** One class, by index, at one node; with the estimates that it rests on that it has a place. */
function lossOn(
  estate: Estate,
  pods: readonly PodClass[],
  options: RefusalOptions,
): (index: number, lost: number) => LossAnswer | undefined {
  const board = boardOf(estate, pods, options)
  const taken = takenAssumption(estate)
  const isEstimated = hasEstimates(estate) && !options.denied?.has(taken.id)
  const full = { ...options, denied: new Set([...(options.denied ?? []), taken.id]) }
  // A proof that names fellows is each class's own.
  const shared = new Map<number, LossAnswer | undefined>()
  return (index, lost) => {
    const key = (firstOfShape(board)[index] ?? index) * board.nodes.length + lost
    const found = shared.get(key)
    const member = board.members[index]
    if (member && found)
      return { ...found, workload: member.pod.workload, pod: member.pod, replaced: replacedWhen(member) }
    const answer = asked(index, lost)
    if (answer?.answer !== 'cannot') shared.set(key, answer)
    return answer
  }

  function asked(index: number, lost: number): LossAnswer | undefined {
    const answer = judgeMember(board, index, lost, options)
    if (answer?.answer !== 'can' || !isEstimated) return answer
    const worse = judgeMember(boardOf(estate, pods, full), index, lost, full)
    return worse?.answer === 'can' ? answer : { ...answer, assumes: [taken, ...answer.assumes] }
  }
}

function judgeMember(board: Board, index: number, lost: number, options: RefusalOptions): LossAnswer | undefined {
  const member = board.members[index]
  if (!member || member.count === 0 || member.daemon || member.eligible[lost] !== 1) return undefined
  return mayHaveStood(board, member, lost) ? judge(board, member, lost, options) : undefined
}

// By what the node lists, not by estimates: with those denied the pods stood there all the same.
function mayHaveStood({ resources, rooms }: Board, { needs }: Member, lost: number): boolean {
  return resources.every((resource, r) => {
    const need = needs[r] ?? 0
    const room = rooms[lost]?.[r]
    return need === 0 || (room !== undefined && need <= inUnits(resource, room.allocatable))
  })
}

function judge(board: Board, member: Member, lost: number, options: RefusalOptions): LossAnswer {
  const { lift = [] } = options
  const fellows = fellowsOf(board, member, lost, options)
  const volumes = lift.includes('VolumeBinding') ? [] : tiedVolumes(member, fellows?.names.get(fellows.home))
  const refused = board.nodes.map((_, node) =>
    node === lost
      ? [{ filter: 'NodeLost', volumes } satisfies Reason]
      : [
          ...emptyNodeRefusals(board, member, node, options),
          ...volumeRefusals(board, volumes, node, lost),
          ...(fellows?.on(node) ?? []),
        ],
  )
  const base = {
    workload: member.pod.workload,
    pod: member.pod,
    node: board.nodes[lost]?.name ?? '',
    displaced: mustStandOn(board, member, lost, options),
    replaced: replacedWhen(member),
  } as const
  const nodes = board.nodes.map(({ name }, at) => ({ node: name, refused: refused[at] ?? [] }))
  const assumes = refused.some(restsOnEstimate) ? [takenAssumption(board.estate)] : []
  const bySelf = (reasons: readonly Reason[]) => reasons.some(({ filter }) => filter !== 'InterPodAffinity')
  const { unmodelled: uses } = member
  if (refused.every((reasons) => reasons.length > 0) && !uses.some(({ isOpen }) => isOpen))
    return { ...base, answer: 'cannot', proof: refused.every(bySelf) ? 'refused' : 'apart', nodes, assumes }

  if (uses.length > 0)
    return { ...base, answer: 'unknown', nodes, unmodelled: uses.map(({ says }) => says), assumes: [] }

  const open = [...board.nodes.keys()].filter((node) => refused[node]?.length === 0)
  const isLifted = lift.includes('VolumeBinding')
  const moving = isLifted ? [] : movingVolumes(board, member)
  const isTied = (!isLifted && isUncertain(board, member, lost)) || moving.some(({ id }) => options.denied?.has(id))
  return !isTied && canAlwaysMove(board, member, lost, open, options)
    ? { ...base, answer: 'can', nodes, assumes: moving }
    : { ...base, answer: 'unknown', nodes, assumes: [] }
}

function replacedWhen({ pod }: Member): LossAnswer['replaced'] {
  if (isBare(pod) || pod.keptBy === 'kubelet' || staysOnSilentNode(pod.spec)) return 'never'
  return pod.kind === 'StatefulSet' ? 'once fenced' : 'once evicted'
}
