// What nodes have, what is taken of it, what is free, and what an environment leaves free on its pool.

import { type ClusterTotals, clusterTotals } from '../../engine/capacity/cluster-totals.ts'
import { poolRoom } from '../../engine/capacity/pool-room.ts'
import { type Quantity, sayQuantity } from '../../kubernetes/quantity.ts'
import type { View } from '../world.ts'
import { type Amount, amountOfQuantity, fraction, type Uncounted } from './amount.ts'
import type { Count, Counted } from './count.ts'

const sayCores = (quantity: Quantity) => sayQuantity('cpu', quantity)
const sayBytes = (quantity: Quantity) => sayQuantity('memory', quantity)

export function nodeCount(measure: Count, view: View): Counted {
  const { nodes } = clusterTotals(view.estate, poolOf(measure, view))
  const rows = nodes.map((name) => [name, ''] as const)
  return { amount: fraction('count', BigInt(nodes.length), 1n, { rows, how: `${nodes.length} nodes` }) }
}

/** Cores, memory or disk of all nodes. */
export function nodeSum(measure: Count, view: View): Counted {
  const totals = clusterTotals(view.estate, poolOf(measure, view))
  const which = measure.counts === 'cpu' ? 'cpu' : measure.counts === 'memory' ? 'memory' : 'disk'
  const say = which === 'cpu' ? sayCores : sayBytes
  const { rows, sum } = totals[which]
  return {
    amount: amountOfQuantity(sum, which === 'cpu' ? 'cores' : 'bytes', {
      rows: rows.map(({ node, amount }) => [node, say(amount)]),
      how: rows.map(({ amount }) => say(amount)).join(' + '),
      stated: rows.map(({ source }) => source.stated),
    }),
  }
}

/** What is taken, or free, of a cluster or a pool; its whole is what the nodes have. */
export function roomCount(measure: Count, view: View): Counted | Uncounted {
  const resource = measure.counts.endsWith('Cpu') ? 'cpu' : 'memory'
  const totals = clusterTotals(view.estate, poolOf(measure, view))
  const taken = totals.taken[resource]
  const free = totals.free[resource]
  if (!taken || !free) return unsaid(measure, resource, view)
  const denied = totals.assumes.some(({ id }) => view.denied.has(id))
  if (denied) return { why: `the estimate of what is taken in ${view.estate.cluster} is denied` }
  const unit = resource === 'cpu' ? 'cores' : 'bytes'
  const isFree = measure.counts.startsWith('free')
  const words = takenWords(totals, resource, isFree)
  return {
    amount: amountOfQuantity(isFree ? free : taken.sum, unit, { ...words, assumes: totals.assumes }),
    whole: amountOfQuantity(totals[resource].sum, unit),
  }
}

function takenWords(totals: ClusterTotals, resource: 'cpu' | 'memory', isFree: boolean): Partial<Amount> {
  const say = resource === 'cpu' ? sayCores : sayBytes
  const all = totals[resource]
  const taken = totals.taken[resource]
  if (!taken || taken.by === 'cluster') {
    const part = taken ? say(taken.sum) : 'nothing'
    return { how: isFree ? `${say(all.sum)} − ${part} taken` : `${part} taken in the cluster as a whole` }
  }
  const rows = all.rows.map(({ node, amount }, at) => {
    const part = taken.rows[at]
    const says = part?.says ? ` (${part.says})` : ''
    const left = { ...amount, nano: amount.nano - (part?.amount.nano ?? 0n) }
    return {
      label: node,
      text: `${say(amount)} − ${part ? say(part.amount) : '0'} taken${says} = ${say(left)} free`,
      left,
      taken: part?.amount ?? { ...amount, nano: 0n },
    }
  })
  return {
    rows: rows.map(({ label, text }) => [label, text]),
    how: rows.map((row) => say(isFree ? row.left : row.taken)).join(' + '),
    stated: taken.rows.map(({ source }) => source.stated),
  }
}

/** Free on the pool of an environment, minus what the environment requests; its whole is what is free. */
export function headroom(measure: Count, view: View): Counted | Uncounted {
  const resource = measure.counts === 'headroomCpu' ? 'cpu' : 'memory'
  const pool = poolOf(measure, view)
  const totals = clusterTotals(view.estate, pool)
  if (!totals.taken[resource]) return unsaid(measure, resource, view)
  const denied = totals.assumes.some(({ id }) => view.denied.has(id))
  if (denied) return { why: `the estimate of what is taken in ${view.estate.cluster} is denied` }
  const say = resource === 'cpu' ? sayCores : sayBytes
  const unit = resource === 'cpu' ? 'cores' : 'bytes'
  const room = poolRoom(view.estate, view.pods, pool ?? totals.nodes, { resource, denied: view.denied })
  const { rows = [], stated = [] } = takenWords(totals, resource, true)
  const asked = room.requests.rows.map((row) => say(row.sum)).join(' + ')
  return {
    amount: amountOfQuantity(room.left, unit, {
      rows: [...rows, [measure.of.name, `requests ${asked} = ${say(room.requests.sum)}`]],
      how: `${say(room.free)} free on ${pool ? `the pool ${pool}` : 'all nodes'} − ${say(room.requests.sum)} requested`,
      stated,
      assumes: totals.assumes,
    }),
    whole: amountOfQuantity(room.free, unit),
  }
}

// The declared pool of an environment; the named pool of a cluster; undefined for a cluster as a whole.
function poolOf({ of, part }: Count, { estate }: View): string | undefined {
  if (of.is === 'environment') return estate.environments.find(({ name }) => name === of.name)?.pool
  return part
}

function unsaid({ of }: Count, resource: string, { estate }: View): Uncounted {
  const whole = resource === 'cpu' ? estate.taken.cpu : estate.taken.memory
  const known = whole
    ? `${whole} is said to be taken in ${estate.cluster} as a whole, by no node`
    : `nobody says how much ${resource} is taken`
  return { why: `${known}: what is free for ${of.name} cannot be counted` }
}
