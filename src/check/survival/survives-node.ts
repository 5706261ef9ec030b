// Several pods of which not one can stand anywhere once a node is gone: they were meant to survive it, and cannot. Which
// of several workloads finds room first is a matter of luck, and is no finding: `seaworthy sweep` shows it.

import { growsBy } from '../../engine/capacity/grows.ts'
import { boardOf, type Member } from '../../engine/placement/board.ts'
import type { NodeAnswer } from '../../engine/placement/eligible.ts'
import { sayReason } from '../../engine/placement/reasons.ts'
import { emptyNodeRefusals, takesWhenEmpty } from '../../engine/placement/refusals.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { subjectOf } from '../placement/subject.ts'
import type { View } from '../world.ts'

type Rules = {
  elsewhere: {
    workload: string
    count: number
    /** The nodes on which its pods may stand. */
    open: readonly string[]
    /** Why each other node takes none, where one node only does. */
    nodes: readonly NodeAnswer[]
    /** A volume that all pods share, bound to its node. */
    volume?: string
    grows: readonly string[]
  }
}

export const survivesNode = defineQuestion<Rules>({
  id: 'survives-node',
  asks: 'Can some pod of each replicated workload stand elsewhere when a node is lost?',

  *judge(world) {
    for (const view of world.views) {
      const { estate, pods, denied } = view
      // On one node nothing survives it, and nobody meant it to.
      if (estate.nodes.length < 2) continue
      const grows = growsBy(estate)
      for (const member of boardOf(estate, pods, { denied }).members) {
        const { pod, count, daemon } = member
        if (daemon || !pod.steady || count < 2) continue
        const found = elsewherePart(member, grows, view)
        if (!found) continue
        yield {
          id: subjectOf(pod, view),
          environment: pod.environment,
          cluster: estate.cluster,
          says: `the loss of one node leaves some of the ${count} pods of ${pod.name} a place`,
          source: pod.source,
          about: [pod.workload],
          parts: [found],
        }
      }
    }
  },

  says: {
    elsewhere: ({ workload, count, open, nodes, volume, grows }, truth) => {
      if (truth === true) return `pods of ${workload} may stand on ${open.length} nodes`
      const rows = nodes
        .filter(({ refused }) => refused.length > 0)
        .map(({ node, refused }) => [node, refused.map(sayReason).join('; ')] as const)
      if (volume !== undefined)
        return `all ${count} pods of ${workload} share the volume ${volume}, which is bound to its node: with that node all of them are gone`
      const line = `all ${count} pods of ${workload} stand on ${open.join(', ')}, and no other node takes them`
      return { line: truth === false ? line : `${line}; ${grows.join(', ')} may add one that does`, rows }
    },
  },
})

/** Nothing where no node takes them at all: `placed` says that. */
function elsewherePart(member: Member, grows: readonly string[], view: View): AnyPart<Rules> | undefined {
  const { pod, count } = member
  const { estate, pods, denied } = view
  const board = boardOf(estate, pods, { denied })
  const at = [...board.nodes.keys()].filter((node) => takesWhenEmpty(board, member, node))
  const open = at.map((node) => board.nodes[node]?.name ?? '')
  if (open.length === 0) return undefined
  const shared = pod.claims.find(({ perPod, bound }) => !perPod && bound === 'node')
  const isAlone = open.length === 1
  const nodes = isAlone
    ? board.nodes.map(({ name }, node) => ({ node: name, refused: emptyNodeRefusals(board, member, node) }))
    : []
  const because = { workload: pod.name, count, open, nodes, ...(shared && { volume: shared.claim }), grows }
  const truth = shared ? false : !isAlone ? true : grows.length > 0 ? undefined : false
  return part('elsewhere', truth, because, {
    cause: `one-node/${subjectOf(pod, view).join('/')}`,
    hint: shared ? 'a volume that can be attached elsewhere, or one for each pod' : 'a second node that takes them',
    at: { source: pod.source },
  })
}
