import type { ApiServer } from '../apiserver.ts'
import { type Json, type JsonObject, sameText } from '../json.ts'
import { keptCases } from '../kept.ts'
import { type Bounds, type Disagreement, newTally, type Outcome, type Tally } from '../outcome.ts'
import { randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import type { Tell } from '../suite.ts'
import { startEvictingServer } from './evicting-server.ts'
import { type EvictionCase, inventCounted, inventStored, isEvictionCase, ourEvictions } from './eviction.ts'
import { realEvictions } from './real-evictions.ts'

const name = 'eviction'
const connections = 6
// Each step of shrinking waits until the controller should have counted.
const [longestShrinkingSeconds, shrinkingSteps] = [60, 60]

/** First against statuses that are written as they come, then against those that the disruption controller writes. */
export async function compareEvictions(bounds: Bounds, tell: Tell): Promise<Outcome> {
  const server = await startEvictingServer(tell.line)
  const started = performance.now()
  const random = randomOf(seedFor(bounds.seed, name))
  const kept = (await keptCases(name)).map(([, { asked }]) => asked as unknown as EvictionCase)
  const tally = newTally()
  const found: EvictionCase[] = []
  try {
    const stored = Math.ceil(bounds.cases / 2)
    const [first, second] = [
      random.list(stored, () => inventStored(random)),
      random.list(bounds.cases - stored, () => inventCounted(random)),
    ]
    const middle = performance.now() + (bounds.until - performance.now()) / 3
    found.push(...(await asked(server.api, [...kept.filter(({ is }) => is === 'stored'), ...first], middle, tally)))
    tally.disagreements.push(...(await shrunk(server.api, found, bounds)))
    await server.startCounting()
    const counted = await asked(
      server.api,
      [...kept.filter(({ is }) => is === 'counted'), ...second],
      bounds.until,
      tally,
    )
    tally.disagreements.push(...(await shrunk(server.api, counted, bounds)))
  } finally {
    await server.stop()
  }
  const tookSeconds = (performance.now() - started) / 1000
  return { comparison: name, says: 'evictions, granted and refused, in turn', ...tally, tookSeconds }
}

/** The cases that disagree. */
async function asked(
  api: ApiServer,
  cases: readonly EvictionCase[],
  until: number,
  tally: Tally,
): Promise<EvictionCase[]> {
  const found: EvictionCase[] = []
  const queue = cases.values()
  const ask = async () => {
    for (const one of queue) {
      if (performance.now() > until) return
      const { ours, theirs } = await both(api, one)
      if (sameText(ours) === sameText(theirs)) tally.passed++
      else {
        tally.failed++
        found.push(one)
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, ask))
  return found
}

async function both(api: ApiServer, one: EvictionCase): Promise<{ readonly ours: Json; readonly theirs: Json }> {
  return { ours: ourEvictions(one), theirs: await realEvictions(api, one) }
}

async function shrunk(api: ApiServer, found: readonly EvictionCase[], { show }: Bounds): Promise<Disagreement[]> {
  const disagreements: Disagreement[] = []
  for (const one of found.slice(0, show)) {
    const until = performance.now() + longestShrinkingSeconds * 1000
    const still = async (candidate: JsonObject) => {
      if (performance.now() > until || !isEvictionCase(candidate)) return false
      const { ours, theirs } = await both(api, candidate)
      return sameText(ours) !== sameText(theirs)
    }
    const small = await smallest(one as unknown as JsonObject, still, shrinkingSteps)
    const { ours, theirs } = await both(api, small as unknown as EvictionCase)
    disagreements.push({ comparison: name, asked: small, ours, theirs })
  }
  return disagreements
}
