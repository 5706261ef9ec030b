import type { Json, JsonObject } from '../json.ts'
import { keptCases } from '../kept.ts'
import { type Bounds, countOne, type Disagreement, newTally, type Outcome, type Tally } from '../outcome.ts'
import { built } from '../programs.ts'
import { randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import type { Suite } from '../suite.ts'
import { type Judge, startJudge } from '../values/judge.ts'
import { versions } from '../versions.ts'
import { inventPolicyCase } from './invent.ts'
import { oursOf } from './ours.ts'
import { isPolicyCase, type PolicyCase } from './policy-case.ts'
import { type Standing, standing } from './standing.ts'
import { type Theirs, theirsOf } from './theirs.ts'

const name = 'reachability'
const usualCases = 2_500
const batch = 50
// Answers take a millisecond.
const longestShrinking = 4_000

export const reachability: Suite = {
  name,
  comparisons: [name],
  needs: () => ['cyclonus'],
  async ask(_, boundsFor, tell) {
    const judge = startJudge(await built('cyclonus', tell.line))
    try {
      const kept = (await keptCases(name)).map(([, { asked }]) => asked as unknown as PolicyCase)
      tell.outcome(await comparePolicies(judge, kept, boundsFor(usualCases)))
    } finally {
      judge.stop()
    }
  },
  answeredBy: () => `cyclonus ${versions.cyclonus}`,
}

/** The kept cases first, then new ones. */
async function comparePolicies(judge: Judge, kept: readonly PolicyCase[], bounds: Bounds): Promise<Outcome> {
  const { seed, cases, until, show } = bounds
  const started = performance.now()
  const random = randomOf(seedFor(seed, name))
  const counted: Counted = { tally: newTally(), connections: 0, apart: 0, ownSelectors: 0 }
  if (kept.length > 0) await askBatch(judge, kept, counted, show)
  for (let count = 0; count < cases && performance.now() < until; count += batch) {
    const invented = random.list(Math.min(batch, cases - count), () => inventPolicyCase(random))
    await askBatch(judge, invented, counted, show)
  }
  const { tally, connections, apart, ownSelectors } = counted
  tally.notes.set('connections, each asked one by one and out of the matrix', connections)
  tally.notes.set('sides of which cyclonus, reading a NotIn or an empty value itself, says otherwise', ownSelectors)
  tally.apart.set('connections that hang on the addresses of pods, which are the plugin’s', apart)
  const tookSeconds = (performance.now() - started) / 1000
  return { comparison: name, says: 'sets of policies, every pair at every port', ...tally, tookSeconds }
}

interface Counted {
  readonly tally: Tally
  connections: number
  apart: number
  ownSelectors: number
}

async function askBatch(judge: Judge, cases: readonly PolicyCase[], counted: Counted, show: number): Promise<void> {
  const { tally } = counted
  const theirs = await theirsOf(judge, cases)
  for (const [at, one] of cases.entries()) {
    const answer = theirs[at]
    const stands = answer && standingOf(one, answer)
    if (!stands) {
      countOne(tally.apart, 'that cyclonus refuses')
      continue
    }
    counted.connections += stands.asked
    counted.apart += stands.apart
    counted.ownSelectors += answer.ownSelectors
    if (stands.differences.length === 0) tally.passed++
    else {
      tally.failed++
      if (tally.disagreements.length < show) tally.disagreements.push(await shrunk(judge, one, stands))
    }
  }
}

function standingOf(one: PolicyCase, { answer }: Theirs): Standing | undefined {
  return answer && standing(one, oursOf(one), answer)
}

/** One snapshot and one question. */
async function shrunk(judge: Judge, found: PolicyCase, { differences }: Standing): Promise<Disagreement> {
  const [first] = differences
  const ports = found.ports.slice(first?.port, (first?.port ?? 0) + 1)
  const single = { ...found, ports, from: first?.from, to: first?.to } as unknown as JsonObject
  const small = await smallest(
    single,
    async (candidate) => {
      if (!isPolicyCase(candidate)) return false
      const one = candidate as unknown as PolicyCase
      const [theirs] = await theirsOf(judge, [one])
      return theirs !== undefined && (standingOf(one, theirs)?.differences.length ?? 0) > 0
    },
    longestShrinking,
  )
  const one = small as unknown as PolicyCase
  const [theirs] = await theirsOf(judge, [one])
  const told = theirs ? standingOf(one, theirs)?.differences : []
  return {
    comparison: name,
    asked: small,
    ours: told as unknown as Json,
    theirs: (theirs?.answer ?? null) as Json,
  }
}
