// A node that is lost alone, where pods were seen: what that leaves, and what has to be asked again when another is lost with it.

import type { Ref } from '../../kubernetes/types.ts'
import type { Member } from '../placement/board.ts'
import type { Ground } from './ground.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { hasRanks, mayPreempt, priorityOf } from './priority.ts'
import { type Failure, type Scene, sceneOf } from './scene.ts'
import { isDisplaced, isSure, isSureAtAGlance } from './sure.ts'

export interface LostAlone {
  /** Workloads that may be left without a place. */
  readonly hurt: ReadonlySet<Ref>
  /** Members that are sure of a place without this node, and not at a glance without any other beside it. */
  readonly loose: readonly number[]
  /** By another node: members whose spread rule counts pods that stand there. */
  readonly touched: ReadonlyMap<number, readonly number[]>
  /** The highest priority of those that may have to preempt. */
  readonly preemptor: number | undefined
}

/** `besideAny` adds the most that one more lost node brings. */
export function lostAlone(
  ground: Ground,
  { node, state }: { readonly node: number; readonly state: Failure['state'] },
  besideAny: (scene: Scene) => Scene,
): LostAlone {
  const failure = { lost: [node], state }
  const scene = sceneOf(ground, failure)
  const hurt = new Set(hurtBy(outcomeOf('', failure, { ground, full: undefined, ask: () => undefined })))
  const more = besideAny(scene)
  const asked = askedIn(scene)
  const loose = asked.filter((member) => !isSureAtAGlance(more, member))
  const unsure = loose.filter((member) => !isSure(scene, member))
  // What this node alone leaves is not told again; nor is what a pair leaves that nobody displaced.
  const isTold = (member: Member) => !isDisplaced(scene, member) || !member.pod.steady || hurt.has(member.pod.workload)
  const told = new Set(unsure.filter(isTold))
  const again = asked.filter((member) => !told.has(member))
  return {
    hurt,
    loose: loose.filter((member) => !told.has(member)).map(({ index }) => index),
    touched: touchedBy(ground, node, again),
    preemptor: hasRanks(ground.board) ? strongest(unsure) : undefined,
  }
}

export function hurtBy({ lost, cannot, may, unknown }: Outcome): readonly Ref[] {
  return [...lost, ...cannot, ...may, ...unknown]
}

/** Members with displaced pods; with priorities all that look for a node, for they may preempt. */
function askedIn(scene: Scene): readonly Member[] {
  const { board } = scene.ground
  const asked = hasRanks(board) ? new Set([...scene.gone.keys(), ...scene.movers.keys()]) : scene.gone.keys()
  return [...asked]
    .sort((a, b) => a - b)
    .flatMap((index) => board.members[index] ?? [])
    .filter((member) => isDisplaced(scene, member) || scene.movers.has(member.index))
}

function touchedBy({ seats }: Ground, node: number, members: readonly Member[]): LostAlone['touched'] {
  const touched = new Map<number, number[]>()
  for (const { index, spread } of members) {
    const taken = new Set(spread.flatMap((rule) => rule.taken))
    const nodes = new Set([...taken].flatMap((other) => [...(seats[other] ?? [])]))
    for (const other of nodes) {
      if (other === node) continue
      const own = touched.get(other)
      if (own) own.push(index)
      else touched.set(other, [index])
    }
  }
  return touched
}

function strongest(unsure: readonly Member[]): number | undefined {
  const ranks = unsure.filter(mayPreempt).map(priorityOf)
  return ranks.length === 0 ? undefined : Math.max(...ranks)
}
