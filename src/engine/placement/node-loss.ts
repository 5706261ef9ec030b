// The loss of a node that falls silent: which pods may have stood there, and whether they can stand elsewhere while their
// old selves are still Terminating. `cannot` and `can` hold for every placement that was possible before; else unknown.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import { allocatableOf, hasEstimates, takenAssumption } from '../capacity/node-room.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { firstAlike } from './alike.ts'
import { type Board, boardOf, inUnits, type Member } from './board.ts'
import type { NodeAnswer } from './eligible.ts'
import { fellowsOf, mustStandOn } from './fellows.ts'
import { canAlwaysMove } from './must.ts'
import type { Reason } from './reasons.ts'
import { emptyNodeRefusals, type RefusalOptions, restsOnEstimate } from './refusals.ts'
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
  readonly assumes: readonly Assumption[]
}

export interface LossOptions extends RefusalOptions {
  /** This workload alone. */
  readonly only?: Ref
}

/** One answer per class that may have a pod on the node, sorted by workload; none for a node that is not there. */
export function afterNodeLoss(
  estate: Estate,
  pods: readonly PodClass[],
  node: string,
  options: LossOptions = {},
): readonly LossAnswer[] {
  const answers = lossOn(boardOf(estate, pods, options), node, options)
  if (!hasEstimates(estate) || options.denied?.has(takenAssumption(estate).id)) return answers
  const full = { ...options, denied: new Set([...(options.denied ?? []), takenAssumption(estate).id]) }
  const can = new Set(answers.filter(({ answer }) => answer === 'can').map(({ workload }) => workload))
  const asked = lossOn(boardOf(estate, pods, full), node, full, ({ pod }) => can.has(pod.workload))
  const worse = new Map(asked.map(({ workload, answer }) => [workload, answer]))
  return answers.map((answer) =>
    answer.answer === 'can' && worse.get(answer.workload) !== 'can'
      ? { ...answer, assumes: [takenAssumption(estate), ...answer.assumes] }
      : answer,
  )
}

/**
 * The answer for one class at one node, each found once; of nodes that are alike the first is asked, and named.
 * Undefined where the class has no pod there.
 */
export function lossAnswers(
  estate: Estate,
  pods: readonly PodClass[],
  options: RefusalOptions = {},
): (workload: Ref, node: string) => LossAnswer | undefined {
  const board = boardOf(estate, pods, options)
  const names = new Map(board.nodes.map(({ name }, node) => [name, board.nodes[firstAlike(board)[node] ?? node]?.name]))
  const known = new Map<string, LossAnswer | undefined>()
  return (workload, node) => {
    const like = names.get(node)
    if (like === undefined) return undefined
    const key = `${workload} ${like}`
    if (!known.has(key)) known.set(key, afterNodeLoss(estate, pods, like, { ...options, only: workload })[0])
    return known.get(key)
  }
}

function membersAsked({ members }: Board, { only }: LossOptions): readonly Member[] {
  if (only === undefined) return members
  const found = members.find(({ pod }) => pod.workload === only)
  return found ? [found] : []
}

function lossOn(
  board: Board,
  node: string,
  options: LossOptions,
  isAsked: (member: Member) => boolean = () => true,
): readonly LossAnswer[] {
  const lost = board.nodes.findIndex(({ name }) => name === node)
  if (lost === -1) return []
  return membersAsked(board, options)
    .filter((member) => member.count > 0 && !member.daemon && member.eligible[lost] === 1)
    .filter((member) => isAsked(member) && mayHaveStood(board, member, lost))
    .map((member) => judge(board, member, lost, options))
}

// By what the node lists, not by estimates: with those denied the pods stood there all the same.
function mayHaveStood(board: Board, { needs }: Member, lost: number): boolean {
  const node = board.nodes[lost]
  return board.resources.every(
    (resource, r) => node && (needs[r] ?? 0) <= inUnits(resource, allocatableOf(node, resource)),
  )
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
  if (refused.every((reasons) => reasons.length > 0))
    return { ...base, answer: 'cannot', proof: refused.every(bySelf) ? 'refused' : 'apart', nodes, assumes }

  const open = [...board.nodes.keys()].filter((node) => refused[node]?.length === 0)
  const isLifted = lift.includes('VolumeBinding')
  const moving = isLifted ? [] : movingVolumes(board, member)
  const isTied = (!isLifted && isUncertain(board, member, lost)) || moving.some(({ id }) => options.denied?.has(id))
  return !isTied && canAlwaysMove(board, member, lost, open, options)
    ? { ...base, answer: 'can', nodes, assumes: moving }
    : { ...base, answer: 'unknown', nodes, assumes: [] }
}

function replacedWhen({ pod }: Member): LossAnswer['replaced'] {
  if (pod.kind === 'Pod' || staysOnSilentNode(pod.spec)) return 'never'
  return pod.kind === 'StatefulSet' ? 'once fenced' : 'once evicted'
}
