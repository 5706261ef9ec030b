// What nodes have, what is taken of it, what is free, and what an environment leaves free on its pool.

import { isUnsizedIn, sayNodes } from '../../engine/capacity/node-room.ts'
import { poolRoom } from '../../engine/capacity/pool-room.ts'
import { allocatableOn, poolOf, type Room, roomOn } from '../../engine/capacity/room.ts'
import { addQuantity, type Quantity, sayQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import type { View } from '../world.ts'
import { type Amount, amountOfQuantity, fraction, sayTerm, type Uncounted } from './amount.ts'
import type { Count, Counted } from './counted.ts'

type Resource = 'cpu' | 'memory'

const unitOf = (resource: Resource) => (resource === 'cpu' ? 'cores' : 'bytes')

export function nodeCount(measure: Count, view: View): Counted {
  const names = namesOf(measure, view) ?? view.estate.nodes.map(({ name }) => name)
  const rows = names.map((name) => [name, ''] as const)
  return { amount: fraction('count', BigInt(names.length), 1n, { rows, how: `${names.length}` }) }
}

/** Cores, memory or disk of all nodes. */
export function nodeSum(measure: Count, view: View): Counted | Uncounted {
  const resource = measure.counts === 'disk' ? 'ephemeral-storage' : measure.counts
  const say = (quantity: Quantity) => sayQuantity(resource === 'cpu' ? 'cpu' : 'memory', quantity)
  const open = unsizedIn(measure, resource, view)
  if (open) return open
  const nodes = allocatableOn(view.estate, resource, namesOf(measure, view))
  const sum = nodes.reduce((total, { amount }) => addQuantity(total, amount), zeroQuantity)
  return {
    amount: amountOfQuantity(sum, resource === 'cpu' ? 'cores' : 'bytes', {
      rows: nodes.map(({ node, amount }) => [node, say(amount)]),
      how: nodes.map(({ amount }) => sayTerm(resource === 'cpu' ? 'cpu' : 'memory', amount)).join(' + '),
    }),
  }
}

/** What is taken, or free, of a cluster or a pool; its whole is what the nodes have. */
export function roomCount(measure: Count, view: View): Counted | Uncounted {
  const resource: Resource = measure.counts.endsWith('Cpu') ? 'cpu' : 'memory'
  const room = roomOn(view.estate, resource, namesOf(measure, view), view.denied)
  const open = unsizedIn(measure, resource, view)
  if (open) return open
  if (room.taken === undefined || room.free === undefined) return unsaid(measure, resource, view)
  const isFree = measure.counts.startsWith('free')
  const words = { ...roomWords(room, resource, isFree), assumes: room.assumes }
  return {
    amount: amountOfQuantity(isFree ? room.free : room.taken, unitOf(resource), words),
    whole: amountOfQuantity(room.allocatable, unitOf(resource)),
  }
}

/** Free on the pool of an environment, minus what the environment requests; its whole is what is free. */
export function headroom(measure: Count, view: View): Counted | Uncounted {
  const resource: Resource = measure.counts === 'headroomCpu' ? 'cpu' : 'memory'
  const free = roomOn(view.estate, resource, namesOf(measure, view), view.denied)
  const open = unsizedIn(measure, resource, view)
  if (open) return open
  if (free.free === undefined) return unsaid(measure, resource, view)
  const { name: pool, nodes } = poolOf(view.estate, measure.of.name)
  const room = poolRoom(view.estate, view.pods, nodes, { resource, denied: view.denied })
  const say = (quantity: Quantity) => sayQuantity(resource, quantity)
  const asked = room.requests.rows
    .filter((row) => row.sum.nano !== 0n)
    .map((row) => sayTerm(resource, row.sum))
    .join(' + ')
  const { rows = [], stated = [] } = roomWords(free, resource, true)
  return {
    amount: amountOfQuantity(room.left, unitOf(resource), {
      rows: [...rows, [measure.of.name, `requests ${asked} = ${say(room.requests.sum)}`]],
      how: `${say(room.free)} free on ${pool ? `the pool ${pool}` : 'all nodes'} − ${say(room.requests.sum)} requested`,
      stated,
      assumes: free.assumes,
    }),
    whole: amountOfQuantity(room.free, unitOf(resource)),
  }
}

function roomWords(room: Room, resource: Resource, isFree: boolean): Partial<Amount> {
  const say = (quantity: Quantity) => sayQuantity(resource, quantity)
  if (room.wholeCluster && room.taken)
    return {
      how: isFree
        ? `${say(room.allocatable)} − ${say(room.taken)} taken`
        : `${say(room.taken)} taken in the cluster as a whole`,
    }
  return {
    rows: room.nodes.map(({ node, allocatable, taken, says, free }) => [
      node,
      `${say(allocatable)} − ${say(taken)} taken${says?.endsWith('%') ? ` (${says})` : ''} = ${say(free)} free`,
    ]),
    how: room.nodes.map((node) => sayTerm(resource, isFree ? node.free : node.taken)).join(' + '),
    stated: room.nodes.map(({ takenSource }) => takenSource?.stated),
  }
}

// The nodes of the environment's declared pool, or of the named pool; undefined for a whole cluster, where what is said
// to be taken in the cluster as a whole counts too.
function namesOf({ of, part }: Count, { estate }: View): readonly string[] | undefined {
  if (of.is === 'environment')
    return poolOf(estate, of.name).name === undefined ? undefined : poolOf(estate, of.name).nodes
  return part !== undefined && Object.hasOwn(estate.pools, part) ? estate.pools[part] : undefined
}

/** Why it cannot be counted, where nobody says how large a node is. */
function unsizedIn(measure: Count, resource: string, view: View): Uncounted | undefined {
  const names = namesOf(measure, view)
  const open = view.estate.nodes
    .filter((node) => (names === undefined || names.includes(node.name)) && isUnsizedIn(node, resource))
    .map(({ name }) => name)
  return open.length === 0 ? undefined : { why: `nobody says how much ${resource} ${sayNodes(open)} have` }
}

function unsaid({ of }: Count, resource: Resource, { estate }: View): Uncounted {
  return {
    why: `${estate.taken[resource]} of ${resource} is said to be taken in ${estate.cluster} as a whole, by no node: what is left for ${of.name} cannot be counted`,
  }
}
