// Where all pods of a cluster can stand at once: those that there are, and as many as autoscalers may ask for.

import { atMost } from '../../engine/capacity/settled.ts'
import { type SteadyAnswer, steadyPlacement } from '../../engine/placement/steady.ts'
import { podsOf } from '../../engine/pods/pods-of.ts'
import { table } from '../world.ts'

/** Every class of an estate, all pods standing at once. */
export const placements = table(({ estate, pods, denied }) => {
  const answers = steadyPlacement(estate, pods, { denied })
  if (denied.size === 0 || answers.every(({ answer }) => answer !== 'unknown')) return answers
  // What can be placed but for a denied estimate fails with it.
  const before = steadyPlacement(estate, pods)
  return answers.map(
    (answer, at): SteadyAnswer =>
      answer.answer === 'unknown' && before[at]?.answer === 'can' ? { ...answer, answer: 'cannot', atMost: 0 } : answer,
  )
})

/** The same with every node that pools may have: what an autoscaler of pods asks for at most, one of nodes follows. */
export const placementsAtMost = table((view) => {
  const estate = atMost(view.estate)
  const answers =
    estate === view.estate ? placements(view) : steadyPlacement(estate, podsOf(estate), { denied: view.denied })
  return new Map(answers.map(({ pod, most }) => [pod.workload, most]))
})
