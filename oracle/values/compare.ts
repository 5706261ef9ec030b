import type { Json, JsonObject } from '../json.ts'
import { sameText } from '../json.ts'
import { type Bounds, countOne, type Disagreement, newTally, type Outcome } from '../outcome.ts'
import { randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import { type Answerer, inProcess } from './answerer.ts'
import { isFailure } from './asked-process.ts'
import { bounded } from './bounded.ts'
import { comparable, type ValueComparison } from './comparison.ts'
import type { Judge } from './judge.ts'

const batch = 2_000
// A large file is slow to ask about.
const longestShrinkingSeconds = 30

/** Asks the kept cases first, then new ones. */
export async function compareValues(
  comparison: ValueComparison,
  judge: Judge,
  kept: readonly JsonObject[],
  { seed, cases, until, show, isFirstEnough = false }: Bounds,
): Promise<Outcome> {
  const started = performance.now()
  const random = randomOf(seedFor(seed, comparison.asks))
  const tally = newTally()
  const own = comparison.isBounded ? bounded(comparison.asks) : inProcess(comparison)
  const sides: Sides = { comparison, judge, own }
  const ask = async (questions: readonly JsonObject[]) => {
    const [ours, theirs] = await Promise.all([own.ask(questions), asked(sides, questions)])
    for (const [at, one] of questions.entries()) {
      const answers = { ours: ours[at] ?? null, theirs: theirs[at] ?? null }
      const why = standing(comparison, one, answers)
      if (why === 'agree') tally.passed++
      else if (why !== 'differ') countOne(tally.apart, why.apart)
      else {
        tally.failed++
        if (tally.disagreements.length < show) tally.disagreements.push(await shrunk(sides, one))
      }
    }
  }

  try {
    if (kept.length > 0) await ask(kept)
    const isOver = () => performance.now() >= until || (isFirstEnough && tally.failed > 0)
    for (let count = 0; count < cases && !isOver(); count += batch) {
      await ask(random.list(Math.min(batch, cases - count), () => comparison.invent(random)))
    }
  } finally {
    own.stop()
  }
  const tookSeconds = (performance.now() - started) / 1000
  return { comparison: comparison.asks, says: comparison.says, ...tally, tookSeconds, peakBytes: own.peakBytes?.() }
}

interface Sides {
  readonly comparison: ValueComparison
  readonly judge: Judge
  readonly own: Answerer
}

function asked({ comparison, judge }: Sides, questions: readonly JsonObject[]): Promise<readonly Json[]> {
  return judge.ask(questions.map((one) => ({ ...one, asks: comparison.asks })))
}

interface Answers {
  readonly ours: Json
  readonly theirs: Json
}

/** Whether two answers agree, differ, or differ by a stated name. */
export function standing(
  comparison: ValueComparison,
  one: JsonObject,
  { ours, theirs }: Answers,
): 'agree' | 'differ' | { apart: string } {
  if (sameText(comparable(comparison, ours)) === sameText(comparable(comparison, theirs))) return 'agree'
  if (comparison.alike?.(ours, theirs)) return 'agree'
  if (isFailure(theirs) && !isFailure(ours))
    return { apart: 'that the library itself gives no answer to in half a minute' }
  const why = comparison.apart?.(one, theirs, ours)
  return why === undefined ? 'differ' : { apart: why }
}

async function shrunk(sides: Sides, found: JsonObject): Promise<Disagreement> {
  const { comparison } = sides
  const both = async (one: JsonObject): Promise<Answers> => {
    const [[ours = null], [theirs = null]] = await Promise.all([sides.own.ask([one]), asked(sides, [one])])
    return { ours, theirs }
  }
  // Each step would wait as long again.
  if (isFailure((await sides.own.ask([found]))[0] ?? null)) {
    return { comparison: comparison.asks, asked: found, ...(await both(found)) }
  }
  const until = performance.now() + longestShrinkingSeconds * 1000
  const smaller = await smallest(found, async (candidate) => {
    if (performance.now() > until || !comparison.wellFormed(candidate)) return false
    return standing(comparison, candidate, await both(candidate)) === 'differ'
  })
  return { comparison: comparison.asks, asked: smaller, ...(await both(smaller)) }
}
