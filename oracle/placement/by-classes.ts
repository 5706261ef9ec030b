// Many pods placed by classes, judged one by one: each on the cluster as ours has left it, by the real scheduler.

import { type Assignment, assign } from '../../src/engine/assignment/assign.ts'
import { schedulerOf } from '../../src/engine/scheduling/scheduler-of.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import { asJson, type JsonObject, sameText } from '../json.ts'
import { countOne, type Tally } from '../outcome.ts'
import type { SceneComparison } from './compare.ts'
import { general } from './counts.ts'
import type { Difference } from './differ.ts'
import type { RealAnswer } from './real.ts'
import { boundPod, clusterOf } from './replay.ts'
import type { Question } from './scene.ts'

// A scene of thirty pods would be thirty questions.
const askedAtMost = 6

export const byClasses: Pick<SceneComparison, 'part' | 'told'> = {
  async part({ real }, { question }, tally) {
    const assigned = assignAll(question)
    for (const { by } of assigned) countOne(tally.notes, by === 'classes' ? 'pods by classes' : 'pods node by node')
    for (const at of asked(assigned)) {
      const single = snapshotAt(question, assigned, at)
      const [answer] = await real.ask(single)
      const difference = answer && judged(assigned[at], answer, single, tally)
      if (difference) return difference
    }
    return undefined
  },
  async told({ real }, { question }, difference) {
    const assigned = assignAll(question)
    const at = assigned.findIndex(({ pod }) => pod === difference.pod)
    const whole = { ...question, ask: question.ask.slice(0, at + 1) }
    const single = snapshotAt(question, assigned, at)
    const answers = await real.ask(single)
    // One snapshot and one question, where that is enough to part the two.
    const isSingle = placedRight(single, answers) !== undefined
    return { asked: asJson(isSingle ? single : whole) as JsonObject, ours: difference.ours, theirs: asJson(answers) }
  },
}

/** Where the last pod of a kept question goes and should not, by what the real scheduler said of it. */
export function placedRight(question: Question, answers: readonly RealAnswer[]): Difference | undefined {
  const [answer] = answers
  return answer && judged(assignAll(question).at(-1), answer, question)
}

/** Each begins a minute after the last, if it gets a node: of pods that began at once either may go. */
function assignAll(question: Question): readonly Assignment[] {
  const pods = question.ask.map((pod, at) => {
    const { startTime } = boundPod(pod, '', at).status as JsonObject
    return { ...pod, status: { ...(pod.status as JsonObject), startTime } }
  })
  return assign(clusterOf(question), pods as unknown as readonly Manifest[], { preempts: true })
}

/** Some of the pods that classes have placed, the last among them. */
function asked(assigned: readonly Assignment[]): readonly number[] {
  const all = [...assigned.keys()].filter((at) => assigned[at]?.by === 'classes')
  const step = Math.ceil(all.length / askedAtMost)
  return all.filter((_, index) => (all.length - 1 - index) % step === 0)
}

/** The pods that ours has placed before stand, but for those that had to go; the one at hand is asked for. */
function snapshotAt({ nodes, pods, others, ask }: Question, assigned: readonly Assignment[], at: number): Question {
  const before = assigned.slice(0, at)
  const gone = new Set(before.flatMap(({ preempted = [] }) => preempted))
  const placed = before.flatMap(({ pod, node }, index) =>
    node === undefined || gone.has(pod) ? [] : [boundPod(ask[index] ?? {}, node, index)],
  )
  return { nodes, others, pods: [...pods.filter((pod) => !gone.has(idOf(pod))), ...placed], ask: ask.slice(at, at + 1) }
}

function idOf({ metadata }: JsonObject): string {
  const { namespace, name } = metadata as JsonObject
  return `${namespace}/${name}`
}

function judged(
  ours: Assignment | undefined,
  theirs: RealAnswer,
  question: Question,
  tally?: Tally,
): Difference | undefined {
  if (theirs.error) {
    if (tally) countOne(tally.apart, `pods: the scheduler gives up: ${general(theirs.error)}`)
    return undefined
  }
  const best = theirs.best ?? []
  if (tally)
    countOne(
      tally.notes,
      best.length > 0 ? 'asked: placed' : theirs.nominated ? 'asked: preempting' : 'asked: not placed',
    )
  if (ours?.preempted || theirs.nominated) return preemptedRight(ours, theirs, question)
  const isRight = ours?.node === undefined ? best.length === 0 : best.includes(ours.node)
  return isRight ? undefined : { pod: theirs.pod, what: 'node', ours: ours?.node ?? null, theirs: asJson(best) }
}

/** The same victims at our node, which is one of those among which the real scheduler takes any. */
function preemptedRight(ours: Assignment | undefined, theirs: RealAnswer, question: Question): Difference | undefined {
  const { node = '', preempted = [] } = ours ?? {}
  const { candidates: mine } = schedulerOf(clusterOf(question)).preempt(question.ask.at(-1) as unknown as Manifest)
  const areEqual = [node, theirs.nominated].every((name) => mine.some((one) => one.node === name))
  const victims = theirs.candidates?.[node]?.victims ?? []
  if (areEqual && sameText(asJson(preempted)) === sameText(asJson(victims))) return undefined
  const { nominated = null, candidates = {} } = theirs
  return {
    pod: theirs.pod,
    what: 'preempts',
    ours: asJson({ node, preempted }),
    theirs: asJson({ nominated, candidates }),
  }
}
