// What is said of a failure, against schedulers: who must find a place is never refused by ours, whatever the order and the
// choice; who cannot is never placed; and where not all find a place by choices that the real scheduler may make, it makes them.

import type { Displaced } from '../../src/engine/loss/judge.ts'
import { witnessesOf } from '../../src/engine/loss/witness.ts'
import { asJson, type Json, type JsonObject, sameText } from '../json.ts'
import { inventCase, type MustCase } from '../must/case.ts'
import { estateOf, ourAnswers } from '../must/ours.ts'
import { withSeats } from '../must/seats.ts'
import { isWhole } from '../must/whole.ts'
import { type Bounds, countOne, newTally, type Outcome, type Tally } from '../outcome.ts'
import { type Random, randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import { afterLoss, beforeLoss, pending } from './after-loss.ts'
import type { RealAnswer, RealScheduler } from './real.ts'
import { type Tried, tryOrder } from './try-order.ts'
import { deniedOtherwise, questionOf, type Witness } from './witness.ts'

export const comparison = 'witness'

const ordersTried = 8
const walksTried = 40

/** A verdict that an order of pods refutes, or an order that the real scheduler does not take. */
type Wrong =
  | { readonly says: string; readonly asked: MustCase; readonly order: Json }
  | { readonly says: string; readonly witness: Witness; readonly theirs: readonly RealAnswer[] }

export async function compareLosses(
  real: RealScheduler,
  kept: readonly (Witness | MustCase)[],
  { seed, cases, until, show, isFirstEnough = false }: Bounds,
): Promise<Outcome> {
  const started = performance.now()
  const random = randomOf(seedFor(seed, comparison))
  const tally = newTally()
  const count = async (wrong: Wrong | undefined) => {
    if (!wrong) tally.passed++
    else {
      tally.failed++
      if (tally.disagreements.length < show) tally.disagreements.push(await told(wrong))
    }
  }
  for (const one of kept) await count('order' in one ? await deniedBy(real, one) : refuted(one))
  const isOver = () => performance.now() >= until || (isFirstEnough && tally.failed > 0)
  for (let at = 0; at < cases && !isOver(); at++) {
    const empty = inventCase(random)
    const asked = random.chance(0.6) ? withSeats(empty, random) : empty
    await count(refuted(asked, random, tally) ?? (await lostByChoice(real, asked, random, tally)))
  }
  const says = 'failures: what must, cannot, may find a place'
  return { comparison, says, ...tally, tookSeconds: (performance.now() - started) / 1000 }
}

/** A class that must be placed and is refused in the end, or cannot and is placed. */
export function refuted(asked: MustCase, random: Random = randomOf(1), tally?: Tally): Wrong | undefined {
  const rows = ourAnswers(asked, true)
  if (tally) for (const row of rows) if (row) countOne(tally.notes, `said: ${saidOf(row)}`)
  for (let at = 0; at < ordersTried; at++) {
    const seen = asked.seats ? asked : settled(asked, random)
    if (!seen) continue
    const after = afterLoss(seen)
    const tried = tryOrder(after, random, 'feasible')
    // Whoever makes others go changes what they were asked about.
    if (tried.hasVictims) continue
    for (const [c, row] of rows.entries()) {
      if (!row || !isAsked(asked, seen, c)) continue
      const [said, came, displaced] = [saidOf(row), cameOf(tried, c), after.displaced[c] ?? 0]
      const isWrong = (said === 'must' && came < displaced) || (said === 'cannot' && came > 0)
      if (isWrong) return { says: `c${c}: ${said}, and ${came} of ${displaced} came`, asked, order: orderOf(tried) }
    }
  }
  return undefined
}

/** The case with pods where some order has placed them, from an empty cluster; undefined where one made others go. */
function settled(asked: MustCase, random: Random): MustCase | undefined {
  const { placed, hasVictims } = tryOrder(beforeLoss(asked), random, 'feasible')
  if (hasVictims) return undefined
  const at = (c: number) => placed.filter(({ mover }) => mover.c === c).map(({ node }) => Number(node.slice(1)))
  return { ...asked, seats: asked.classes.map((_, c) => at(c)) }
}

// Where nothing was seen, only of classes is spoken that stood whole, and that the failure meets.
function isAsked(asked: MustCase, { seats, classes, lost }: MustCase, c: number): boolean {
  const own = seats?.[c] ?? []
  if (asked.seats) return true
  return own.length === classes[c]?.count && own.some((node) => lost.includes(node))
}

function saidOf({ least, most, pods }: Displaced): 'must' | 'cannot' | 'may' {
  return least === pods ? 'must' : most === 0 ? 'cannot' : 'may'
}

function cameOf({ placed }: Tried, c: number): number {
  return placed.filter(({ mover }) => mover.c === c).length
}

/** Orders along best nodes, followed by the real scheduler: any, and one in which a class that may fail does. */
async function lostByChoice(
  real: RealScheduler,
  asked: MustCase,
  random: Random,
  tally: Tally,
): Promise<Wrong | undefined> {
  const seen = asked.seats ? asked : settled(asked, random)
  if (!seen) return undefined
  const after = afterLoss(seen)
  const any = tryOrder(after, random, 'best')
  const wrong = any.hasVictims ? undefined : await deniedBy(real, any.witness)
  if (wrong) return wrong
  const claimed = random.chance(0.3) ? await claimedBySweep(real, asked, tally) : undefined
  if (claimed || !asked.seats) return claimed
  for (const [c, row] of ourAnswers(asked, true).entries()) {
    if (!row || saidOf(row) !== 'may') continue
    const tried = walkThatLoses(after, c, random)
    countOne(tally.notes, `may: ${tried ? 'fails by an order along best nodes' : 'no such order found'}`)
    const wrong = tried && (await deniedBy(real, tried.witness))
    if (wrong) return wrong
  }
  return undefined
}

/** The orders that a sweep shows, followed by the real scheduler. */
async function claimedBySweep(real: RealScheduler, asked: MustCase, tally: Tally): Promise<Wrong | undefined> {
  const { estate, pods } = estateOf(asked)
  const lost = asked.lost.map((node) => `n${node}`)
  for (const { order, ...cluster } of witnessesOf(estate, pods, { lost, state: asked.state }).found.values()) {
    countOne(tally.notes, "orders of a sweep's own, followed")
    const steps = order.map(({ pod, node }) => ({ pod: pending(pod), node }))
    const wrong = await deniedBy(real, asJson({ ...cluster, order: steps }) as unknown as Witness)
    if (wrong) return wrong
  }
  return undefined
}

function walkThatLoses(after: ReturnType<typeof afterLoss>, c: number, random: Random): Tried | undefined {
  for (let at = 0; at < walksTried; at++) {
    const tried = tryOrder(after, random, 'best')
    if (!tried.hasVictims && cameOf(tried, c) < (after.displaced[c] ?? 0)) return tried
  }
  return undefined
}

async function deniedBy(real: RealScheduler, witness: Witness): Promise<Wrong | undefined> {
  const theirs = await real.ask(questionOf(witness))
  const difference = deniedOtherwise(witness, theirs)
  return difference && { says: `${difference.pod}: ${sameText(difference.ours)}`, witness, theirs }
}

function orderOf({ witness }: Tried): Json {
  return witness.order.map(({ pod, node }) => `${(pod.metadata as { name: string }).name} → ${node ?? 'refused'}`)
}

async function told(wrong: Wrong) {
  if ('witness' in wrong) {
    const { says, witness, theirs } = wrong
    return { comparison, asked: asJson(witness) as JsonObject, ours: says, theirs: asJson(theirs) }
  }
  const still = async (candidate: JsonObject) => {
    const asked = candidate as unknown as MustCase
    return isWhole(asked) && refuted(asked) !== undefined
  }
  const small = (await smallest(asJson(wrong.asked) as JsonObject, still)) as unknown as MustCase
  const again = refuted(small) ?? wrong
  return {
    comparison,
    asked: asJson(small) as JsonObject,
    ours: again.says,
    theirs: 'order' in again ? again.order : null,
  }
}
