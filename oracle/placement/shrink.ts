import type { Json, JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import type { PodPlan, Scene, Since } from './scene.ts'

type Still = (scene: Scene) => Promise<boolean>

/**
 * The smallest scene found that still parts the two: fewer pods, nodes and other objects, then less in each of them.
 * Every candidate is as valid as the first: `still` has its pods admitted again. It is asked at most `budget` times.
 */
export async function smallestScene(found: Scene, still: Still, budget: number): Promise<Scene> {
  let left = budget
  const tried = async (candidate: Scene) => left-- > 0 && (await still(candidate))
  let best = await fewer(found, tried)
  for (let progress = true; progress && left > 0; ) {
    progress = false
    for (const part of parts) {
      // Steps are tried one after the other on what the last has left: a step that was refused is not tried again.
      for (let step = 0; left > 0; ) {
        const candidate = lesserAt(best, part, step)
        if (candidate === undefined) break
        if (await tried(candidate)) {
          best = candidate
          progress = true
        } else step++
      }
    }
  }
  return best
}

const parts = ['ask', 'standing', 'nodes', 'others'] as const
type Part = (typeof parts)[number]

/** Half of a list at a time, then quarters, at last single things. */
async function fewer(found: Scene, tried: Still): Promise<Scene> {
  let best = found
  for (const part of parts) {
    for (let size = best[part].length >> 1 || 1; size >= 1; size >>= 1) {
      for (let at = 0; at < best[part].length; ) {
        const candidate = { ...best, [part]: best[part].toSpliced(at, size) }
        if (await tried(candidate)) best = candidate
        else at += size
      }
    }
  }
  return best
}

function lesserAt(scene: Scene, part: Part, step: number): Scene | undefined {
  let count = 0
  for (const candidate of lesser(scene, part)) if (count++ === step) return candidate
  return undefined
}

function* lesser(scene: Scene, part: Part): Generator<Scene> {
  for (const [at] of scene[part].entries()) yield { ...scene, [part]: scene[part].toSpliced(at, 1) }
  for (const [at, one] of scene[part].entries()) {
    const smaller =
      part === 'ask' || part === 'standing' ? plansWithout(one as PodPlan) : objectsWithout(one as JsonObject)
    for (const candidate of smaller) yield { ...scene, [part]: (scene[part] as readonly unknown[]).with(at, candidate) }
  }
}

function* plansWithout({ raw, since }: PodPlan): Generator<PodPlan> {
  for (const smaller of objectsWithout(raw)) yield { raw: smaller, since }
  for (const smaller of without({ ...since })) yield { raw, since: smaller as Since }
}

// What an object is called stays.
function* objectsWithout({ apiVersion, kind, metadata, ...rest }: JsonObject): Generator<JsonObject> {
  const { name, namespace, uid, ...more } = metadata as JsonObject
  const called = { ...(name && { name }), ...(namespace && { namespace }), ...(uid && { uid }) } as JsonObject
  const whole = { apiVersion: apiVersion ?? null, kind: kind ?? null }
  for (const smaller of without(more)) yield { ...whole, metadata: { ...called, ...smaller }, ...rest } as JsonObject
  for (const smaller of without(rest as JsonObject))
    yield { ...whole, metadata: metadata ?? {}, ...smaller } as JsonObject
}

// What makes an answer random where it is missing: of volumes without a size and of pods without a beginning any is
// taken, and a token gets a volume of a random name.
const staying = new Set(['capacity', 'startTime', 'automountServiceAccountToken'])

function holdsStaying(json: Json | undefined): boolean {
  return isObject(json) && Object.keys(json).some((key) => staying.has(key))
}

/** One key or one list item less, the outermost first. */
function* without(json: JsonObject): Generator<JsonObject> {
  for (const key of Object.keys(json)) {
    if (staying.has(key) || holdsStaying(json[key])) continue
    const { [key]: _, ...rest } = json
    yield rest
  }
  for (const [key, value] of Object.entries(json)) {
    for (const smaller of partsWithout(value)) yield { ...json, [key]: smaller }
  }
}

function* partsWithout(json: Json): Generator<Json> {
  if (isObject(json)) yield* without(json)
  if (!Array.isArray(json)) return
  for (let at = 0; at < json.length; at++) yield json.toSpliced(at, 1)
  for (const [at, item] of json.entries()) for (const smaller of partsWithout(item)) yield json.with(at, smaller)
}
