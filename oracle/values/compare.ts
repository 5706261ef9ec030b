import type { Json, JsonObject } from '../json.ts'
import { sameText } from '../json.ts'
import { randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import { comparable, type ValueComparison } from './comparison.ts'
import type { Judge } from './judge.ts'

export interface Disagreement {
  readonly comparison: string
  readonly asked: JsonObject
  readonly ours: Json
  readonly theirs: Json
}

export interface Outcome {
  readonly comparison: string
  readonly says: string
  readonly passed: number
  readonly failed: number
  /** Not compared, by the reason's name. */
  readonly apart: ReadonlyMap<string, number>
  readonly disagreements: readonly Disagreement[]
  readonly tookSeconds: number
}

export interface Bounds {
  readonly seed: number
  readonly cases: number
  /** `performance.now()` at which the comparison ends, whatever is left. */
  readonly until: number
}

const batch = 2_000
const shown = 3

export async function compareValues(
  comparison: ValueComparison,
  judge: Judge,
  { seed, cases, until }: Bounds,
): Promise<Outcome> {
  const started = performance.now()
  const random = randomOf(seedFor(seed, comparison.asks))
  const disagreements: Disagreement[] = []
  const apart = new Map<string, number>()
  let [asked, failed] = [0, 0]

  while (asked < cases && performance.now() < until) {
    const invented = random.list(Math.min(batch, cases - asked), () => comparison.invent(random))
    const answers = await judge.ask(invented.map((one) => ({ ...one, asks: comparison.asks })))
    for (const [at, one] of invented.entries()) {
      if (agree(comparison, one, answers[at])) continue
      const why = comparison.apart?.(one, answers[at] ?? null)
      if (why !== undefined) {
        apart.set(why, (apart.get(why) ?? 0) + 1)
        continue
      }
      failed++
      if (disagreements.length < shown) disagreements.push(await shrunk(comparison, judge, one))
    }
    asked += invented.length
  }

  const set = [...apart.values()].reduce((sum, count) => sum + count, 0)
  const tookSeconds = (performance.now() - started) / 1000
  const { asks, says } = comparison
  return { comparison: asks, says, passed: asked - failed - set, failed, apart, disagreements, tookSeconds }
}

function agree(comparison: ValueComparison, asked: JsonObject, theirs: Json | undefined): boolean {
  return sameText(oursOrCrash(comparison, asked)) === sameText(comparable(theirs ?? null))
}

/** Our answer; a crash is an answer too, one that nobody else gives. */
export function oursOrCrash(comparison: ValueComparison, asked: JsonObject): Json {
  try {
    return comparison.ours(asked)
  } catch (error) {
    return { crashed: String(error) }
  }
}

async function shrunk(comparison: ValueComparison, judge: Judge, found: JsonObject): Promise<Disagreement> {
  const ask = async (asked: JsonObject) => (await judge.ask([{ ...asked, asks: comparison.asks }]))[0] ?? null
  const asked = await smallest(found, async (candidate) => {
    if (!comparison.wellFormed(candidate)) return false
    const theirs = await ask(candidate)
    return !agree(comparison, candidate, theirs) && comparison.apart?.(candidate, theirs) === undefined
  })
  return { comparison: comparison.asks, asked, ours: oursOrCrash(comparison, asked), theirs: await ask(asked) }
}
