// Whether all pods of a class can stand when all is well. `cannot` is a proof, `can` shows a placement, else unknown.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import { hasEstimates, takenAssumption } from '../capacity/node-room.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { pigeonholes } from './apart.ts'
import { type Board, type BoardOptions, boardOf, type Member } from './board.ts'
import type { NodeAnswer } from './eligible.ts'
import { isKeptOut } from './kept-out.ts'
import { pack } from './pack.ts'
import type { TemplatePath } from './reasons.ts'
import { emptyNodeRefusals, restsOnEstimate, takesWhenEmpty } from './refusals.ts'
import { firstOfShape } from './shapes.ts'
import { usesWhen } from './unmodelled-uses.ts'

export type SteadyProof =
  | { readonly by: 'no node' }
  | {
      readonly by: 'apart'
      readonly topologyKey: string
      readonly domains: readonly string[]
      readonly path: TemplatePath
    }
  /** Each node has room for so many at most. */
  | { readonly by: 'room'; readonly resource: string; readonly most: readonly { node: string; pods: number }[] }

export interface SteadyAnswer {
  readonly workload: Ref
  readonly pod: PodClass
  readonly count: number
  readonly answer: 'can' | 'cannot' | 'unknown'
  /** With `cannot`: why, and how many can be placed at most. */
  readonly proof?: SteadyProof
  readonly atMost?: number
  /** Per node, sorted: why it never takes such a pod, even when empty; left out with `can`. */
  readonly nodes: readonly NodeAnswer[]
  /** Why the most that an autoscaler may ask for can never be placed; absent where it may be. */
  readonly most?: { readonly count: number; readonly proof: SteadyProof; readonly atMost: number }
  /** With `can`: the node of each pod, in the order of `podNames`. */
  readonly stands?: readonly string[]
  /** What its pods use that is not modelled, by name, where that leaves it unknown. */
  readonly unmodelled?: readonly string[]
  readonly assumes: readonly Assumption[]
}

/** One answer per class, sorted by workload. Classes of no pods, and DaemonSets without a node, can be placed. */
export function steadyPlacement(
  estate: Estate,
  pods: readonly PodClass[],
  options: BoardOptions = {},
): readonly SteadyAnswer[] {
  const answers = placedOnce(estate, pods, options)
  if (!hasEstimates(estate) || options.denied?.has(takenAssumption(estate).id)) return answers
  const full = { denied: new Set([...(options.denied ?? []), takenAssumption(estate).id]) }
  const worse = placedOnce(estate, pods, full)
  return answers.map((answer, at) =>
    answer.answer === 'can' && worse[at]?.answer !== 'can'
      ? { ...answer, assumes: [...answer.assumes, takenAssumption(estate)] }
      : answer,
  )
}

/** As `steadyPlacement`, whatever is only estimated being as it is estimated to be: no answer says that it rests on that. */
export function placedOnce(
  estate: Estate,
  pods: readonly PodClass[],
  options: BoardOptions = {},
): readonly SteadyAnswer[] {
  return steadyOn(boardOf(estate, pods, options), options)
}

function steadyOn(board: Board, options: BoardOptions): readonly SteadyAnswer[] {
  // A proof is each class's own; that there is none holds for all that are alike.
  const unproved = new Set<number>()
  const proved = board.members.map((member) => {
    const shape = firstOfShape(board)[member.index] ?? member.index
    if (member.unmodelled.some(({ isOpen }) => isOpen)) return undefined
    const found = unproved.has(shape) ? undefined : proveCannot(board, member, options)
    if (!found) unproved.add(shape)
    return found
  })
  const packing = pack(board)
  const isComplete = (member: Member) => (packing.nodes[member.index]?.length ?? 0) >= member.count
  const missing = board.members.filter(
    (member) =>
      !isComplete(member) &&
      !proved[member.index] &&
      !member.unmodelled.some(({ isOpen }) => isOpen) &&
      !isKeptOut(board, member),
  )
  return board.members.map((member) => {
    const nodes = () => nodeAnswers(board, member, options)
    const base = {
      workload: member.pod.workload,
      pod: member.pod,
      count: member.count,
      ...mostOf(board, member, options),
    }
    const proof = proved[member.index]
    if (proof) return { ...base, nodes: nodes(), answer: 'cannot', ...proof }
    const isInDoubt = !isComplete(member) || missing.some((other) => shareNode(member, other))
    const unmodelled = usesWhen(member, 'well').map(({ says }) => says)
    if (unmodelled.length > 0 && member.count > 0)
      return { ...base, nodes: nodes(), answer: 'unknown', unmodelled, assumes: [] }
    const volumes = unknownClasses(board.estate, member)
    if (isInDoubt || volumes.some(({ id }) => options.denied?.has(id)))
      return { ...base, nodes: nodes(), answer: 'unknown', assumes: [] }
    const stands = (packing.nodes[member.index] ?? []).map((node) => board.nodes[node]?.name ?? '')
    return { ...base, nodes: [], answer: 'can', stands, assumes: volumes }
  })
}

/** What an autoscaler may ask for at most, where that is more than there is and certainly too much. */
function mostOf(board: Board, member: Member, options: BoardOptions): Pick<SteadyAnswer, 'most'> {
  const count = member.pod.scales?.max ?? 0
  if (count <= member.count || member.count === 0 || member.unmodelled.some(({ isOpen }) => isOpen)) return {}
  const proved = proveCannot(board, { ...member, count }, options)
  return proved && proved.assumes.length === 0 ? { most: { count, proof: proved.proof, atMost: proved.atMost } } : {}
}

function nodeAnswers(board: Board, member: Member, options: BoardOptions): readonly NodeAnswer[] {
  return board.nodes.map(({ name }, node) => ({ node: name, refused: emptyNodeRefusals(board, member, node, options) }))
}

type Proved = Required<Pick<SteadyAnswer, 'proof' | 'atMost' | 'assumes'>>

function proveCannot(board: Board, member: Member, options: BoardOptions): Proved | undefined {
  if (member.count === 0 || board.nodes.length === 0) return undefined
  const open = [...board.nodes.keys()].filter((node) => takesWhenEmpty(board, member, node))
  const isEstimated = () =>
    board.nodes.some((_, node) => restsOnEstimate(emptyNodeRefusals(board, member, node, options)))
  const assumes = hasEstimates(board.estate) && isEstimated() ? [takenAssumption(board.estate)] : []
  // A DaemonSet's pods are one per node that it takes: each has its node or stays away.
  if (open.length === 0) return { proof: { by: 'no node' }, atMost: 0, assumes }
  if (member.daemon) return undefined

  const holes = pigeonholes(board, member, open)
  if (holes && holes.domains.length < member.count) {
    const { topologyKey, path } = holes.term.term
    const domains = holes.domains.map((id) => holes.term.domains.names[id] ?? '')
    return { proof: { by: 'apart', topologyKey, domains, path }, atMost: domains.length, assumes }
  }
  return proveNoRoom(board, member, open)
}

function proveNoRoom(board: Board, { needs, count }: Member, open: readonly number[]): Proved | undefined {
  for (const [r, resource] of board.resources.entries()) {
    const need = needs[r] ?? 0
    if (need === 0) continue
    const most = open.map((node) => Math.floor((board.room[node]?.[r] ?? 0) / need))
    const atMost = most.reduce((sum, pods) => sum + pods, 0)
    if (atMost >= count) continue
    const rows = open.map((node, at) => ({ node: board.nodes[node]?.name ?? '', pods: most[at] ?? 0 }))
    const assumes = hasEstimates(board.estate) ? [takenAssumption(board.estate)] : []
    return { proof: { by: 'room', resource, most: rows }, atMost, assumes }
  }
  return undefined
}

function shareNode(a: Member, b: Member): boolean {
  return a === b || a.eligible.some((one, node) => one === 1 && b.eligible[node] === 1)
}

// A claim whose class nobody knows may stay pending, and its pod with it.
function unknownClasses({ cluster }: Estate, { pod, count }: Member): readonly Assumption[] {
  const unknown = count === 0 ? [] : pod.claims.filter(({ bound }) => bound === 'unknown')
  const names = [...new Set(unknown.map((claim) => claim.class))].sort()
  return names.map((name) => ({
    id: `volumes/${cluster}/${name || 'default'}`,
    says: `${name === '' ? 'the default StorageClass' : `StorageClass ${name}`} gives each volume where its pod may stand`,
    kind: 'outside',
    source: pod.source,
  }))
}
