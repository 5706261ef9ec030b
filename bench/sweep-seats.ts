import type { Made, Seat } from './sweep-input.ts'

export interface Room {
  readonly cpuMilli: Float64Array
  readonly memoryMi: Float64Array
}

export function emptyRoom(seats: readonly Seat[]): Room {
  return {
    cpuMilli: Float64Array.from(seats, ({ cpuMilli }) => cpuMilli),
    memoryMi: Float64Array.from(seats, ({ memoryMi }) => memoryMi),
  }
}

interface Looking {
  readonly at: number
  readonly one: number
  readonly seats: readonly Seat[]
  readonly room: Room
  /** Seats of the same workload; no workload has two pods on one node. */
  readonly taken: Set<number>
}

/** A node that takes the pod as the rules of its family want it, zone after zone; undefined where none is left. */
export function seatOf(work: Made, { at, one, seats, room, taken }: Looking): number | undefined {
  const zones = seats.reduce((most, { zone }) => Math.max(most, zone + 1), 1)
  const zone = (at + one) % zones
  for (let probe = 0; probe < seats.length; probe++) {
    const node = (zone + zones * ((at * 7 + one * 13 + probe) % Math.ceil(seats.length / zones))) % seats.length
    const seat = seats[node]
    if (!seat || taken.has(node) || (work.pool !== undefined && seat.pool !== work.pool)) continue
    if (seat.zone !== zone && work.family.startsWith('spread')) continue
    const [cpu, memory] = [room.cpuMilli[node] ?? 0, room.memoryMi[node] ?? 0]
    if (cpu < work.cpuMilli || memory < work.memoryMi) continue
    room.cpuMilli[node] = cpu - work.cpuMilli
    room.memoryMi[node] = memory - work.memoryMi
    taken.add(node)
    return node
  }
  return undefined
}
