// Whether a class is sure of its places as long as nobody preempts, without what becomes of it else.

import type { Member } from '../placement/board.ts'
import { usesWhen } from '../placement/unmodelled-uses.ts'
import { atAGlance } from './at-a-glance.ts'
import { homesOf } from './judge.ts'
import { mustMove } from './must-move.ts'
import { isMovedFrom, type Scene } from './scene.ts'

/** As `judge` finds it. */
export function isSure(scene: Scene, member: Member): boolean {
  return homesIn(scene, member).every((home) => mustMove(scene, member, { home }) !== undefined)
}

/** Found by sums alone: what they show with one more node lost, whichever it is, they show of each. */
export function isSureAtAGlance(scene: Scene, member: Member): boolean {
  if (usesWhen(member, scene.state).length > 0) return false
  return homesIn(scene, member).every((home) => atAGlance(scene, member, { home }).proof !== undefined)
}

function homesIn(scene: Scene, member: Member): readonly (number | undefined)[] {
  return isDisplaced(scene, member) ? homesOf(scene, member) : [undefined]
}

export function isDisplaced({ gone, state }: Scene, member: Member): boolean {
  return gone.has(member.index) && isMovedFrom(member, state)
}
