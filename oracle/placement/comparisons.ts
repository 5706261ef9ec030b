import { asJson, type JsonObject } from '../json.ts'
import { countOne } from '../outcome.ts'
import { byClasses } from './by-classes.ts'
import type { SceneComparison } from './compare.ts'
import { countKinds } from './count-kinds.ts'
import { countDecisions, general } from './counts.ts'
import { inventMany } from './invent-many.ts'
import { inventPlacement, inventPreemption } from './invent-scene.ts'
import { viewDiffers } from './own-view.ts'
import { replay } from './replay.ts'
import { oneQuestion } from './snapshot.ts'
import { denied, questionOf, walked } from './witness.ts'

type Asking = Pick<SceneComparison, 'part' | 'told'>

/** The real scheduler and ours about the same pods, in the same order. */
const byRealScheduler: Asking = {
  async part({ real }, { question }, tally) {
    const answers = await real.ask(question)
    for (const answer of answers) countDecisions(tally.notes, answer)
    countKinds(tally.notes, question)
    const { difference, unknown, gaveUp } = replay(question, answers)
    for (const name of unknown) countOne(tally.apart, `pods: not modelled: ${name}`)
    for (const says of gaveUp) countOne(tally.apart, `pods: the scheduler gives up: ${general(says)}`)
    return difference
  },
  // One snapshot and one question, where the pods that were placed before can stand there from the beginning.
  async told({ real }, { question }, difference) {
    const answers = await real.ask(question)
    const single = oneQuestion(question, answers, replay(question, answers).at)
    const singleAnswers = await real.ask(single)
    const again = replay(single, singleAnswers).difference
    const [asked, theirs] = again ? [single, singleAnswers] : [question, answers]
    return { asked: asked as unknown as JsonObject, ours: asJson(again ?? difference), theirs: asJson(theirs) }
  },
}

/** Our scheduler about pods as the server admits them, and as we believe that it does. */
const byOurView: Asking = {
  part: async (_, admitted) => viewDiffers(admitted),
  told: async (_, { scene, question }, difference) => ({
    asked: asJson({ ...question, raw: scene.ask.map(({ raw }) => raw) }) as JsonObject,
    ours: asJson(difference),
    theirs: difference.theirs,
  }),
}

/** A walk of our scheduler, along choices that the real one does not take by itself, followed by the real one. */
const byFollowing: Asking = {
  async part({ real }, { question }, tally) {
    const witness = walked(question)
    for (const { node } of witness.order) countOne(tally.notes, node === null ? 'steps: refused' : 'steps: placed')
    const answers = await real.ask(questionOf(witness))
    const gaveUp = answers.find(({ error }) => error)
    if (gaveUp) countOne(tally.apart, `walks: the scheduler gives up: ${general(gaveUp.error ?? '')}`)
    return gaveUp ? undefined : denied(witness, answers)
  },
  async told({ real }, { question }, difference) {
    const witness = walked(question)
    const theirs = await real.ask(questionOf(witness))
    return { asked: question as unknown as JsonObject, ours: asJson(difference), theirs: asJson(theirs) }
  },
}

export const sceneComparisons: readonly SceneComparison[] = [
  {
    comparison: 'placement',
    says: 'which nodes take a pod, why others do not, which is best',
    invent: inventPlacement,
    cases: 2_000,
    ...byRealScheduler,
  },
  {
    comparison: 'preemption',
    says: 'which pods must go for one that nothing takes',
    invent: inventPreemption,
    cases: 2_000,
    ...byRealScheduler,
  },
  {
    comparison: 'admitted',
    says: 'a pod as we believe it admitted is placed alike',
    invent: inventPlacement,
    cases: 500,
    ...byOurView,
  },
  {
    comparison: 'assignment',
    says: 'where each of many pods goes, placed by classes',
    invent: inventMany,
    cases: 500,
    ...byClasses,
  },
  {
    comparison: 'walk',
    says: 'a walk along other best nodes is one the scheduler takes',
    invent: inventPlacement,
    cases: 500,
    ...byFollowing,
  },
]
