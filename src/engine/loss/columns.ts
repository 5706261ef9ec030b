// What may come to one node, whatever goes elsewhere: pods that keep apart from their own kind come one at a time.

import type { Board, Member } from '../placement/board.ts'
import type { Scene } from './scene.ts'
import { type Sizes, sizesFrom } from './sizes.ts'

export interface Column {
  /** Per resource: the sum of what all that look for a node may bring there. */
  readonly brings: Float64Array
  readonly sizes: (resource: number) => Sizes
}

const known = new WeakMap<Scene['weightOn'], Map<number, Column>>()

/** For one node; the same for all scenes whose movers are the same. */
export function columnOf(scene: Scene, node: number): Column {
  const columns = known.get(scene.weightOn) ?? new Map<number, Column>()
  known.set(scene.weightOn, columns)
  const found = columns.get(node) ?? build(scene, node)
  columns.set(node, found)
  return found
}

function build({ ground, movers }: Scene, node: number): Column {
  const { board } = ground
  const rows: { readonly needs: Float64Array; readonly count: number }[] = []
  const brings = new Float64Array(board.resources.length)
  for (const [index, count] of movers) {
    const member = board.members[index]
    if (member?.eligible[node] !== 1) continue
    const most = mostOn(board, member, node, count)
    rows.push({ needs: member.needs, count: most })
    for (let r = 0; r < brings.length; r++) brings[r] = (brings[r] ?? 0) + (member.needs[r] ?? 0) * most
  }
  const sizes: Sizes[] = []
  return {
    brings,
    sizes: (r) => {
      const made = sizes[r] ?? sizesFrom(rows.map(({ needs, count }) => ({ need: needs[r] ?? 0, count })))
      sizes[r] = made
      return made
    },
  }
}

function mostOn({ terms }: Board, { keepsApart, keptFrom }: Member, node: number, count: number): number {
  const isAlone = keepsApart.some((term) => keptFrom.includes(term) && (terms[term]?.domains.of[node] ?? -1) !== -1)
  return isAlone ? Math.min(1, count) : count
}
