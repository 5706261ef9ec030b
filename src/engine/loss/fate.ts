// What becomes of the displaced pods of one class after one failure, as plain data: the word, and what shows it.

import type { Manifest } from '../../kubernetes/types.ts'
import type { Member } from '../placement/board.ts'
import { usesWhen } from '../placement/unmodelled-uses.ts'
import { fieldsOf, textOf } from '../pods/untrusted.ts'
import type { Asked } from './asking.ts'
import type { Untried } from './every-order.ts'
import { type Displaced, type Doubt, homesOf, isOpen } from './judge.ts'
import { mustMove } from './must-move.ts'
import type { Failure, Scene } from './scene.ts'
import type { Sums } from './sums.ts'
import type { Witness } from './witness.ts'
import { type ChosenBy, type Word, wordOf } from './word.ts'

export interface Fate {
  readonly state: Failure['state']
  /** `cannot` also where some of them only have a place. */
  readonly word: Word
  /** With `must` and `cannot`. */
  readonly proof?: Displaced['proof']
  /** With `must`: what the proof adds up, where the least is to spare. */
  readonly sums?: Sums
  /** Of all pods of the class: how many certainly have no place. */
  readonly without: number
  readonly of: number
  /** With `apart` and `room`: how many the nodes that are left hold at most. */
  readonly hold?: number
  /** With `may`. */
  readonly order?: Order
  /** With `may` and `unknown`: what keeps it from a proof. */
  readonly doubt?: Doubt
  /** What is used that is not modelled. */
  readonly uses?: readonly string[]
  /** With `unknown`: why not every order was tried. */
  readonly untried?: Untried
  /** With `unknown`: why the scheduler was not asked for an order. */
  readonly unasked?: Unasked
}

export type Unasked = 'pods' | 'volumes' | 'failures'

/** An order that leaves a pod without a place. */
export interface Order {
  readonly by: ChosenBy
  /** Where pods stood before, those that are lost too where they are Terminating. */
  readonly before: readonly Placed[]
  /** Who was tried next, until nothing changed; null where nothing took it at that point. */
  readonly steps: readonly { readonly pod: string; readonly node: string | null }[]
}

interface Placed {
  readonly pod: string
  readonly node: string
}

/** Of a row of the same scene. */
export function fateOf(scene: Scene, row: Displaced, ask: Asked): Fate {
  const { member, proof, without, hold, untried } = row
  // Where some certainly have none, no order is looked for.
  const isShort = row.most === 0 || without > 0
  const ends = isOpen(row) && !isShort ? ask(scene) : undefined
  const { word, by } = isShort ? ({ word: 'cannot', by: undefined } as const) : wordOf(row, ends)
  const doubt = isShort ? undefined : row.doubt
  const order = by && orderOf(scene, row, by, ends?.found.get(member.pod.workload))
  const uses = usesWhen(member, scene.state).map(({ says }) => says)
  const sums = word === 'must' && proof !== 'search' ? sumsOf(scene, member) : undefined
  const isUnknown = word === 'unknown'
  const unasked = isUnknown && doubt !== 'unmodelled' ? (ends ? ends.unasked : 'failures') : undefined
  return {
    state: scene.state,
    word,
    ...(proof && { proof }),
    ...(sums && { sums }),
    without,
    of: member.count,
    ...(hold !== undefined && Number.isFinite(hold) && { hold }),
    ...(order && { order }),
    ...(doubt && { doubt }),
    ...(doubt === 'unmodelled' && { uses }),
    ...(isUnknown && untried && { untried }),
    ...(unasked && { unasked }),
  }
}

/** Of the sets that the proof needs, and of the lost nodes that pods may have left volumes on: the one with least to spare. */
function sumsOf(scene: Scene, member: Member): Sums | undefined {
  const told = homesOf(scene, member).flatMap((home) => {
    const own: Sums[] = []
    mustMove(scene, member, { home, told: own })
    return own
  })
  return told.reduce<Sums | undefined>((least, one) => (least && least.spare <= one.spare ? least : one), undefined)
}

function orderOf(scene: Scene, { failing }: Displaced, by: ChosenBy, witness: Witness | undefined): Order | undefined {
  if (by === 'scheduler' && witness)
    return {
      by,
      before: witness.pods.map((pod) => ({ pod: nameOf(pod), node: textOf(fieldsOf(pod.spec).nodeName) ?? '' })),
      steps: witness.order.map(({ pod, node }) => ({ pod: nameOf(pod), node })),
    }
  if (!failing) return undefined
  const { nodes, members } = scene.ground.board
  const step = ({ member, node }: { readonly member: number; readonly node: number }): Placed => ({
    pod: members[member]?.pod.name ?? '',
    node: nodes[node]?.name ?? '',
  })
  return { by: 'filters', before: failing.start.map(step), steps: failing.order.map(step) }
}

function nameOf({ metadata }: Manifest): string {
  return textOf(metadata.name) ?? ''
}
