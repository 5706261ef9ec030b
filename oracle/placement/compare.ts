import type { ApiServer } from '../apiserver.ts'
import type { JsonObject } from '../json.ts'
import { type Bounds, countOne, type Disagreement, newTally, type Outcome, type Tally } from '../outcome.ts'
import { type Random, randomOf, seedFor } from '../random.ts'
import { type AdmittedScene, admit } from './admit.ts'
import type { Difference } from './differ.ts'
import type { RealScheduler } from './real.ts'
import type { Question, Scene } from './scene.ts'
import { smallestScene } from './shrink.ts'
import type { Faults } from './valid.ts'

export interface Judges {
  readonly api: ApiServer
  readonly real: RealScheduler
  readonly faults: Faults
}

/** What is asked about invented clusters. */
export interface SceneComparison {
  readonly comparison: string
  readonly says: string
  /** How many clusters a usual run invents. */
  readonly cases: number
  invent(random: Random): Scene
  /** Asks both sides; where they part, the first thing in which they do. What else is worth a count goes into `tally`. */
  part(judges: Judges, scene: AdmittedScene, tally: Tally): Promise<Difference | undefined>
  /** One that parts, as it is shown and kept. */
  told(judges: Judges, scene: AdmittedScene, difference: Difference): Promise<Omit<Disagreement, 'comparison'>>
}

// Pods are admitted for so many clusters while the scheduler is asked about as many.
const batch = 20
const shrinkingSteps = 600

/** Asks the kept cases first, then invented ones. */
export async function compareScenes(
  judges: Judges,
  comparison: SceneComparison,
  kept: readonly AdmittedScene[],
  { seed, cases, until, show, isFirstEnough = false }: Bounds,
): Promise<Outcome> {
  const started = performance.now()
  const random = randomOf(seedFor(seed, comparison.comparison))
  const tally = newTally()
  const next = (count: number) =>
    Promise.all(random.list(count, () => comparison.invent(random)).map((scene) => admit(judges.api, scene)))
  const ask = async (scene: AdmittedScene, small: typeof asItIs) => {
    const difference = await comparison.part(judges, scene, tally)
    if (!difference) tally.passed++
    else {
      tally.failed++
      if (tally.disagreements.length < show) tally.disagreements.push(await small(judges, comparison, scene))
    }
  }

  const isOver = () => performance.now() >= until || (isFirstEnough && tally.failed > 0)
  for (const scene of kept) await ask(scene, asItIs)
  let coming = next(Math.min(batch, cases))
  for (let count = 0; count < cases && !isOver(); count += batch) {
    const scenes = await coming
    coming = next(Math.max(0, Math.min(batch, cases - count - batch)))
    if (count === 0) await assertValid(judges, scenes)
    for (const scene of scenes) {
      for (const _ of scene.refused) countOne(tally.notes, 'pods that the API server refuses, left out')
      await ask(scene, shrunk)
    }
  }
  await coming
  const tookSeconds = (performance.now() - started) / 1000
  return { comparison: comparison.comparison, says: comparison.says, ...tally, tookSeconds }
}

// What is invented must be what a cluster can hold; pods are looked at one by one anyway.
async function assertValid({ faults }: Judges, scenes: readonly AdmittedScene[]): Promise<void> {
  for (const { scene } of scenes) {
    const [fault] = await faults(scene)
    if (fault) throw new Error(`what is invented is no valid object: ${fault}`)
  }
}

async function shrunk(judges: Judges, comparison: SceneComparison, found: AdmittedScene): Promise<Disagreement> {
  const { api, faults } = judges
  const part = async (admitted: AdmittedScene) => comparison.part(judges, admitted, newTally())
  const what = (await part(found))?.what
  const still = async (scene: Scene) => {
    const admitted = await admit(api, scene)
    if (what === undefined || admitted.refused.length > 0 || (await faults(scene)).length > 0) return false
    return (await part(admitted))?.what === what
  }
  return asItIs(judges, comparison, await admit(api, await smallestScene(found.scene, still, shrinkingSteps)))
}

async function asItIs(judges: Judges, comparison: SceneComparison, scene: AdmittedScene): Promise<Disagreement> {
  const again = await comparison.part(judges, scene, newTally())
  const difference = again ?? { pod: '', what: 'not seen again', ours: null, theirs: null }
  return { comparison: comparison.comparison, ...(await comparison.told(judges, scene, difference)) }
}

/** A kept case with its pods as they were admitted once; `raw`: what somebody had created, where that matters. */
export type KeptQuestion = Question & { readonly raw?: readonly JsonObject[] }

export function keptScene({ raw, ...question }: KeptQuestion): AdmittedScene {
  const asked = (pods: readonly JsonObject[]) => pods.map((pod) => ({ raw: pod, since: {} }))
  const { nodes, others, pods, ask } = question
  return { question, refused: [], scene: { nodes, others, standing: asked(pods), ask: asked(raw ?? ask) } }
}
