// Our verdicts on a failure beside what trying every order and every choice comes to.

import type { Displaced } from '../../src/engine/loss/judge.ts'
import type { LossFate } from '../../src/engine/loss/losses.ts'
import type { Word } from '../../src/engine/loss/word.ts'
import type { Json, JsonObject } from '../json.ts'
import { type Bounds, countOne, newTally, type Outcome, type Tally } from '../outcome.ts'
import { type Random, randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import { inventCase, type MustCase } from './case.ts'
import { everyOrder, type Truth } from './every-order.ts'
import { ourAnswers, promisedFates, questionAnswers, scheduledFailures } from './ours.ts'
import { isFailing } from './replay.ts'
import { withSeats } from './seats.ts'
import { isWhole } from './whole.ts'

type Said = Word

export const comparison = 'must'

export async function compareMust(
  kept: readonly MustCase[],
  { seed, cases, until, show, isFirstEnough = false }: Bounds,
  line: (text: string) => void,
): Promise<Outcome> {
  const started = performance.now()
  const random = randomOf(seedFor(seed, comparison))
  const tally = newTally()
  const shares: Shares = new Map()
  for (const one of kept) await compareOne(one, tally, { shares }, show)
  const isOver = () => performance.now() >= until || (isFirstEnough && tally.failed > 0)
  for (let at = 0; at < cases && !isOver(); at++) {
    const asked = invent(random)
    await compareOne(asked, tally, { shares, isPromised: at % promisedEvery === 0 }, show)
    if (at % everySo === 0) askScheduler(asked, tally, shares, show)
  }
  for (const text of sayShares(shares)) line(text)
  const says = 'what certainly, perhaps, never finds a place'
  return { comparison, says, ...tally, tookSeconds: (performance.now() - started) / 1000 }
}

// The scheduler is asked for many pods in each case; a promise asks of every node and every zone.
const everySo = 10
const promisedEvery = 4

/** Orders in which the scheduler's own choices leave a pod without a place: only where an order may. */
function askScheduler(asked: MustCase, tally: Tally, shares: Shares, show: number): void {
  const truths = everyOrder(asked) ?? []
  const found = new Set(scheduledFailures(asked))
  for (const [c, truth] of truths.entries()) {
    if (truth?.answer === 'must' && found.has(c) && tally.failed++ < show) {
      const ours = `c${c}: an order fails`
      tally.disagreements.push({ comparison, asked: asked as unknown as JsonObject, ours, theirs: truthJson(truths) })
    }
    if (truth?.answer !== 'may') continue
    const share = shares.get(byScheduler) ?? { all: 0, sums: 0, tried: 0 }
    shares.set(byScheduler, share)
    share.all++
    share.tried += found.has(c) ? 1 : 0
  }
}

const byScheduler = 'may, some of them'

function invent(random: Random): MustCase {
  const made = inventCase(random)
  return random.chance(0.5) ? withSeats(made, random) : made
}

async function compareOne(asked: MustCase, tally: Tally, options: Asking, show: number): Promise<void> {
  const truths = everyOrder(asked)
  if (truths === undefined) return countOne(tally.apart, 'too many orders to try')
  const faults = faultsOf(asked, truths, options)
  if (faults.length === 0) {
    tally.passed++
    return
  }
  tally.failed++
  if (tally.disagreements.length >= show) return
  const small = await smallest(asked as unknown as JsonObject, async (candidate) =>
    isWrong(candidate as unknown as MustCase),
  )
  const theirs = everyOrder(small as unknown as MustCase) ?? []
  const ours = faultsOf(small as unknown as MustCase, theirs)
  tally.disagreements.push({ comparison, asked: small, ours: ours as Json, theirs: truthJson(theirs) })
}

function isWrong(asked: MustCase): boolean {
  if (!isWhole(asked)) return false
  const truths = everyOrder(asked)
  return truths !== undefined && faultsOf(asked, truths).length > 0
}

export function truthJson(truths: readonly (Truth | undefined)[]): Json {
  return truths.map((truth) => (truth ? { answer: truth.answer, without: truth.without } : null))
}

/** Per true answer: how many there were, and of how many of them each of ours told as much. */
type Shares = Map<string, { all: number; sums: number; tried: number }>

interface Asking {
  readonly shares?: Shares
  /** Whether what a promise is told is asked too. */
  readonly isPromised?: boolean
}

/** What we say that is not so, in words: with and without trying every order of small rests, and to a promise. */
export function faultsOf(
  asked: MustCase,
  truths: readonly (Truth | undefined)[],
  { shares, isPromised = true }: Asking = {},
): readonly string[] {
  const [sums, tried] = [ourAnswers(asked, false), ourAnswers(asked, true)]
  const [promised, questioned] = [isPromised ? promisedFates(asked) : [], questionAnswers(asked)]
  return truths.flatMap((truth, c) => {
    if (!truth) return []
    const said = [saidOf(sums[c]), saidOf(tried[c])] as const
    if (shares) countShare(shares, truth, said)
    const fates = promised[c] ?? []
    const wrong = [...said, ...fates.map(saidTo), questionedAs[questioned[c] ?? 'unknown']]
      .filter((one) => one !== 'unknown' && one !== truth.answer)
      .map((one) => `c${c}: ${one}, and it is ${truth.answer}`)
    const missing = sums[c] === undefined ? [`c${c}: no answer`] : []
    const without = Math.max(tried[c]?.without ?? 0, ...fates.map((fate) => fate.without))
    const tooMany = without > truth.without ? [`c${c}: ${without} without a place, and they are ${truth.without}`] : []
    const order = tried[c]?.failing
    const noOrder =
      order && !isFailing(asked, c, order, tried[c]?.boardOrder ?? []) ? [`c${c}: the order does not fail`] : []
    return [...new Set([...wrong, ...missing, ...tooMany, ...noOrder])]
  })
}

/** Where some only have a place, that is no cannot. */
function saidTo({ word, without, of }: LossFate): Said {
  return word === 'cannot' && without > 0 && without < of ? 'unknown' : word
}

const questionedAs = { can: 'must', cannot: 'cannot', unknown: 'unknown' } as const

function saidOf(row: Displaced | undefined): Said {
  if (!row) return 'unknown'
  if (row.least === row.pods) return 'must'
  return row.most === 0 ? 'cannot' : row.failing ? 'may' : 'unknown'
}

function countShare(shares: Shares, { answer }: Truth, [sums, tried]: readonly [Said, Said]): void {
  const share = shares.get(answer) ?? { all: 0, sums: 0, tried: 0 }
  shares.set(answer, share)
  share.all++
  if (sums === answer) share.sums++
  if (tried === answer) share.tried++
}

function sayShares(shares: Shares): readonly string[] {
  return [...shares].sort().map(([answer, { all, sums, tried }]) => {
    const percent = (part: number) => `${((100 * part) / all).toFixed(1)} %`
    if (answer === byScheduler)
      return `    of ${all} that are may: shown by an order of the scheduler itself ${percent(tried)}`
    const how =
      answer === 'may' ? 'shown by an order' : `proved by sums ${percent(sums)}, with every order of small rests tried`
    return `    of ${all} that are ${answer}: ${how} ${percent(tried)}`
  })
}
