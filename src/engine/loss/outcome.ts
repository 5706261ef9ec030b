// What one failure leaves, as plain data: workloads by what becomes of their pods.

import type { Ref } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import { joinAssumptions } from '../assumption.ts'
import { takenAssumption } from '../capacity/node-room.ts'
import type { Member } from '../placement/board.ts'
import { usesWhen } from '../placement/unmodelled-uses.ts'
import { unseenPods } from '../placement/unseen-pods.ts'
import { isBare } from '../pods/bare.ts'
import type { Asked } from './asking.ts'
import type { Untried } from './every-order.ts'
import type { Ground } from './ground.ts'
import { type Displaced, type Doubt, isOpen, judge } from './judge.ts'
import type { RoomProof } from './never-full.ts'
import type { NoPlace } from './no-place.ts'
import { startsInOrder } from './ordinals.ts'
import { priorityOf } from './priority.ts'
import { type Failure, isTerminating, type Scene, sceneOf } from './scene.ts'
import type { ChosenBy, Word } from './word.ts'
import { wordOf } from './word.ts'

export interface Outcome {
  /** `node/n1`, `zone/eu-1a`, `pod/shop/checkout`. */
  readonly failure: string
  readonly state: Failure['state']
  /** Pods that nothing replaces: bare pods, and those that tolerate a silent node for ever. */
  readonly lost: readonly Ref[]
  /** Workloads none of whose displaced pods finds a place, whatever the order and the choices. */
  readonly cannot: readonly Ref[]
  /** Workloads whose displaced pods all find a place in one order, and not all of them in another. */
  readonly may: readonly Ref[]
  /** Workloads of which neither is shown, within what is tried. */
  readonly unknown: readonly Ref[]
  /** Of lower priority than pods that may find no place, so that they may have to go. */
  readonly preempted: readonly Ref[]
  /**
   * Not there until the node is removed or fenced, or the pods have moved; of a StatefulSet also what waits for a member before
   * it; or, of a single pod, until the next is ready.
   */
  readonly waiting: readonly Ref[]
  /** Of those that keep some of their pods: how many certainly have no place. */
  readonly short: readonly { readonly workload: Ref; readonly pods: number; readonly of: number }[]
  /** What shows that pods have no place, workload by workload. */
  readonly proofs: readonly { readonly workload: Ref; readonly by: NoPlace | 'search' }[]
  /** By whose choices an order goes that leaves one without: any node that takes the pod, or one that the scheduler finds best. */
  readonly witnesses: readonly { readonly workload: Ref; readonly by: ChosenBy }[]
  /** How many workloads certainly find a place for all their pods, by what shows it. */
  readonly must: { readonly [By in RoomProof | 'search']?: number }
  /** What keeps each of those that may find no place from a proof; `uses` names what is not modelled. */
  readonly doubts: readonly { readonly workload: Ref; readonly doubt: Doubt; readonly uses?: readonly string[] }[]
  /** Why not every order was tried of what is unknown; absent where nothing is. */
  readonly untried?: Untried
  /** What it rests on that other pods have a place; sorted. */
  readonly assumes: readonly Pick<Assumption, 'id' | 'says'>[]
}

export const emptyOutcome: Omit<Outcome, 'failure' | 'state'> = {
  lost: [],
  cannot: [],
  may: [],
  unknown: [],
  preempted: [],
  waiting: [],
  short: [],
  proofs: [],
  witnesses: [],
  must: {},
  doubts: [],
  assumes: [],
}

/** `full`: the same with everything taken of which somebody made an estimate. */
export function outcomeOf(
  name: string,
  failure: Failure,
  { ground, full, ask }: { readonly ground: Ground; readonly full: Ground | undefined; readonly ask: Asked },
): Outcome {
  const scene = sceneOf(ground, failure)
  const rows = judge(scene).filter(({ member }) => member.pod.steady)
  const gone = [...scene.gone.keys()].sort((a, b) => a - b).flatMap((index) => ground.board.members[index] ?? [])
  const stuck = rows.filter(({ least, pods }) => least < pods)
  const asked = rows.some(isOpen) ? ask(failure) : undefined
  const words = new Map(rows.map((row) => [row, wordOf(row, asked)]))
  const said = (word: Word) => rows.filter((row) => words.get(row)?.word === word)
  const [may, unknown] = [said('may'), said('unknown')]
  const untried = unknown.find(({ doubt }) => doubt !== 'unmodelled')?.untried
  return {
    failure: name,
    state: failure.state,
    lost: refs(gone.filter((member) => member.pod.steady && isLost(member, failure))),
    cannot: refs(said('cannot').map(({ member }) => member)),
    may: refs(may.map(({ member }) => member)),
    unknown: refs(unknown.map(({ member }) => member)),
    preempted: belowOf(stuck, ground),
    waiting: refs(gone.filter((member) => member.pod.steady && isWaiting(scene, member, rows))),
    short: stuck
      .filter(isPartly)
      .map(({ member, without }) => ({ workload: member.pod.workload, pods: without, of: member.count })),
    proofs: stuck.flatMap(({ member, proof }) =>
      proof ? [{ workload: member.pod.workload, by: proof as NoPlace | 'search' }] : [],
    ),
    witnesses: may.map((row) => ({ workload: row.member.pod.workload, by: words.get(row)?.by ?? 'filters' })),
    must: counted(rows),
    doubts: stuck.flatMap((row) => doubtsOf(row, failure)),
    ...(untried && { untried }),
    assumes: restsOn(scene, rows, full),
  }
}

function refs(members: readonly Member[]): readonly Ref[] {
  return members.map(({ pod }) => pod.workload)
}

function isLost(member: Member, { state }: Failure): boolean {
  if (member.daemon || member.pod.keptBy === 'kubelet') return false
  return isBare(member.pod) || (state === 'silent' && !isTerminating(member))
}

function isWaiting({ state, ground }: Scene, member: Member, rows: readonly Displaced[]): boolean {
  if (member.pod.kind !== 'StatefulSet') return false
  if (state === 'silent') return isTerminating(member)
  const row = rows.find((one) => one.member === member)
  if (row === undefined || row.least === row.pods) return true
  return member.count > 1 && startsInOrder(ground.board.estate, member.pod.workload)
}

function doubtsOf({ member, doubt }: Displaced, { state }: Failure): Outcome['doubts'] {
  if (!doubt) return []
  const uses = usesWhen(member, state).map(({ says }) => says)
  return [{ workload: member.pod.workload, doubt, ...(doubt === 'unmodelled' && { uses }) }]
}

function isPartly({ without, member }: Displaced): boolean {
  return without > 0 && without < member.count
}

function counted(rows: readonly Displaced[]): Outcome['must'] {
  const must: { [By in RoomProof | 'search']?: number } = {}
  for (const { proof, least, pods } of rows)
    if (least === pods && proof) must[proof as RoomProof] = (must[proof as RoomProof] ?? 0) + 1
  return must
}

function belowOf(stuck: readonly Displaced[], { board }: Ground): readonly Ref[] {
  if (stuck.length === 0) return []
  const highest = Math.max(...stuck.map(({ member }) => priorityOf(member)))
  return refs(
    board.members.filter(
      (member) => member.count > 0 && !member.daemon && member.pod.steady && priorityOf(member) < highest,
    ),
  )
}

function restsOn(scene: Scene, rows: readonly Displaced[], full: Ground | undefined): Outcome['assumes'] {
  const sets = rows.map(({ assumes }) => assumes)
  const { estate } = scene.ground.board
  const taken = full && isMoreWith(scene, rows, full) ? [[takenAssumption(estate)]] : []
  return joinAssumptions([unseenPods(estate), ...taken, ...sets]).map(({ id, says }) => ({ id, says }))
}

/** Whether some of those that have a place have none once estimates are denied. */
function isMoreWith(scene: Scene, rows: readonly Displaced[], full: Ground): boolean {
  const sure = new Set(rows.filter(({ least, pods }) => least === pods).map(({ member }) => member.pod.workload))
  const denied = judge(sceneOf(full, scene)).filter(({ least, pods }) => least < pods)
  return denied.some(({ member }) => sure.has(member.pod.workload))
}
