import { setTimeout as pause } from 'node:timers/promises'
import type { Loss } from '../../src/engine/nodeloss/loss.ts'
import type { Json, JsonObject } from '../json.ts'
import { keptCases } from '../kept.ts'
import { type Bounds, countOne, newTally, type Outcome, type Tally } from '../outcome.ts'
import { type Random, randomOf, seedFor } from '../random.ts'
import type { Suite } from '../suite.ts'
import { versions } from '../versions.ts'
import { inventPeriods } from './control-plane.ts'
import { differences } from './judge.ts'
import { type Played, play } from './play.ts'
import { putUp, takeDown } from './put-up.ts'
import type { LossRecord } from './record.ts'
import { inventEnd, inventScenario, isLong, type Scenario } from './scenario.ts'
import { smallestLoss } from './smallest-loss.ts'
import { type Stage, startStage } from './stage.ts'

const name = 'timers'

export const timers: Suite = {
  name,
  comparisons: [name],
  needs: () => ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'],
  ask: async (_, boundsFor, tell) =>
    tell.outcome(await compareTimers(boundsFor(usualScenarios, usualSeconds), tell.line)),
  answeredBy: () => `kube-controller-manager ${versions.kubernetes}`,
}

const [usualScenarios, usualSeconds] = [14, 150]
// Side by side: more of them, and the machine is what is measured.
const together = 14
const apartMs = 700
// Before the end, so that the last scenario has its time.
const endSeconds = 30

async function compareTimers(bounds: Bounds, tell: (line: string) => void): Promise<Outcome> {
  const started = performance.now()
  const tally = newTally()
  const done = (): Outcome => ({
    comparison: name,
    says: 'node loss: each node and pod of it, when, and what replaces it',
    ...tally,
    tookSeconds: (performance.now() - started) / 1000,
  })
  // What was written down once needs no cluster; where that is wrong already, nothing new is asked.
  for (const [, { asked, answer }] of await keptCases(name)) count(tally, bounds, ofKept(asked, answer))
  if (tally.failed > 0) return done()
  const random = randomOf(seedFor(bounds.seed, name))
  const stage = await startStage(inventPeriods(random), tell)
  try {
    await Promise.race([askAll(stage, random, bounds, tally), stage.broken])
    countOne(tally.notes, `scenarios with ${JSON.stringify(stage.plane.periods)}`)
  } finally {
    await stage.stop()
  }
  return done()
}

async function askAll(stage: Stage, random: Random, bounds: Bounds, tally: Tally): Promise<void> {
  const lastMs = bounds.until - endSeconds * 1000
  for (let asked = 0; asked < bounds.cases && performance.now() < lastMs; asked += together) {
    const scenarios = random.list(Math.min(together, bounds.cases - asked), () =>
      inTime(() => inventScenario(random, stage.plane.periods), lastMs),
    )
    const named = scenarios.map((scenario, index) => ({ id: `s${asked + index}`, scenario }))
    for (const { id, scenario } of named) await putUp(stage, id, scenario)
    // One look at all nodes would be long where many are lost at once.
    const played = await Promise.all(
      named.map(async ({ id, scenario }, index) => {
        await pause(index * apartMs)
        return play(stage, id, scenario, lastMs)
      }),
    )
    for (const { id, scenario } of named) await takeDown(stage, id, scenario)
    for (const [index, one] of played.entries()) {
      const scenario = scenarios[index]
      if (scenario) count(tally, bounds, await surely(stage, `r${asked + index}`, scenario, one, bounds))
    }
  }
  const end = inventEnd(random)
  await putUp(stage, 'end', end)
  count(tally, bounds, await play(stage, 'end', end, bounds.until + endSeconds * 1000))
}

// The pods of a removed node are collected after a minute or more.
function inTime(invent: () => Scenario, untilMs: number): Scenario {
  const isShort = untilMs - performance.now() < 100_000
  for (let tries = 0; tries < 50; tries++) {
    const scenario = invent()
    if (!isShort || !isLong(scenario)) return scenario
  }
  return invent()
}

// On a busy machine things come late: a scenario of which anything did is made once more, alone.
async function surely(stage: Stage, id: string, scenario: Scenario, played: Played, bounds: Bounds): Promise<Played> {
  const { found } = differences(played.loss, played.record)
  if (found.length === 0 || !found.every(({ isLate }) => isLate)) return played
  if (bounds.until - performance.now() < endSeconds * 2000) return played
  await putUp(stage, id, scenario)
  const again = await play(stage, id, scenario, bounds.until - endSeconds * 1000)
  await takeDown(stage, id, scenario)
  return again
}

function count(tally: Tally, { show }: Bounds, { loss, record }: Played): void {
  const { asked, found } = differences(loss, record)
  tally.passed += asked - found.length
  tally.failed += found.length
  if (found.length === 0 || tally.disagreements.length >= show) return
  const small = smallestLoss(loss, record)
  tally.disagreements.push({
    comparison: name,
    asked: small.loss as unknown as JsonObject,
    ours: differences(small.loss, small.record).found as unknown as Json,
    theirs: small.record as unknown as Json,
  })
}

function ofKept(asked: JsonObject, answer: Json): Played {
  return { loss: asked as unknown as Loss, record: answer as unknown as LossRecord }
}
