import type { Json, JsonObject } from '../json.ts'
import { sameText } from '../json.ts'
import { type Bounds, countOne, type Disagreement, newTally, type Outcome } from '../outcome.ts'
import { randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import { comparable, type ValueComparison } from './comparison.ts'
import type { Judge } from './judge.ts'

const batch = 2_000

/** Asks the kept cases first, then new ones. */
export async function compareValues(
  comparison: ValueComparison,
  judge: Judge,
  kept: readonly JsonObject[],
  { seed, cases, until, show }: Bounds,
): Promise<Outcome> {
  const started = performance.now()
  const random = randomOf(seedFor(seed, comparison.asks))
  const tally = newTally()
  const ask = async (questions: readonly JsonObject[]) => {
    const answers = await judge.ask(questions.map((one) => ({ ...one, asks: comparison.asks })))
    for (const [at, one] of questions.entries()) {
      const answer = answers[at] ?? null
      const why = comparison.apart?.(one, answer)
      if (agree(comparison, one, answer)) tally.passed++
      else if (why !== undefined) countOne(tally.apart, why)
      else {
        tally.failed++
        if (tally.disagreements.length < show) tally.disagreements.push(await shrunk(comparison, judge, one))
      }
    }
  }

  if (kept.length > 0) await ask(kept)
  for (let asked = 0; asked < cases && performance.now() < until; asked += batch) {
    await ask(random.list(Math.min(batch, cases - asked), () => comparison.invent(random)))
  }
  const tookSeconds = (performance.now() - started) / 1000
  return { comparison: comparison.asks, says: comparison.says, ...tally, tookSeconds }
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
