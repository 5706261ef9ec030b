import type { JsonObject } from '../json.ts'
import type { RealAnswer } from './real.ts'
import { boundPod } from './replay.ts'
import type { Question } from './scene.ts'

/** The cluster as it stands when the pod at `at` is asked for, and that one pod. */
export function oneQuestion(question: Question, answers: readonly RealAnswer[], at: number): Question {
  let { pods, others } = question
  for (const [before, pod] of question.ask.slice(0, at).entries()) {
    const answer = answers[before]
    if (answer?.chosen) pods = [...pods, boundPod(pod, answer.chosen, before)]
    else if (answer?.nominated) {
      const gone = new Set(answer.candidates?.[answer.nominated]?.victims)
      pods = pods.filter((standing) => !gone.has(keyOf(standing)))
    }
    const changed = new Map((answer?.bound ?? []).map((object) => [identityOf(object), object]))
    others = others.map((object) => changed.get(identityOf(object)) ?? object)
  }
  return { ...question, pods, others, ask: question.ask.slice(at, at + 1) }
}

function identityOf(object: JsonObject): string {
  return `${object.kind} ${keyOf(object)}`
}

function keyOf({ metadata }: JsonObject): string {
  const { namespace, name } = metadata as JsonObject
  return `${namespace ?? ''}/${name}`
}
