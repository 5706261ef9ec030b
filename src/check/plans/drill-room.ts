// The room that a drill needs where a lost cluster is built again: what the environment requests has to fit there.

import { joinAssumptions } from '../../engine/assumption.ts'
import { nodeRoom } from '../../engine/capacity/node-room.ts'
import { requestTotal } from '../../engine/capacity/total.ts'
import {
  addQuantity,
  compareQuantity,
  type Quantity,
  sayQuantity,
  tryQuantity,
  zeroQuantity,
} from '../../kubernetes/quantity.ts'
import type { Drill } from '../../platform/model.ts'
import { type Part, part } from '../define.ts'
import { volumesOf } from '../figure/volumes-of.ts'
import type { Truth } from '../verdict.ts'
import { type View, viewFor, type World } from '../world.ts'

interface Amount {
  readonly requested: string
  readonly free: string
  readonly fits: boolean
}

export interface Room {
  readonly from: string
  readonly on: string
  readonly nodes: number
  readonly cpu: Amount
  readonly memory: Amount
  /** What its volumes take of local disks; absent where nobody says what a node has. */
  readonly disk?: Amount
}

/** Nothing where the drill is held on the cluster that it is about, or rehearses less than its loss. */
export function roomPart({ of, in: place, from, stated }: Drill, world: World): readonly Part<'room', Room>[] {
  const home = from && viewFor(world, from)
  const there = viewFor(world, place)
  if (!home || !there || home === there || of.of !== 'cluster') return []
  const { nodes } = there.estate
  const amount = (resource: 'cpu' | 'memory') => {
    const requested = requestTotal(home.pods, { environment: from.name }, resource).sum
    const rooms = nodes.map((node) => nodeRoom(there.estate, node, resource, there.denied))
    const free = rooms.reduce((sum, room) => addQuantity(sum, room.free), zeroQuantity)
    const fits = compareQuantity(requested, free) <= 0
    const assumes = joinAssumptions(rooms.map((room) => room.assumes))
    return { requested: sayQuantity(resource, requested), free: sayQuantity(resource, free), fits, assumes }
  }
  const [cpu, memory] = [amount('cpu'), amount('memory')]
  const disk = diskFor(home, from.name, nodes)
  const truth: Truth = nodes.length === 0 ? undefined : cpu.fits && memory.fits && disk?.fits !== false
  const because = {
    from: from.name,
    on: there.estate.cluster,
    nodes: nodes.length,
    cpu: said(cpu),
    memory: said(memory),
    ...(disk && { disk }),
  }
  return [
    part('room', truth, because, {
      assumes: truth === true ? joinAssumptions([cpu.assumes, memory.assumes]) : [],
      cause: `no-room-to-drill/${there.estate.cluster}`,
      hint: `nodes for what ${from.name} requests, for as long as the drill takes`,
      stated: [stated],
    }),
  ]
}

// Volumes that lie on a node: what lies elsewhere is asked of whoever keeps it.
function diskFor(home: View, environment: string, nodes: View['estate']['nodes']): Amount | undefined {
  const disks = nodes.flatMap(({ allocatable }) => tryQuantity(allocatable['ephemeral-storage']) ?? [])
  if (disks.length === 0 || disks.length < nodes.length) return undefined
  const onNodes = volumesOf(home, environment).filter(({ bound }) => bound === 'node')
  const requested = onNodes.reduce((sum, { size }) => addQuantity(sum, size), zeroQuantity)
  const free = disks.reduce(addQuantity, zeroQuantity)
  const words = (quantity: Quantity) => sayQuantity('storage', quantity)
  return { requested: words(requested), free: words(free), fits: compareQuantity(requested, free) <= 0 }
}

function said({ requested, free, fits }: Amount): Amount {
  return { requested, free, fits }
}

export function roomWords({ from, on, nodes, cpu, memory, disk }: Room, truth: Truth): string {
  if (truth === undefined) return `nobody says what nodes ${on} has for what ${from} requests`
  const words = (amount: Amount) => `${amount.requested} ${amount.fits ? 'of' : '>'} ${amount.free}`
  const room = `${words(cpu)} and ${words(memory)} free on ${nodes === 1 ? 'the node' : `the ${nodes} nodes`} of ${on}`
  const held = `${from} requests ${room}${disk ? `, and volumes of ${words(disk)} of disk` : ''}`
  return truth ? held : `${held}: it does not fit`
}
