// What stands before anything is lost: the pods that were seen, or, where nobody shows any, no pod but those of DaemonSets,
// and all others may stand anywhere.

import type { Estate } from '../../estate/estate.ts'
import { type Board, type BoardOptions, boardOf, type Member } from '../placement/board.ts'
import { emptyStand, place, type Stand } from '../placement/stand.ts'
import { isSeen } from '../pods/is-seen.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Enemies, enemiesOf } from './enemies.ts'
import { type Patterns, patternsOf } from './patterns.ts'

export interface Ground {
  readonly board: Board
  /** From where the pods were seen; else every placement that may come about. */
  readonly isObserved: boolean
  /** Volumes that tie pods to nodes or zones were looked away from: what is tried in orders may not come about. */
  readonly isLoose: boolean
  readonly stand: Stand
  readonly patterns: Patterns
  /** Per member: whom it cannot stand beside. */
  readonly enemies: readonly Enemies[]
  /** Per member: the nodes of its pods that were seen. */
  readonly seats: readonly Int32Array[]
  /** Per node: the members of the pods that were seen there, one entry a pod. */
  readonly on: readonly Int32Array[]
  /** Per member: the resources that it asks for; one list for all that ask for the same. */
  readonly asked: readonly (readonly number[])[]
  /** Per member: pods without a node of their own yet; where nothing was seen, all that there are. */
  readonly pending: Int32Array
}

const [seen, anywhere] = [new WeakMap<Board, Ground>(), new WeakMap<Board, Ground>()]

export interface GroundOptions extends BoardOptions {
  /** Every placement that may come about, wherever pods were seen. */
  readonly isAnywhere?: true
  readonly isLoose?: boolean
}

export function groundOf(estate: Estate, pods: readonly PodClass[], options: GroundOptions = {}): Ground {
  const board = boardOf(estate, pods, options)
  const isObserved = !options.isAnywhere && pods.some(isSeen)
  const known = isObserved ? seen : anywhere
  const found = known.get(board) ?? build(board, isObserved, options.isLoose === true)
  known.set(board, found)
  return found
}

function build(board: Board, isObserved: boolean, isLoose: boolean): Ground {
  const at = new Map(board.nodes.map(({ name }, node) => [name, node]))
  const seats = board.members.map((member) => Int32Array.from(isObserved ? seatsOf(member, at) : []))
  const stand = emptyStand(board)
  const on: number[][] = board.nodes.map(() => [])
  for (const member of board.members) {
    for (const node of seats[member.index] ?? []) {
      place(stand, member, node)
      on[node]?.push(member.index)
    }
    if (member.daemon) placeDaemons(stand, member)
  }
  const pending = ({ daemon, count, index }: Member) => (daemon ? 0 : Math.max(0, count - (seats[index]?.length ?? 0)))
  return {
    board,
    isObserved,
    isLoose,
    stand,
    patterns: patternsOf(board),
    enemies: enemiesOf(board),
    seats,
    on: on.map((members) => Int32Array.from(members)),
    asked: askedBy(board),
    pending: Int32Array.from(board.members, pending),
  }
}

function askedBy({ members }: Board): readonly (readonly number[])[] {
  const lists = new Map<string, readonly number[]>()
  return members.map(({ needs }) => {
    const own = [...needs.keys()].filter((r) => (needs[r] ?? 0) > 0)
    const key = own.join()
    const list = lists.get(key) ?? own
    lists.set(key, list)
    return list
  })
}

function seatsOf({ pod }: Member, at: ReadonlyMap<string, number>): readonly number[] {
  return (pod.standing ?? []).flatMap(({ node }) => at.get(node) ?? [])
}

// A DaemonSet's pod comes to every node that it may stand on, whatever else is there.
function placeDaemons(stand: Stand, member: Member): void {
  for (const [node, isOpen] of member.eligible.entries())
    if (isOpen === 1 && stand.on[node]?.[member.index] === 0) place(stand, member, node)
}
