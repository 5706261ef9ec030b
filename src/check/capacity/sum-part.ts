// What pods request of one resource, against what is free on the nodes that they are meant for: those that stand, and those
// that may come.

import { sayNodes } from '../../engine/capacity/node-room.ts'
import { type PoolRoom, poolRoom } from '../../engine/capacity/pool-room.ts'
import { sayQuantity } from '../../kubernetes/quantity.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { moreRoom, sayGrows, sayMost } from './more-room.ts'

export interface Sums {
  readonly on: string
  readonly room: PoolRoom
  /** What may add nodes where there is no room, by name. */
  readonly grows: readonly string[]
}

export type SumParts = { cpu: Sums; memory: Sums }

interface Where {
  readonly view: View
  readonly environment: string | undefined
}

export function sumPart(
  resource: 'cpu' | 'memory',
  on: string,
  nodes: readonly string[],
  { view, environment }: Where,
): AnyPart<SumParts> {
  const { estate, pods, denied } = view
  const standing = poolRoom(estate, pods, nodes, { resource, denied })
  const now = nodes.length > 0 ? standing.fits : undefined
  const further = now === true ? undefined : moreRoom(view, environment, resource)
  const room = further?.room ?? standing
  const then = further?.room?.fits === true && further.isBounded ? undefined : further?.room?.fits
  const written = further?.room ? then : now
  const grows = written === false ? (further?.grows ?? []) : []
  return part(
    resource,
    written === false && grows.length > 0 ? undefined : written,
    { on: further?.room ? sayMost(on, further) : on, room, grows },
    {
      assumes: room.assumes,
      cause: `room/${estate.cluster}/${on}/${resource}`,
      hint: 'a node more, smaller requests, or neighbours elsewhere',
      stated: room.nodes.map(({ takenSource }) => takenSource?.stated),
    },
  )
}

export function sumWords({ on, room, grows }: Sums): Words {
  const { resource, nodes, allocatable, taken, free, requests, left, anywhere, unsized } = room
  const say = (quantity: PoolRoom['free']) => sayQuantity(resource, quantity)
  const sign = left.nano < 0n ? '>' : '≤'
  const most =
    anywhere &&
    (anywhere.least.nano > 0n ? `${say(anywhere.least)} to ${say(anywhere.most)}` : `at most ${say(anywhere.most)}`)
  const beside = anywhere
    ? `; of ${say(anywhere.taken)} taken in the cluster as a whole ${most} may stand here, and ${say(left)} are left for it`
    : ''
  const freeRows = nodes.map(
    (node) =>
      [
        node.node,
        `${say(node.allocatable)} − ${say(node.taken)} taken${node.says ? ` (${node.says})` : ''} = ${say(node.free)}`,
      ] as const,
  )
  const asked = requests.rows
    .filter(({ sum }) => sum.nano > 0n)
    .map(({ name, count, each, sum }) => `${name} ${count} × ${say(each)} = ${say(sum)}`)
  if (unsized.length > 0) {
    const line = `${say(requests.sum)} of ${resource} requested on ${on}, and nobody says how much ${sayNodes(unsized)} have`
    return { line, rows: [['requested', asked.join(', ') || 'nothing']] }
  }
  return {
    line: `${say(requests.sum)} of ${resource} requested ${sign} ${say(free)} free on ${on}${beside}${sayGrows(grows)}`,
    rows: [
      ...freeRows,
      ['free', `${say(allocatable)} − ${say(taken)} = ${say(free)}`],
      ['requested', asked.join(', ') || 'nothing'],
      ['left', say(left)],
    ],
  }
}
