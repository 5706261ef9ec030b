// Several pods that rules leave no place for once a node is gone: they were meant to survive it, and cannot. Which of
// several workloads finds room first is a matter of luck, and is no finding: `seaworthy sweep` shows it.

import { growsBy } from '../../engine/capacity/grows.ts'
import { lossAnswers } from '../../engine/loss/after-node-loss.ts'
import { boardOf, type Member } from '../../engine/placement/board.ts'
import type { NodeAnswer } from '../../engine/placement/eligible.ts'
import { sayReason } from '../../engine/placement/reasons.ts'
import { emptyNodeRefusals, takesWhenEmpty } from '../../engine/placement/refusals.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { refusedRows } from '../placement/refused-rows.ts'
import { subjectOf } from '../placement/subject.ts'
import { table, type View } from '../world.ts'
import { type KeptParts, keptApartFindings, sayKeptApart, sayNobody } from './kept-apart.ts'
import { type OnlyNode, onlyNodeFindings, sayOnlyNode } from './only-node.ts'

type Rules = KeptParts & {
  alone: OnlyNode
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
  replaced: {
    workload: string
    count: number
    /** The nodes whose loss leaves one pod without a place, and why every other node refuses it once the first is gone. */
    lost: readonly string[]
    nodes: readonly NodeAnswer[]
    grows: readonly string[]
  }
}

const losses = table(({ estate, pods, denied }) => lossAnswers(estate, pods, { denied }))

export const survivesNode = defineQuestion<Rules>({
  id: 'survives-node',
  asks: 'Do the pods of each replicated workload have a place when a node is lost?',
  perCluster: true,

  *judge(world) {
    for (const view of world.views) {
      const { estate, pods, denied } = view
      yield* onlyNodeFindings(view)
      // On one node nothing survives it, and nobody meant it to.
      if (estate.nodes.length < 2) continue
      const grows = growsBy(estate)
      const board = boardOf(estate, pods, { denied })
      for (const member of board.members) {
        const { pod, count, daemon } = member
        if (daemon || !pod.steady || count < 2) continue
        const found = elsewherePart(member, grows, view)
        if (!found) continue
        const replaced = found.truth === true ? replacedPart(member, grows, view) : []
        // What is promised to each of them is said only where it is judged.
        const share = replaced.length > 0 ? 'each' : 'at least one'
        yield {
          id: subjectOf(pod, view),
          environment: pod.environment,
          cluster: estate.cluster,
          says: `the rules of ${pod.name} leave ${share} of its ${count} pods a place without any one node`,
          source: pod.source,
          about: [pod.workload],
          parts: [found, ...replaced],
        }
        yield* keptApartFindings(board, member, view)
      }
    }
  },

  says: {
    alone: sayOnlyNode,
    keptApart: sayKeptApart,
    nobody: sayNobody,

    elsewhere: ({ workload, count, open, nodes, volume, grows }, truth) => {
      if (truth === true) return `pods of ${workload} may stand on ${open.length} nodes`
      const rows = refusedRows(nodes.filter(({ refused }) => refused.length > 0))
      if (volume !== undefined)
        return `all ${count} pods of ${workload} share the volume ${volume}, which is bound to its node: with that node all of them are gone`
      const line = `all ${count} pods of ${workload} stand on ${open.join(', ')}, and no other node takes them`
      return { line: truth === false ? line : `${line}; ${grows.join(', ')} may add one that does`, rows }
    },

    replaced: ({ workload, count, lost, nodes, grows }, truth) => {
      const names = lost.length > 1 ? `${lost.slice(0, -1).join(', ')} or ${lost.at(-1)}` : lost.join()
      const line = `the loss of ${names} leaves one of the ${count} pods of ${workload} without a place: they keep apart, and hold all other nodes that take them`
      const shown = nodes.filter(({ refused }) => refused.some(({ filter }) => filter === 'InterPodAffinity'))
      const rows = shown.map(({ node, refused }) => [node, refused.map(sayReason).join('; ')] as const)
      return { line: truth === false ? line : `${line}; ${grows.join(', ')} may add one`, rows }
    },
  },
})

const required = 'requiredDuringSchedulingIgnoredDuringExecution'
const requiredApart = ['spec', 'template', 'spec', 'affinity', 'podAntiAffinity', required]

/**
 * A pod that its fellows keep from every node that is left. A StatefulSet's member waits for its node in any case, and
 * comes back with it.
 */
function replacedPart(member: Member, grows: readonly string[], view: View): AnyPart<Rules>[] {
  const { pod, count, keepsApart } = member
  if (pod.kind === 'StatefulSet' || keepsApart.length === 0) return []
  const stuck = view.estate.nodes
    .map(({ name }) => ({ name, loss: losses(view)(pod.workload, name) }))
    .filter(({ loss }) => loss?.answer === 'cannot' && loss.displaced === 'must' && loss.replaced === 'once evicted')
  const [first] = stuck
  if (!first?.loss) return []
  const lost = stuck.map(({ name }) => name).sort()
  const because = { workload: pod.name, count, lost, nodes: first.loss.nodes, grows }
  return [
    part('replaced', grows.length > 0 ? undefined : false, because, {
      cause: `one-each/${subjectOf(pod, view).join('/')}`,
      hint: 'one node more that takes it, one pod fewer, or anti-affinity that is preferred',
      at: { source: pod.source, path: requiredApart },
    }),
  ]
}

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
