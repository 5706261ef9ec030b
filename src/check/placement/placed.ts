// Pods that nobody can place are not an outage to come: they never ran. Only a proof says so; a placement that was found
// says that they can be; what is neither is unknown.

import { growsUnbounded } from '../../engine/capacity/grows.ts'
import { atMost } from '../../engine/capacity/settled.ts'
import { driverOf } from '../../engine/placement/attach-limits.ts'
import type { NodeAnswer } from '../../engine/placement/eligible.ts'
import { type SteadyAnswer, type SteadyProof, steadyPlacement } from '../../engine/placement/steady.ts'
import { unseenPods } from '../../engine/placement/unseen-pods.ts'
import { podsOf } from '../../engine/pods/pods-of.ts'
import { sayUnmodelled } from '../../engine/scheduling/unmodelled-says.ts'
import { mutated, mutatorsIn, type Perhaps, perhapsRows } from '../admission/mutated.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { table, type View } from '../world.ts'
import { decidedAt } from './decided-at.ts'
import { type NoNodes, noNodesFinding, sayNoNodes, waitsForNodes } from './no-nodes.ts'
import { boundElsewhere, refusedRows, sayBoundElsewhere } from './refused-rows.ts'
import { subjectOf } from './subject.ts'

interface Placed extends Perhaps {
  readonly workload: string
  readonly count: number
  readonly atMost?: number
  readonly proof?: SteadyProof
  readonly stands?: readonly string[]
  readonly nodes: readonly NodeAnswer[]
  /** What its pods use that is not modelled, by name. */
  readonly unmodelled?: readonly string[]
  /** What may add nodes, by name. */
  readonly grows: readonly string[]
}

type Rules = {
  placed: Placed
  nodes: NoNodes
  most: {
    workload: string
    by: readonly string[]
    max: number
    proof: SteadyProof
    atMost: number
    grows: readonly string[]
  }
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

/** The same with every node that pools may have: what an autoscaler of pods asks for at most, one of nodes follows. */
const placementsAtMost = table((view) => {
  const estate = atMost(view.estate)
  const answers =
    estate === view.estate ? placements(view) : steadyPlacement(estate, podsOf(estate), { denied: view.denied })
  return new Map(answers.map(({ pod, most }) => [pod.workload, most]))
})

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
    placed: (because, truth) => {
      const { workload, stands = [], proof, nodes, grows, perhaps = [] } = because
      if (truth === true)
        return stands.length === 0 ? `${workload} has no pods` : `${workload} can stand on ${counted(stands)}`
      if (because.unmodelled)
        return `nobody can tell where pods of ${workload} can stand: they use ${sayUnmodelled(because.unmodelled)}`
      const rows = refusedRows(nodes, boundElsewhere(nodes))
      if (truth === false) return { line: cannotLine(because), rows: proof?.by === 'room' ? roomRows(proof) : rows }
      if (proof && grows.length + perhaps.length > 0) {
        const helps = grows.length > 0 ? `; ${grows.join(', ')} may add nodes that do` : ''
        const shown = proof.by === 'room' ? roomRows(proof) : rows
        return { line: `${cannotLine(because)}${helps}`, rows: [...shown, ...perhapsRows(because)] }
      }
      return {
        line: `no placement of ${workload} was found beside all other pods, and no proof that there is none`,
        rows,
      }
    },

    nodes: sayNoNodes,

    most: ({ workload, by, max, proof, atMost, grows }, truth) => {
      const line = `${by.join(', ')} may ask for ${countOf(max, 'pod')}, and ${cannotLine({ workload, count: max, atMost, proof })}, even with nothing else there`
      return {
        line: truth === false ? line : `${line}; ${grows.join(', ')} may add nodes`,
        rows: proof.by === 'room' ? roomRows(proof) : [],
      }
    },
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

function sayResource(resource: string): string {
  const driver = driverOf(resource)
  return driver === undefined ? resource : `volumes of ${driver} that they attach`
}

function hintOf({ proof, nodes }: SteadyAnswer): string | undefined {
  const bound = proof?.by === 'no node' ? boundElsewhere(nodes) : undefined
  if (bound) return `${bound.at.split(' (')[0]} among the nodes, or a claim whose volume one of them reaches`
  if (proof?.by === 'apart') return `as many ${proof.topologyKey} as members, or fewer members`
  if (proof?.by === 'room') return 'a larger node, or smaller requests'
  return proof && 'a rule of the pod that some node meets, or a node that meets its rules'
}

function cannotLine({
  workload,
  count,
  atMost,
  proof,
  nodes,
}: Pick<Placed, 'workload' | 'count' | 'atMost' | 'proof'> & Partial<Pick<Placed, 'nodes'>>): string {
  const few =
    atMost === 0
      ? `no pod of ${workload} can be placed`
      : `at most ${atMost} of the ${count} pods of ${workload} can be placed`
  const share = count === 1 ? `the pod of ${workload} cannot be placed` : few
  if (proof?.by === 'apart')
    return `${share}: required anti-affinity on ${proof.topologyKey} leaves one each for ${proof.domains.join(', ')}`
  if (proof?.by === 'room') return `${share}: the nodes have room for so many by ${sayResource(proof.resource)}`
  const bound = nodes && boundElsewhere(nodes)
  return bound ? `${share}: ${sayBoundElsewhere(bound, nodes.length)}` : `${share}: no node takes it`
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
