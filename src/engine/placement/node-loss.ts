// The loss of a node that falls silent: which pods may have stood there, and whether they can stand elsewhere while their
// old selves are still Terminating. `cannot` and `can` hold for every placement that was possible before; else unknown.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import { allocatableOf, hasEstimates, takenAssumption } from '../capacity/node-room.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { firstAlike } from './alike.ts'
import { domainsAmong, pigeonholes } from './apart.ts'
import { type Board, boardOf, inUnits, type Member } from './board.ts'
import type { NodeAnswer } from './eligible.ts'
import { canAlwaysMove } from './must.ts'
import { type Reason, type TiedVolume, zoneKey } from './reasons.ts'
import { emptyNodeRefusals, type RefusalOptions, restsOnEstimate, takesWhenEmpty } from './refusals.ts'
import { labelOf } from './static-filters.ts'
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
      ? { ...answer, assumes: [takenAssumption(estate)] }
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
  const isTied =
    !lift.includes('VolumeBinding') && member.pod.claims.some((claim) => isUncertain(board, claim.bound, lost))
  const isSure = !isTied && canAlwaysMove(board, member, lost, open, options)
  return { ...base, answer: isSure ? 'can' : 'unknown', nodes, assumes: [] }
}

function replacedWhen({ pod }: Member): LossAnswer['replaced'] {
  if (pod.kind === 'Pod' || staysOnSilentNode(pod.spec)) return 'never'
  return pod.kind === 'StatefulSet' ? 'once fenced' : 'once evicted'
}

/** Volumes that hold a displaced pod's data where it was; of one pod where it is known which. */
function tiedVolumes({ pod }: Member, name = pod.count === 1 ? pod.podNames[0] : undefined): readonly TiedVolume[] {
  const ordinal = name?.startsWith(`${pod.name}-`) ? name.slice(pod.name.length + 1) : '#'
  return pod.claims.flatMap(({ claim, class: storage, bound }) =>
    bound === 'node' || bound === 'zone' ? [{ claim: claim.replace('#', ordinal), class: storage, bound }] : [],
  )
}

function volumeRefusals(board: Board, volumes: readonly TiedVolume[], node: number, lost: number): Reason[] {
  const home = zoneOf(board, lost)
  const isElsewhere = home !== undefined && zoneOf(board, node) !== home
  const byNode = volumes.filter(({ bound }) => bound === 'node')
  const byZone = isElsewhere ? volumes.filter(({ bound }) => bound === 'zone') : []
  const at = board.nodes[lost]?.name ?? ''
  return [
    ...(byNode.length > 0 ? [{ filter: 'VolumeBinding', volumes: byNode, at } satisfies Reason] : []),
    ...(byZone.length > 0 ? [{ filter: 'VolumeBinding', volumes: byZone, at: home ?? '' } satisfies Reason] : []),
  ]
}

function zoneOf({ nodes }: Board, at: number): string | undefined {
  const node = nodes[at]
  return node && (labelOf(node, zoneKey) ?? node.zone)
}

// A volume nobody knows the ties of, or tied to a zone that nobody knows, may keep its pod from every node.
function isUncertain(board: Board, bound: string, lost: number): boolean {
  return bound === 'unknown' || (bound === 'zone' && zoneOf(board, lost) === undefined)
}

interface Fellows {
  /** One way in which they may stand, domain → pod; all ways are alike. */
  readonly names: ReadonlyMap<number, string>
  readonly home: number
  readonly on: (node: number) => readonly Reason[]
}

/**
 * Required anti-affinity among m members: the other m − 1 stand in domains of their own, none of them the lost node's,
 * which its Terminating pod still holds. With no more than m − 1 such domains all are full; else undefined.
 */
function fellowsOf(board: Board, member: Member, lost: number, options: RefusalOptions): Fellows | undefined {
  if (options.lift?.includes('InterPodAffinity') || member.count < 2) return undefined
  const stands = standable(board, member, options)
  const holes = pigeonholes(board, member, stands)
  if (!holes) return undefined
  const { domains, term } = holes.term
  const home = domains.of[lost] ?? -1
  if (holes.domains.filter((id) => id !== home).length > member.count - 1) return undefined

  const { podNames, name, workload } = member.pod
  const names = new Map(holes.domains.map((id, at) => [id, podNames[at] ?? name]))
  const { topologyKey, path } = term
  const on = (node: number): Reason[] => {
    const id = domains.of[node] ?? -1
    if (node === lost || !stands.includes(node)) return []
    const domain = domains.names[id] ?? ''
    return [
      { filter: 'InterPodAffinity', rule: 'apart', topologyKey, domain, holds: names.get(id) ?? name, workload, path },
    ]
  }
  return { names, home, on }
}

/** Where members may have stood before the loss: where nothing about the empty node refuses them. */
function standable(board: Board, member: Member, options: RefusalOptions): readonly number[] {
  return [...board.nodes.keys()].filter((node) => takesWhenEmpty(board, member, node, options))
}

/** Certain where the members fill every domain they may stand in, and the lost node is alone in its own. */
function mustStandOn(board: Board, member: Member, lost: number, options: RefusalOptions): 'must' | 'may' {
  const stands = standable(board, member, { denied: options.denied })
  if (!stands.includes(lost)) return 'may'
  if (stands.length === 1) return 'must'
  const holes = pigeonholes(board, member, stands)
  if (!holes || member.count < holes.domains.length) return 'may'
  const home = holes.term.domains.of[lost]
  const alone = domainsAmong(
    holes.term,
    stands.filter((node) => node !== lost),
  ).every((id) => id !== home)
  return alone ? 'must' : 'may'
}
