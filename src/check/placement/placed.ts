// Pods that nobody can place are not an outage to come: they never ran. Only a proof says so; a placement that was found
// says that they can be; what is neither is unknown.

import type { NodeAnswer } from '../../engine/placement/eligible.ts'
import { sayReason } from '../../engine/placement/reasons.ts'
import { type SteadyAnswer, type SteadyProof, steadyPlacement } from '../../engine/placement/steady.ts'
import { defineQuestion, part } from '../define.ts'
import { table } from '../world.ts'
import { subjectOf } from './subject.ts'

interface Placed {
  readonly workload: string
  readonly count: number
  readonly atMost?: number
  readonly proof?: SteadyProof
  readonly stands?: readonly string[]
  readonly nodes: readonly NodeAnswer[]
}

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

export const placed = defineQuestion<{ placed: Placed }>({
  id: 'placed',
  asks: 'Can every pod be placed?',

  *judge(world) {
    for (const view of world.views)
      for (const answer of placements(view)) {
        const { pod, count, assumes } = answer
        yield {
          id: subjectOf(pod, view),
          environment: pod.environment,
          cluster: view.estate.cluster,
          says: count === 1 ? `the pod of ${pod.name} can be placed` : `all ${count} pods of ${pod.name} can be placed`,
          source: pod.source,
          parts: [
            part('placed', truthOf(answer), becauseOf(answer), {
              assumes,
              cause: `cannot-be-placed/${subjectOf(pod, view).join('/')}`,
              hint: hintOf(answer),
              at: { source: pod.source },
            }),
          ],
        }
      }
  },

  says: {
    placed: (because, truth) => {
      const { workload, stands = [], proof, nodes } = because
      if (truth === true)
        return stands.length === 0 ? `${workload} has no pods` : `${workload} can stand on ${counted(stands)}`
      const rows = nodes.map(({ node, refused }) => [node, refused.map(sayReason).join('; ') || 'may take it'] as const)
      if (truth === undefined)
        return nodes.length === 0
          ? `nobody says what nodes there are for ${workload}`
          : {
              line: `no placement of ${workload} was found beside all other pods, and no proof that there is none`,
              rows,
            }
      return { line: cannotLine(because), rows: proof?.by === 'room' ? roomRows(proof) : rows }
    },
  },
})

function truthOf({ answer }: SteadyAnswer): boolean | undefined {
  return answer === 'unknown' ? undefined : answer === 'can'
}

function becauseOf({ pod, count, atMost, proof, stands, nodes }: SteadyAnswer): Placed {
  return { workload: pod.name, count, nodes, ...(proof && { proof, atMost }), ...(stands && { stands }) }
}

function hintOf({ proof }: SteadyAnswer): string | undefined {
  if (proof?.by === 'apart') return `as many ${proof.topologyKey} as members, or fewer members`
  if (proof?.by === 'room') return 'a larger node, or smaller requests'
  return proof && 'a rule of the pod that some node meets, or a node that meets its rules'
}

function cannotLine({ workload, count, atMost, proof }: Placed): string {
  const few =
    atMost === 0
      ? `no pod of ${workload} can be placed`
      : `at most ${atMost} of the ${count} pods of ${workload} can be placed`
  const share = count === 1 ? `the pod of ${workload} cannot be placed` : few
  if (proof?.by === 'apart')
    return `${share}: required anti-affinity on ${proof.topologyKey} leaves one each for ${proof.domains.join(', ')}`
  if (proof?.by === 'room') return `${share}: the nodes have room for so many by ${proof.resource}`
  return `${share}: no node takes it`
}

function roomRows({ most }: Extract<SteadyProof, { by: 'room' }>): readonly (readonly [string, string])[] {
  return most.map(({ node, pods }) => [node, `${pods}`])
}

/** `n1, n2 (2)`. */
function counted(nodes: readonly string[]): string {
  const names = [...new Set(nodes)].sort()
  return names
    .map((name) => ({ name, pods: nodes.filter((node) => node === name).length }))
    .map(({ name, pods }) => (pods > 1 ? `${name} (${pods})` : name))
    .join(', ')
}
