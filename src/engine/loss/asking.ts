// Which failures the scheduler is asked about, each once and the same ones whoever asks.

import type { Estate } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import { firstAlike } from '../placement/alike.ts'
import type { Board } from '../placement/board.ts'
import { isSeen } from '../pods/is-seen.ts'
import type { PodClass } from '../pods/pod-class.ts'
import type { Failure } from './scene.ts'
import { type Ends, witnessesOf } from './witness.ts'

/** Orders found by asking the scheduler, per workload; what is not asked is not found. */
export type Asked = (failure: Failure) => Ends | undefined

/** Each asks the scheduler for a hundred pods and more. */
export const mostAsked = { nodes: 12, zones: 4 } as const

const known = new WeakMap<readonly PodClass[], Map<Estate, Asked>>()

/** Of the first nodes that differ, and the first zones by name; of two nodes at once none. */
export function askingOf(estate: Estate, pods: readonly PodClass[], board: Board): Asked {
  const byEstate = known.get(pods) ?? new Map<Estate, Asked>()
  known.set(pods, byEstate)
  const found = byEstate.get(estate) ?? asking(estate, pods, board)
  byEstate.set(estate, found)
  return found
}

function asking(estate: Estate, pods: readonly PodClass[], board: Board): Asked {
  const { nodes } = board
  // Pods that were seen tell nodes apart that are alike but for them.
  const firsts = pods.some(isSeen) ? [...nodes.keys()] : [...new Set(firstAlike(board))]
  const zones = [...new Set(nodes.map(({ zone = '' }) => zone))].sort(byCodePoint)
  const isAsked = ([node = 0, ...others]: Failure['lost']) =>
    others.length === 0 && firsts.indexOf(node) < mostAsked.nodes
      ? firsts.includes(node)
      : zones.indexOf(nodes[node]?.zone ?? '') < mostAsked.zones
  const ends = new Map<string, Ends | undefined>()
  return ({ lost, state }) => {
    if (!isAsked(lost)) return undefined
    const key = `${state} ${lost.join()}`
    if (!ends.has(key))
      ends.set(key, witnessesOf(estate, pods, { lost: lost.map((node) => nodes[node]?.name ?? ''), state }))
    return ends.get(key)
  }
}
