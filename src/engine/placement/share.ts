import type { Estate } from '../../estate/estate.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { aloneOf } from './alone.ts'
import { pigeonholes } from './apart.ts'
import { boardOf } from './board.ts'
import { crowdCap } from './crowd-cap.ts'
import { takesWhenEmpty } from './refusals.ts'

export interface Share {
  readonly least: number
  readonly most: number
}

const shares = new WeakMap<PodClass, { readonly estate: Estate; readonly on: ReadonlyMap<string, Share> }>()
const none: Share = { least: 0, most: 0 }

/** How many pods of a class stand on a node at least and at most, over all placements in which all of them stand. */
export function shareOf(estate: Estate, pod: PodClass, node: string): Share {
  const known = shares.get(pod)
  if (known?.estate === estate) return known.on.get(node) ?? none
  const on = sharesOf(estate, pod)
  shares.set(pod, { estate, on })
  return on.get(node) ?? none
}

/** By node; the nodes on which none of its pods may stand are left out. */
function sharesOf(estate: Estate, pod: PodClass): ReadonlyMap<string, Share> {
  const board = boardOf(estate, aloneOf(pod))
  const [member] = board.members
  if (!member) return new Map()
  const stands = [...board.nodes.keys()].filter((n) => takesWhenEmpty(board, member, n))
  const nameOf = (n: number) => board.nodes[n]?.name ?? ''
  if (member.daemon) return new Map(stands.map((n) => [nameOf(n), { least: 1, most: 1 }]))

  const holes = pigeonholes(board, member, stands)
  if (!holes) {
    const cap = crowdCap(board, [member])
    const own = new Map(stands.map((n) => [n, Math.min(mostBySize(board.room[n], member.needs), cap([n]).most)]))
    const all = [...own.values()].reduce((sum, most) => sum + most, 0)
    const least = (most: number) =>
      Number.isFinite(all) ? Math.max(0, pod.count - (all - most)) : stands.length === 1 ? pod.count : 0
    return new Map([...own].map(([n, most]) => [nameOf(n), { least: least(most), most: Math.min(pod.count, most) }]))
  }
  const { of } = holes.term.domains
  const sizes = new Map<number, number>()
  for (const n of stands) sizes.set(of[n] ?? -1, (sizes.get(of[n] ?? -1) ?? 0) + 1)
  const elsewhere = (n: number) => sizes.size - (sizes.get(of[n] ?? -1) === 1 ? 1 : 0)
  const least = (n: number) => Math.max(0, Math.min(1, pod.count - elsewhere(n)))
  return new Map(stands.map((n) => [nameOf(n), { least: least(n), most: Math.min(1, pod.count) }]))
}

function mostBySize(room: Float64Array | undefined, needs: Float64Array): number {
  const ratios = [...needs].map((need, r) =>
    need === 0 ? Number.POSITIVE_INFINITY : Math.floor((room?.[r] ?? 0) / need),
  )
  return Math.max(0, Math.min(...ratios))
}
