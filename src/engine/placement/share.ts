import type { Estate } from '../../estate/estate.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { pigeonholes } from './apart.ts'
import { boardOf } from './board.ts'
import { takesWhenEmpty } from './refusals.ts'

const alone = new WeakMap<PodClass, readonly PodClass[]>()

/** The class as a list of its own, always the same one. */
function aloneOf(pod: PodClass): readonly PodClass[] {
  const known = alone.get(pod) ?? [pod]
  alone.set(pod, known)
  return known
}

/** How many pods of a class stand on a node at least and at most, over all placements in which all of them stand. */
export function shareOf(
  estate: Estate,
  pod: PodClass,
  node: string,
): { readonly least: number; readonly most: number } {
  const board = boardOf(estate, aloneOf(pod))
  const [member] = board.members
  const at = board.nodes.findIndex(({ name }) => name === node)
  if (!member || at === -1) return { least: 0, most: 0 }
  const stands = [...board.nodes.keys()].filter((n) => takesWhenEmpty(board, member, n))
  if (!stands.includes(at)) return { least: 0, most: 0 }
  if (member.daemon) return { least: 1, most: 1 }

  const holes = pigeonholes(board, member, stands)
  const own = (n: number) => mostBySize(board.room[n], member.needs)
  const others = stands.filter((n) => n !== at)
  if (!holes) {
    const elsewhere = others.reduce((sum, n) => sum + own(n), 0)
    return { least: Math.max(0, pod.count - elsewhere), most: Math.min(pod.count, own(at)) }
  }
  const { of } = holes.term.domains
  const elsewhere = new Set(others.map((n) => of[n])).size
  return { least: Math.max(0, Math.min(1, pod.count - elsewhere)), most: Math.min(1, pod.count) }
}

function mostBySize(room: Float64Array | undefined, needs: Float64Array): number {
  const ratios = [...needs].map((need, r) =>
    need === 0 ? Number.POSITIVE_INFINITY : Math.floor((room?.[r] ?? 0) / need),
  )
  return Math.max(0, Math.min(...ratios))
}
