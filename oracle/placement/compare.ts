import type { ApiServer } from '../apiserver.ts'
import type { JsonObject } from '../json.ts'
import { type Bounds, countOne, type Disagreement, newTally, type Outcome, type Tally } from '../outcome.ts'
import { type Random, randomOf, seedFor } from '../random.ts'
import { type AdmittedScene, admit } from './admit.ts'
import { countDecisions } from './counts.ts'
import { asJson, type RealScheduler } from './real.ts'
import { type Replayed, replay } from './replay.ts'
import type { Question, Scene } from './scene.ts'
import { smallestScene } from './shrink.ts'
import { oneQuestion } from './snapshot.ts'
import type { Faults } from './valid.ts'

export interface Judges {
  readonly api: ApiServer
  readonly real: RealScheduler
  readonly faults: Faults
}

export interface Comparison {
  readonly comparison: string
  readonly says: string
  invent(random: Random): Scene
}

// Pods are admitted for so many clusters while the scheduler is asked about as many.
const batch = 20
const shrinkingSteps = 600

/** Asks the kept questions first, then invented ones. */
export async function compareScenes(
  judges: Judges,
  { comparison, says, invent }: Comparison,
  kept: readonly Question[],
  { seed, cases, until, show }: Bounds,
): Promise<Outcome> {
  const started = performance.now()
  const random = randomOf(seedFor(seed, comparison))
  const tally = newTally()
  for (const question of kept) await ask(judges, question, tally)
  const next = (count: number) =>
    Promise.all(random.list(count, () => invent(random)).map((scene) => admit(judges.api, scene)))
  let coming = next(Math.min(batch, cases))
  for (let count = 0; count < cases && performance.now() < until; count += batch) {
    const scenes = await coming
    if (count === 0) await assertValid(judges, scenes)
    coming = next(Math.max(0, Math.min(batch, cases - count - batch)))
    for (const { scene, question, refused } of scenes) {
      for (const _ of refused) countOne(tally.notes, 'pods that the API server refuses, left out')
      if ((await ask(judges, question, tally)) && tally.disagreements.length < show) {
        tally.disagreements.push(await shrunk(judges, comparison, scene))
      }
    }
  }
  await coming
  return { comparison, says, ...tally, tookSeconds: (performance.now() - started) / 1000 }
}

// What is invented must be what a cluster can hold; pods are looked at one by one anyway.
async function assertValid({ faults }: Judges, scenes: readonly AdmittedScene[]): Promise<void> {
  for (const { scene } of scenes) {
    const [fault] = await faults(scene)
    if (fault) throw new Error(`what is invented is no valid object: ${fault}`)
  }
}

/** True where the two part. */
async function ask({ real }: Judges, question: Question, tally: Tally): Promise<boolean> {
  const answers = await real.ask(question)
  for (const answer of answers) countDecisions(tally.notes, answer)
  const replayed = replay(question, answers)
  for (const name of replayed.unknown) countOne(tally.apart, `pods: not modelled: ${name}`)
  for (const says of replayed.gaveUp) countOne(tally.apart, `pods: the scheduler gives up: ${says}`)
  if (replayed.difference) tally.failed++
  else tally.passed++
  return replayed.difference !== undefined
}

async function shrunk(judges: Judges, comparison: string, found: Scene): Promise<Disagreement> {
  const { api, real, faults } = judges
  const part = async (scene: Scene): Promise<Replayed | undefined> => {
    const { question, refused } = await admit(api, scene)
    if (refused.length > 0 || (await faults(scene)).length > 0) return undefined
    return replay(question, await real.ask(question))
  }
  const what = (await part(found))?.difference?.what
  const still = async (scene: Scene) => what !== undefined && (await part(scene))?.difference?.what === what
  const small = await smallestScene(found, still, shrinkingSteps)
  return disagreement(judges, comparison, (await admit(api, small)).question)
}

/** One snapshot and one question, where the pods that were placed before can stand there from the beginning. */
async function disagreement({ real }: Judges, comparison: string, question: Question): Promise<Disagreement> {
  const answers = await real.ask(question)
  const { at, difference } = replay(question, answers)
  const single = oneQuestion(question, answers, at)
  const singleAnswers = await real.ask(single)
  const again = replay(single, singleAnswers)
  const [asked, theirs, parts] = again.difference
    ? [single, singleAnswers, again.difference]
    : [question, answers, difference]
  return {
    comparison,
    asked: asked as unknown as JsonObject,
    ours: asJson(parts ?? null),
    theirs: asJson(theirs),
  }
}
