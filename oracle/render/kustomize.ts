// What kustomize builds of each rendered folder: the objects of the estate that belong there, and nothing else.

import type { Estate, EstateObject } from '../../src/estate/estate.ts'
import { lower } from '../../src/estate/lower.ts'
import { partsOf } from '../../src/kubernetes/types.ts'
import type { Platform } from '../../src/platform/model.ts'
import { worldsOf } from '../../src/platform/worlds.ts'
import { kubernetes } from '../../src/render/kubernetes/kubernetes.ts'
import { writtenObjects } from '../../src/render/kubernetes/written-objects.ts'
import { referencePlatforms } from '../admission/corpus.ts'
import { asJson, isObject, type Json, type JsonObject, sameText } from '../json.ts'
import { type BoundsFor, newTally, type Tally } from '../outcome.ts'
import { built } from '../programs.ts'
import { seedFor } from '../random.ts'
import type { Suite, Tell } from '../suite.ts'
import { type Judge, startJudge } from '../values/judge.ts'
import { versions } from '../versions.ts'
import { inventedPlatform } from './invent.ts'

const asks = 'kustomize'

export const kustomize: Suite = {
  name: asks,
  comparisons: [asks],
  needs: () => ['kustomize'],
  ask: compare,
  answeredBy: () => `kustomize as kubectl ${versions.kubernetes} has it`,
}

async function compare(_: readonly string[], boundsFor: BoundsFor, tell: Tell): Promise<void> {
  const started = performance.now()
  const { seed, cases, until, show } = boundsFor(300)
  const tally = newTally()
  const judge = startJudge(await built('kustomize', tell.line))
  try {
    for (const { platform } of await referencePlatforms()) await askAll(platform, judge, tally, show)
    for (let at = 0; at < cases && performance.now() < until; at++)
      await askAll(inventedPlatform(seedFor(seed, `${asks} ${at}`)), judge, tally, show)
  } finally {
    judge.stop()
  }
  const tookSeconds = (performance.now() - started) / 1000
  tell.outcome({
    comparison: asks,
    says: 'each rendered folder, built: the objects of the estate',
    ...tally,
    tookSeconds,
  })
}

async function askAll(platform: Platform, judge: Judge, tally: Tally, show: number): Promise<void> {
  for (const world of worldsOf(platform).worlds) {
    const estates = lower(world.platform)
    const written = kubernetes.render({ platform: world.platform, estates, asOf: '2026-11-21' }).files
    const files = Object.fromEntries(written.map(({ path, text }) => [path, text]))
    const expected = estates.flatMap(folders)
    const [answers] = await judge.ask([{ files, folders: expected.map(({ folder }) => folder) }])
    for (const [at, { folder, objects }] of expected.entries()) {
      const answer = Array.isArray(answers) ? answers[at] : undefined
      const difference = differenceOf(objects, isObject(answer) ? answer : { failed: answers ?? null })
      if (difference === undefined) tally.passed++
      else {
        tally.failed++
        if (tally.disagreements.length < show)
          tally.disagreements.push({ comparison: asks, ...difference, asked: { folder } })
      }
      tally.notes.set('objects in them', (tally.notes.get('objects in them') ?? 0) + objects.length)
    }
  }
}

interface Folder {
  readonly folder: string
  readonly objects: readonly EstateObject[]
}

/** The whole of a cluster, and each environment without what has no namespace. */
function folders(estate: Estate): readonly Folder[] {
  const all = writtenObjects(estate)
  const own = all.filter(({ ref }) => ref.startsWith('Namespace/') || partsOf(ref).namespace !== '')
  const byEnvironment = Map.groupBy(own, ({ environment }) => environment)
  const overlays = [...byEnvironment].flatMap(([environment, objects]) =>
    environment === undefined ? [] : [{ folder: `${estate.cluster}/${environment}`, objects }],
  )
  return [...(all.length > 0 ? [{ folder: estate.cluster, objects: all }] : []), ...overlays]
}

/** What only one side has, each object once. */
function differenceOf(objects: readonly EstateObject[], answer: JsonObject): { ours: Json; theirs: Json } | undefined {
  if (!Array.isArray(answer.objects)) return { ours: objects.map(({ ref }) => ref), theirs: answer }
  const ours = objects.map(({ manifest }) => sameText(asJson(manifest))).sort()
  const theirs = answer.objects.map((one: Json) => sameText(one)).sort()
  if (sameText(ours) === sameText(theirs)) return undefined
  return { ours: ours.filter((one) => !theirs.includes(one)), theirs: theirs.filter((one) => !ours.includes(one)) }
}
