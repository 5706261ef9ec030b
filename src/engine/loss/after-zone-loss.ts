// All nodes of a zone fall silent at once: whether the pods that stood there find a place on the nodes of the others, whatever
// stood where before; asked while the zone is silent and once its nodes are removed.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { BoardOptions } from '../placement/board.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Ground, groundOf } from './ground.ts'
import { type Displaced, judge } from './judge.ts'
import { withLooseVolumes } from './loose-volumes.ts'
import { sceneOf } from './scene.ts'

export interface ZoneAnswer {
  readonly zone: string
  readonly nodes: number
  readonly answer: 'can' | 'cannot' | 'unknown'
  /** What shows it, where anything does. */
  readonly proof?: Displaced['proof']
  readonly doubt?: Displaced['doubt']
}

const states = ['silent', 'removed'] as const

/**
 * Per workload, one answer per zone in which its pods may stand, by the zones' names; whether volumes can follow is a question
 * of its own. Nothing for a StatefulSet while the zone is silent: it waits for its nodes.
 */
export function afterZoneLosses(
  estate: Estate,
  pods: readonly PodClass[],
  options: BoardOptions = {},
): ReadonlyMap<Ref, readonly ZoneAnswer[]> {
  const ground = groundOf(estate, withLooseVolumes(pods), { ...options, isAnywhere: true })
  const { nodes } = ground.board
  const zones = Map.groupBy(nodes.keys(), (at) => nodes[at]?.zone ?? '')
  const found = new Map<Ref, ZoneAnswer[]>()
  for (const [zone, lost] of [...zones].sort(([a], [b]) => byCodePoint(a, b)))
    for (const [workload, rows] of judged(ground, lost)) {
      const answer = { zone, nodes: lost.length, ...together(rows) }
      const known = found.get(workload)
      if (known) known.push(answer)
      else found.set(workload, [answer])
    }
  return found
}

function judged(ground: Ground, lost: readonly number[]): ReadonlyMap<Ref, readonly Displaced[]> {
  const rows = states.flatMap((state) => judge(sceneOf(ground, { lost, state }), { tries: false }))
  return Map.groupBy(rows, ({ member }) => member.pod.workload)
}

/** `cannot` where one of the two states has no place for some of them, `can` where both have one for all. */
function together(rows: readonly Displaced[]): Pick<ZoneAnswer, 'answer' | 'proof' | 'doubt'> {
  const without = rows.find(({ most, without: few }) => most === 0 || few > 0)
  if (without) return { answer: 'cannot', ...(without.proof && { proof: without.proof }) }
  const open = rows.find(({ least, pods }) => least < pods)
  if (open) return { answer: 'unknown', ...(open.doubt && { doubt: open.doubt }) }
  const [first] = rows
  return { answer: 'can', ...(first?.proof && { proof: first.proof }) }
}
