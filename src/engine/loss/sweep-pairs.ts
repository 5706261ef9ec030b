// Two nodes at once: only what their loss leaves beyond what that of each alone does.

import type { Estate } from '../../estate/estate.ts'
import { firstAlike } from '../placement/alike.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Ground, groundOf } from './ground.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import type { Failure } from './scene.ts'

/** An outcome of the first of some pairs that cannot be told apart, and how many there are of them. */
export interface PairOutcome extends Outcome {
  readonly pairs: number
}

/** Pairs of nodes that leave more without a place than each of the two; where nothing was seen, one row for all that are alike. */
export function sweepPairs(estate: Estate, pods: readonly PodClass[]): readonly PairOutcome[] {
  const ground = groundOf(estate, pods)
  const kinds = kindsOf(ground)
  const judged = (lost: readonly number[], state: Failure['state']) =>
    outcomeOf(nameOf(ground, lost), { lost, state }, { ground, full: undefined, ask: () => undefined })
  return (['silent', 'removed'] as const).flatMap((state) => {
    const alone = kinds.map(([first]) => hurtBy(judged(first === undefined ? [] : [first], state)))
    return kinds.flatMap((a, i) =>
      kinds.slice(i).flatMap((b, further): readonly PairOutcome[] => {
        const isSame = further === 0
        const [one, other] = [a[0], isSame ? a[1] : b[0]]
        if (one === undefined || other === undefined) return []
        const outcome = judged([one, other], state)
        const known = new Set([...(alone[i] ?? []), ...(alone[i + further] ?? [])])
        const pairs = isSame ? (a.length * (a.length - 1)) / 2 : a.length * b.length
        return hurtBy(outcome).every((ref) => known.has(ref)) ? [] : [{ ...outcome, pairs }]
      }),
    )
  })
}

/** Nodes that are alike, together. */
function kindsOf({ board, isObserved }: Ground): readonly (readonly number[])[] {
  if (isObserved) return [...board.nodes.keys()].map((node) => [node])
  const alike = firstAlike(board)
  return [...Map.groupBy(board.nodes.keys(), (node) => alike[node] ?? node).values()]
}

function nameOf({ board }: Ground, lost: readonly number[]): string {
  return `node/${lost.map((node) => board.nodes[node]?.name ?? '').join('+')}`
}

function hurtBy({ lost, cannot, may, unknown }: Outcome): readonly string[] {
  return [...lost, ...cannot, ...may, ...unknown]
}
