// Classes of pods that a board cannot tell apart but for their names: what is found of one holds for all of them.

import type { Board, Member } from './board.ts'

const known = new WeakMap<Board, readonly number[]>()

/** Per member: the first that has its shape; itself where it has to do with others, or with volumes. */
export function firstOfShape(board: Board): readonly number[] {
  const found = known.get(board)
  if (found) return found
  const firsts = new Map<string, number>()
  const eligibles = new Map<Uint8Array, number>()
  const made = board.members.map((member) => {
    const eligible = eligibles.get(member.eligible) ?? eligibles.size
    eligibles.set(member.eligible, eligible)
    const shape = shapeOf(board, member)
    if (shape === undefined) return member.index
    const key = `${eligible} ${shape}`
    const first = firsts.get(key) ?? member.index
    firsts.set(key, first)
    return first
  })
  known.set(board, made)
  return made
}

function shapeOf({ terms }: Board, member: Member): string | undefined {
  const { index, pod, count, daemon, needs, keepsApart, keptFrom, near, spread, ports, unmodelled } = member
  const isOwn = (term: number) => terms[term]?.owner === index
  const isAlone =
    keptFrom.every(isOwn) &&
    keepsApart.every((term) => keptFrom.includes(term)) &&
    spread.every(({ taken }) => taken.every((other) => other === index))
  if (!isAlone || daemon || near.length + ports.length + pod.claims.length + unmodelled.length > 0) return undefined
  const keys = keepsApart.map((term) => terms[term]?.domains.key)
  const rules = spread.map(({ rule, takesSelf }) => [
    rule.topologyKey,
    rule.maxSkew,
    rule.minDomains,
    rule.honorsAffinity,
    rule.honorsTaints,
    takesSelf,
  ])
  // What spreads over nodes by their taints asks which of them its pods tolerate.
  const tolerations = rules.length > 0 ? pod.spec.tolerations : undefined
  return JSON.stringify([[...needs], count, keys, rules, tolerations])
}
