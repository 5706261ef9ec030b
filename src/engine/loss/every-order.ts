// Small rests: what becomes of displaced pods over every order in which they and all pending ones are tried, and every choice of
// a node that takes them. Each that is refused is tried again until nothing changes. Classes of equal pods and the counts of
// where they stand keep this small; beyond a budget nothing is said.

import type { Member } from '../placement/board.ts'
import { place, type Stand } from '../placement/stand.ts'
import { untoleratedTaint } from '../placement/tolerates.ts'
import { usesWhen } from '../placement/unmodelled-uses.ts'
import { cloneStand } from './clone-stand.ts'
import { explore, type Step, type Trying } from './explore.ts'
import type { Ground } from './ground.ts'
import { hasRanks } from './priority.ts'
import { isMovedFrom, isTerminating, type Scene } from './scene.ts'

export interface Range {
  /** Of the displaced, at least and at most so many are placed. */
  readonly least: number
  readonly most: number
  /** Where fewer than all are placed in the end: how the pods stood before, and who went where since. */
  readonly failing?: { readonly start: readonly Step[]; readonly order: readonly Step[] }
}

/** So much is tried at most: pods that look for a node, where pods were seen and where not; nodes; states on the way. */
export const mostTried = { pods: 12, podsAnywhere: 8, nodes: 12, states: 20_000 } as const

/** Why the orders were not all tried: too much of something, or what tells equal pods apart. */
export type Untried = 'nodes' | 'priorities' | 'pods' | 'pods anywhere' | 'volumes' | 'unmodelled' | 'taken' | 'states'

/** Per member with displaced pods; or why not. */
export function everyOrder(scene: Scene): ReadonlyMap<number, Range> | Untried {
  const { ground } = scene
  const untried = tooMuch(scene)
  if (untried) return untried
  const budget = { left: mostTried.states }
  const starts = ground.isObserved ? [seenSteps(ground)] : startsOf(ground, budget)
  if (!starts) return 'states'
  const ranges = new Map<number, Range>()
  for (const start of starts) if (!joinEnds(scene, start, ranges, budget)) return 'states'
  return ranges
}

function tooMuch({ ground: { board, isObserved, isLoose }, movers, state }: Scene): Untried | undefined {
  const pods = [...movers.values()].reduce((sum, count) => sum + count, 0)
  if (board.nodes.length > mostTried.nodes) return 'nodes'
  if (hasRanks(board)) return 'priorities'
  if (isObserved && pods > mostTried.pods) return 'pods'
  if (!isObserved && pods > mostTried.podsAnywhere) return 'pods anywhere'
  const asked = [...movers.keys()].flatMap((index) => board.members[index] ?? [])
  // Volumes that stay tell equal pods apart, or bind others to where the first of them stands.
  const isTied = ({ pod }: Member) => pod.claims.some(({ bound }) => bound === 'node' || bound === 'zone')
  if (isLoose || asked.some(isTied)) return 'volumes'
  return asked.some((member) => usesWhen(member, state).length > 0) ? 'unmodelled' : undefined
}

function seenSteps({ seats }: Ground): readonly Step[] {
  return seats.flatMap((nodes, member) => [...nodes].map((node) => ({ member, node })))
}

const startsKnown = new WeakMap<Ground, readonly (readonly Step[])[] | 'too many'>()

/** Every way in which all pods may have been placed, one after the other, until no other found a node. */
function startsOf(ground: Ground, budget: { left: number }): readonly (readonly Step[])[] | undefined {
  const known = startsKnown.get(ground)
  if (known) return known === 'too many' ? undefined : known
  const left = Int32Array.from(ground.pending)
  const found: (readonly Step[])[] = []
  const board = { stand: cloneStand(ground.stand), isClosed: () => false, isAway: () => false, isEnding: () => false }
  if (!explore(ground, board, left, budget, (path) => found.push([...path]))) {
    startsKnown.set(ground, 'too many')
    return undefined
  }
  startsKnown.set(ground, found)
  return found
}

function joinEnds(scene: Scene, start: readonly Step[], ranges: Map<number, Range>, budget: { left: number }): boolean {
  const { ground, isLost, state } = scene
  const { members } = ground.board
  const stand = cloneStand(ground.stand)
  const displaced = new Int32Array(members.length)
  const total = new Int32Array(members.length)
  if (!ground.isObserved) for (const { member, node } of start) if (members[member]) place(stand, members[member], node)
  for (const { member: index, node } of start) {
    const member = members[index]
    total[index] = (total[index] ?? 0) + 1
    if (!member || isLost[node] === 0) continue
    if (state === 'removed') place(stand, member, node, -1)
    if (isMovedFrom(member, state)) displaced[index] = (displaced[index] ?? 0) + 1
  }
  if (state === 'removed') takeDaemons(scene, stand)
  const left = Int32Array.from(members, ({ count, index, daemon }) =>
    daemon ? 0 : (displaced[index] ?? 0) + Math.max(0, count - (total[index] ?? 0)),
  )
  const before = Int32Array.from(left)
  const whole = (index: number) => ground.isObserved || (total[index] ?? 0) >= (members[index]?.count ?? 0)
  const asked = [...displaced.keys()].filter((index) => (displaced[index] ?? 0) > 0 && whole(index))
  const trying: Trying = {
    stand,
    isClosed: (node) => isLost[node] === 1,
    isAway: (member, { rule }, node) =>
      isLost[node] === 1 &&
      (state === 'removed' || (rule.honorsTaints && untoleratedTaint(member.pod.spec, [silent]) !== undefined)),
    isEnding: (member, node) => isLost[node] === 1 && members[member] !== undefined && isTerminating(members[member]),
  }
  return explore(ground, trying, left, budget, (path) => {
    for (const index of asked) {
      const came = (before[index] ?? 0) - (left[index] ?? 0)
      const placed = Math.min(displaced[index] ?? 0, came)
      const isWhole = placed === displaced[index]
      ranges.set(index, joined(ranges.get(index), placed, isWhole ? undefined : { start, order: [...path] }))
    }
  })
}

const silent = { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' } as const

function takeDaemons({ ground, lost }: Scene, stand: Stand): void {
  for (const member of ground.board.members.filter(({ daemon }) => daemon))
    for (const node of lost) while ((stand.on[node]?.[member.index] ?? 0) > 0) place(stand, member, node, -1)
}

function joined(known: Range | undefined, placed: number, failing: Range['failing'] | undefined): Range {
  const first = known?.failing ?? failing
  return {
    least: Math.min(known?.least ?? placed, placed),
    most: Math.max(known?.most ?? placed, placed),
    ...(first && { failing: first }),
  }
}
