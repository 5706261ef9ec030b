// The loss of a node that falls silent: which pods may have stood there, and whether they can stand elsewhere while their
// old selves are still Terminating. `cannot` and `can` hold for every placement that was possible before; else unknown.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import { hasEstimates, takenAssumption } from '../capacity/node-room.ts'
import { firstAlike } from '../placement/alike.ts'
import { type Board, type BoardOptions, boardOf, type Member } from '../placement/board.ts'
import type { NodeAnswer } from '../placement/eligible.ts'
import { inUnits } from '../placement/node-table.ts'
import type { Reason } from '../placement/reasons.ts'
import { restsOnEstimate } from '../placement/refusals.ts'
import { firstOfShape } from '../placement/shapes.ts'
import { movingVolumes } from '../placement/tied-volumes.ts'
import { staysOnSilentNode } from '../placement/tolerates.ts'
import { isBare } from '../pods/bare.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { mustStandOn } from './fellows.ts'
import { type Ground, groundOf } from './ground.ts'
import { mustMove } from './must-move.ts'
import { hasRanks } from './priority.ts'
import { refusalsOf } from './refused-without.ts'
import { type Failure, type Scene, sceneOf } from './scene.ts'

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

type LossAnswers = (workload: Ref, node: string) => LossAnswer | undefined

const undenied = new WeakMap<Board, LossAnswers>()

/**
 * The answer for one class at one node, each found once; of nodes that are alike the first is asked, and named.
 * Undefined where the class has no pod there.
 */
export function lossAnswers(estate: Estate, pods: readonly PodClass[], options: BoardOptions = {}): LossAnswers {
  const board = boardOf(estate, pods, options)
  const isPlain = (options.denied?.size ?? 0) === 0
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
  options: BoardOptions,
): (index: number, lost: number) => LossAnswer | undefined {
  const judging = judgingOf(estate, pods, options)
  const { board } = judging
  const taken = takenAssumption(estate)
  const isEstimated = hasEstimates(estate) && !options.denied?.has(taken.id)
  const full = isEstimated
    ? judgingOf(estate, pods, { ...options, denied: new Set([...(options.denied ?? []), taken.id]) })
    : undefined
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
    const answer = judgeMember(judging, index, lost)
    if (answer?.answer !== 'can' || !full) return answer
    const worse = judgeMember(full, index, lost)
    return worse?.answer === 'can' ? answer : { ...answer, assumes: [taken, ...answer.assumes] }
  }
}

interface Judging {
  readonly board: Board
  readonly options: BoardOptions
  /** What a loss displaces, over every placement. */
  readonly sceneOf: (lost: number, state: Failure['state']) => Scene
}

function judgingOf(estate: Estate, pods: readonly PodClass[], options: BoardOptions): Judging {
  const board = boardOf(estate, pods, options)
  const ground = groundOf(estate, pods, { ...options, isAnywhere: true })
  return { board, options, sceneOf: scenesOn(ground) }
}

const states = ['silent', 'removed'] as const

function scenesOn(ground: Ground): Judging['sceneOf'] {
  const known = new Map<number, Scene>()
  return (lost, state) => {
    const key = lost * states.length + states.indexOf(state)
    const found = known.get(key) ?? sceneOf(ground, { lost: [lost], state })
    known.set(key, found)
    return found
  }
}

function judgeMember(judging: Judging, index: number, lost: number): LossAnswer | undefined {
  const { board } = judging
  const member = board.members[index]
  if (!member || member.count === 0 || member.daemon || member.eligible[lost] !== 1) return undefined
  return mayHaveStood(board, member, lost) ? judge(judging, member, lost) : undefined
}

// By what the node lists, not by estimates: with those denied the pods stood there all the same.
function mayHaveStood({ resources, rooms }: Board, { needs }: Member, lost: number): boolean {
  return resources.every((resource, r) => {
    const need = needs[r] ?? 0
    const room = rooms[lost]?.[r]
    return need === 0 || (room !== undefined && need <= inUnits(resource, room.allocatable))
  })
}

function judge(judging: Judging, member: Member, lost: number): LossAnswer {
  const { board, options } = judging
  const refused = refusalsOf(board, member, lost, options)
  const base = {
    workload: member.pod.workload,
    pod: member.pod,
    node: board.nodes[lost]?.name ?? '',
    displaced: mustStandOn(board, member, lost, options),
    replaced: replacedWhen(member),
    nodes: board.nodes.map(({ name }, at) => ({ node: name, refused: refused[at] ?? [] })),
  } as const
  const { unmodelled: uses } = member
  if (refused.every((reasons) => reasons.length > 0) && !uses.some(({ isOpen }) => isOpen)) {
    const bySelf = (reasons: readonly Reason[]) => reasons.some(({ filter }) => filter !== 'InterPodAffinity')
    const assumes = refused.some(restsOnEstimate) ? [takenAssumption(board.estate)] : []
    return { ...base, answer: 'cannot', proof: refused.every(bySelf) ? 'refused' : 'apart', assumes }
  }
  if (uses.length > 0) return { ...base, answer: 'unknown', unmodelled: uses.map(({ says }) => says), assumes: [] }

  const moving = movingVolumes(board, member)
  const isDenied = moving.some(({ id }) => options.denied?.has(id))
  return !isDenied && isSure(judging, member, lost)
    ? { ...base, answer: 'can', assumes: moving }
    : { ...base, answer: 'unknown', assumes: [] }
}

/** While the node is silent, and once it is removed: whoever comes back comes back in one of the two. */
function isSure({ sceneOf: sceneAt }: Judging, { index, near }: Member, lost: number): boolean {
  return states.every((state) => {
    const scene = sceneAt(lost, state)
    const { board } = scene.ground
    const member = board.members[index]
    // Pods that it must stand near may be driven away.
    if (!member || (near.length > 0 && hasRanks(board))) return false
    return mustMove(scene, member, { home: lost }) !== undefined
  })
}

function replacedWhen({ pod }: Member): LossAnswer['replaced'] {
  if (isBare(pod) || pod.keptBy === 'kubelet' || staysOnSilentNode(pod.spec)) return 'never'
  return pod.kind === 'StatefulSet' ? 'once fenced' : 'once evicted'
}
