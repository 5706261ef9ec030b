// Many pods placed by classes, judged one by one: each on the cluster as ours has left it, by the real scheduler.

import { type Assignment, assign } from '../../src/engine/assignment/assign.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import type { JsonObject } from '../json.ts'
import { countOne, type Tally } from '../outcome.ts'
import type { SceneComparison } from './compare.ts'
import { general } from './counts.ts'
import type { Difference } from './differ.ts'
import { asJson, type RealAnswer } from './real.ts'
import { boundPod, clusterOf } from './replay.ts'
import type { Question } from './scene.ts'

// A scene of thirty pods would be thirty questions.
const askedAtMost = 6

export const byClasses: Pick<SceneComparison, 'part' | 'told'> = {
  async part({ real }, { question }, tally) {
    const assigned = assignAll(question)
    for (const { by } of assigned) countOne(tally.notes, by === 'classes' ? 'pods by classes' : 'pods node by node')
    for (const at of asked(assigned)) {
      const [answer] = await real.ask(snapshotAt(question, assigned, at))
      const difference = answer && judged(assigned[at], answer, tally)
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
  return answer && judged(assignAll(question).at(-1), answer)
}

function assignAll(question: Question): readonly Assignment[] {
  return assign(clusterOf(question), question.ask as unknown as readonly Manifest[])
}

/** Some of the pods that classes have placed, the last among them. */
function asked(assigned: readonly Assignment[]): readonly number[] {
  const all = [...assigned.keys()].filter((at) => assigned[at]?.by === 'classes')
  const step = Math.ceil(all.length / askedAtMost)
  return all.filter((_, index) => (all.length - 1 - index) % step === 0)
}

/** The pods that ours has placed before stand; the one at hand is asked for. */
function snapshotAt({ nodes, pods, others, ask }: Question, assigned: readonly Assignment[], at: number): Question {
  const placed = ask.slice(0, at).flatMap((pod, index) => {
    const node = assigned[index]?.node
    return node === undefined ? [] : [boundPod(pod, node, index)]
  })
  return { nodes, others, pods: [...pods, ...placed], ask: ask.slice(at, at + 1) }
}

function judged(ours: Assignment | undefined, theirs: RealAnswer, tally?: Tally): Difference | undefined {
  if (theirs.error) {
    if (tally) countOne(tally.apart, `pods: the scheduler gives up: ${general(theirs.error)}`)
    return undefined
  }
  const best = theirs.best ?? []
  const isRight = ours?.node === undefined ? best.length === 0 : best.includes(ours.node)
  if (tally) countOne(tally.notes, best.length > 0 ? 'asked: placed' : 'asked: not placed')
  return isRight ? undefined : { pod: theirs.pod, what: 'node', ours: ours?.node ?? null, theirs: asJson(best) }
}
