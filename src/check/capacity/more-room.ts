// The room of a pool once an autoscaler has added every node that it may.

import { growsUnbounded } from '../../engine/capacity/grows.ts'
import { type CountedResource, type PoolRoom, poolRoom } from '../../engine/capacity/pool-room.ts'
import { poolOf } from '../../engine/capacity/room.ts'
import { atMost } from '../../engine/capacity/settled.ts'
import { podsOf } from '../../engine/pods/pods-of.ts'
import { table, type View } from '../world.ts'

export interface MoreRoom {
  /** All nodes that there may be; absent where no pool may have more than stand. */
  readonly room?: PoolRoom
  /** The autoscaler of nodes ends before the pools do: how many of them come is not known. */
  readonly isBounded: boolean
  /** What may add nodes of which nobody says how many, by name. */
  readonly grows: readonly string[]
}

const largest = table(({ estate }) => {
  const grown = atMost(estate)
  return grown === estate ? undefined : { estate: grown, pods: podsOf(grown) }
})

/** What may come on top of the nodes that an environment stands on; without one, of all nodes. */
export function moreRoom(view: View, environment: string | undefined, resource: CountedResource): MoreRoom {
  const grows = growsUnbounded(view.estate)
  const most = largest(view)
  if (!most) return { isBounded: false, grows }
  const { estate, pods } = most
  const names = environment === undefined ? estate.nodes.map(({ name }) => name) : poolOf(estate, environment).nodes
  const room = poolRoom(estate, pods, names, { resource, denied: view.denied })
  return { room, isBounded: (estate.autoscaler?.most ?? estate.nodes.length) < estate.nodes.length, grows }
}

/** `; NodePool spot may add nodes`, or nothing. */
export function sayGrows(grows: readonly string[]): string {
  return grows.length === 0 ? '' : `; ${grows.join(', ')} may add nodes`
}

/** `all nodes, with every node that may be added`. */
export function sayMost(where: string, { isBounded }: MoreRoom): string {
  return `${where}, with every node that ${isBounded ? 'its pools may have, of which the autoscaler adds only some' : 'may be added'}`
}
