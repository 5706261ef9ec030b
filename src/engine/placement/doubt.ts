// What stands in the way of a proof that a displaced pod finds a place: the first thing without which there is one.

import type { Estate } from '../../estate/estate.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { boardOf } from './board.ts'
import { canAlwaysMove } from './must.ts'
import type { LossAnswer } from './node-loss.ts'
import type { Filter } from './reasons.ts'
import { isUncertain } from './tied-volumes.ts'

/**
 * `volume`: it may be tied to what is lost. `near`: it must stand near pods that may be gone. `spread`: a spread rule leaves
 * some of the nodes, and others may fill those. `room`: others may fill all nodes. `apart`: pods that keep it away may stand
 * on all of them. `search`: no placement of all pods was found, and no proof that there is none.
 */
export type Doubt = 'volume' | 'near' | 'spread' | 'room' | 'apart' | 'search'

/** Of an answer that is unknown. */
export function doubtOf(estate: Estate, pods: readonly PodClass[], { workload, node, nodes }: LossAnswer): Doubt {
  const board = boardOf(estate, pods)
  const member = board.members.find(({ pod }) => pod.workload === workload)
  const lost = board.nodes.findIndex(({ name }) => name === node)
  if (!member || isUncertain(board, member, lost)) return 'volume'
  if (member.near.length > 0) return 'near'
  const open = [...nodes.keys()].filter((at) => nodes[at]?.refused.length === 0)
  const isSureBut = (...lift: Filter[]) => canAlwaysMove(board, member, lost, open, { lift })
  if (member.spread.length > 0 && isSureBut('PodTopologySpread')) return 'spread'
  return isSureBut('PodTopologySpread', 'NodeResourcesFit') ? 'room' : 'apart'
}
