// Whether a displaced pod finds a node, whichever node was lost; its volume aside, which is a matter of its own.

import { joinAssumptions } from '../../engine/assumption.ts'
import { afterNodeLoss, type LossAnswer } from '../../engine/loss/after-node-loss.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { type AnyPart, part } from '../define.ts'
import { table, type View } from '../world.ts'
import type { LossParts } from './node-loss-parts.ts'

/** Every class after the loss of every node, in the order of the nodes' names. */
const losses = table(({ estate, pods, denied }) => {
  const byWorkload = new Map<Ref, LossAnswer[]>()
  for (const { name } of [...estate.nodes].sort((a, b) => (a.name < b.name ? -1 : 1)))
    for (const answer of afterNodeLoss(estate, pods, name, { lift: ['VolumeBinding'], denied })) {
      const known = byWorkload.get(answer.workload)
      if (known) known.push(answer)
      else byWorkload.set(answer.workload, [answer])
    }
  return byWorkload
})

export function candidatePart(pod: PodClass, view: View): AnyPart<LossParts> {
  const answers = losses(view).get(pod.workload) ?? []
  const cannot = answers.find(({ answer }) => answer === 'cannot')
  const unknown = answers.find(({ answer }) => answer === 'unknown')
  const loss = cannot ?? unknown ?? answers[0]
  const truth = cannot ? false : unknown || answers.length === 0 ? undefined : true
  return part(
    'candidate',
    truth,
    { workload: pod.name, count: pod.count, loss },
    {
      assumes: truth === true ? joinAssumptions(answers.map(({ assumes }) => assumes)) : [],
      cause: `no-candidate/${pod.environment}/${pod.component}`,
      hint: loss?.unmodelled && !cannot ? undefined : hintOf(view, cannot !== undefined),
      at: { source: pod.source, path: ['spec', 'template', 'spec', 'affinity'] },
    },
  )
}

function hintOf({ estate }: View, isCertain: boolean): string {
  if (!isCertain) return 'so much room on these nodes that it suffices however the others stand'
  // Where the only node is lost, no rule helps.
  return estate.nodes.length === 1
    ? 'a second node that it may stand on'
    : 'a node more that it may stand on, or a rule that lets two share a node when one is lost'
}
