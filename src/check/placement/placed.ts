// Pods that nobody can place are not an outage to come: they never ran. Only a proof says so; a placement that was found
// says that they can be; what is neither is unknown.

import { growsUnbounded } from '../../engine/capacity/grows.ts'
import type { SteadyAnswer } from '../../engine/placement/steady.ts'
import { unseenPods } from '../../engine/placement/unseen-pods.ts'
import { mutated, mutatorsIn } from '../admission/mutated.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { View } from '../world.ts'
import { decidedAt } from './decided-at.ts'
import { type NoNodes, noNodesFinding, sayNoNodes, waitsForNodes } from './no-nodes.ts'
import { type Placed, type PlacedParts, placedWords } from './placed-words.ts'
import { placements, placementsAtMost } from './placements.ts'
import { boundElsewhere } from './refused-rows.ts'
import { subjectOf } from './subject.ts'

type Rules = PlacedParts & {
  nodes: NoNodes
}

export const placed = defineQuestion<Rules>({
  id: 'placed',
  asks: 'Can every pod be placed?',
  perCluster: true,

  *judge(world) {
    for (const view of world.views) {
      const grows = growsUnbounded(view.estate)
      const answers = placements(view)
      const waiting = answers.filter((answer) => waitsForNodes(answer, view))
      if (waiting.length > 0) yield noNodesFinding(waiting, view)
      for (const answer of answers) {
        if (waiting.includes(answer)) continue
        const { pod, count } = answer
        yield {
          id: subjectOf(pod, view),
          environment: pod.environment,
          cluster: view.estate.cluster,
          says: count === 1 ? `the pod of ${pod.name} can be placed` : `all ${count} pods of ${pod.name} can be placed`,
          source: pod.source,
          about: [pod.workload, ...(pod.scales?.by ?? [])],
          parts: [placedPart(answer, grows, view), ...mostPart(answer, grows, view)],
        }
      }
    }
  },

  says: {
    ...placedWords,
    nodes: sayNoNodes,
  },
})

function placedPart(answer: SteadyAnswer, grows: readonly string[], view: View): AnyPart<Rules> {
  const { pod, assumes, count } = answer
  const rests = count > 0 && answer.answer === 'can' ? unseenPods(view.estate) : []
  const isDenied = rests.some(({ id }) => view.denied.has(id))
  const isOpen = answer.answer === 'cannot' && grows.length > 0
  const written = isDenied ? false : isOpen ? undefined : truthOf(answer)
  const { truth, may, assumes: unchanged } = mutated(written, count > 0 ? mutatorsIn(view)(pod) : [], view.denied)
  return part(
    'placed',
    truth,
    { ...becauseOf(answer), grows, ...may },
    {
      assumes: [...assumes, ...rests, ...unchanged],
      cause: `cannot-be-placed/${subjectOf(pod, view).join('/')}`,
      hint: hintOf(answer),
      at: answer.answer === 'cannot' ? decidedAt(answer, view) : { source: pod.source },
    },
  )
}

/** Says something only where the most is certainly too much. */
function mostPart({ pod, answer }: SteadyAnswer, grows: readonly string[], view: View): AnyPart<Rules>[] {
  const most = answer === 'cannot' ? undefined : placementsAtMost(view).get(pod.workload)
  if (!most) return []
  const { count: max, proof, atMost } = most
  const [by] = pod.scales?.by ?? []
  const source = view.estate.objects.find(({ ref }) => ref === by)?.source ?? pod.source
  const because = { workload: pod.name, by: pod.scales?.by ?? [], max, proof, atMost, grows }
  return [
    part('most', grows.length > 0 ? undefined : false, because, {
      cause: `too-many-at-most/${subjectOf(pod, view).join('/')}`,
      hint: `maxReplicas: ${atMost}, or more nodes`,
      at: { source, path: ['spec', 'maxReplicas'] },
    }),
  ]
}

function truthOf({ answer }: SteadyAnswer): boolean | undefined {
  return answer === 'unknown' ? undefined : answer === 'can'
}

function becauseOf({ pod, count, atMost, proof, stands, nodes, unmodelled }: SteadyAnswer): Omit<Placed, 'grows'> {
  return {
    workload: pod.name,
    count,
    nodes,
    ...(proof && { proof, atMost }),
    ...(stands && { stands }),
    ...(unmodelled && { unmodelled }),
  }
}

function hintOf({ proof, nodes }: SteadyAnswer): string | undefined {
  const bound = proof?.by === 'no node' ? boundElsewhere(nodes) : undefined
  if (bound) return `${bound.at.split(' (')[0]} among the nodes, or a claim whose volume one of them reaches`
  if (proof?.by === 'apart') return `as many ${proof.topologyKey} as members, or fewer members`
  if (proof?.by === 'room') return 'a larger node, or smaller requests'
  return proof && 'a rule of the pod that some node meets, or a node that meets its rules'
}
