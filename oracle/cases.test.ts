// What real Kubernetes answered once, asked of us again: needs no Go.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Loss } from '../src/engine/nodeloss/loss.ts'
import { access } from './access/compare.ts'
import { oursOfText } from './admission/documents.ts'
import { agrees, type CreatedPods, ourPods } from './admission/pod-answers.ts'
import type { Scenario } from './admission/scenario.ts'
import type { Answer } from './admission/server.ts'
import { ours, standing as standingOfObject } from './admission/verdict.ts'
import { type EvictionCase, ourEvictions } from './disruption/eviction.ts'
import { controllerComparisons } from './disruption/suite.ts'
import { type KeptCase, keptCases, keptFolders } from './kept.ts'
import type { MustCase } from './must/case.ts'
import { faultsOf, truthJson } from './must/compare.ts'
import { everyOrder } from './must/every-order.ts'
import { placedRight } from './placement/by-classes.ts'
import { type KeptQuestion, keptScene } from './placement/compare.ts'
import { refuted } from './placement/losses.ts'
import { viewDiffers } from './placement/own-view.ts'
import type { RealAnswer } from './placement/real.ts'
import { replay as replayPlacement } from './placement/replay.ts'
import type { Question } from './placement/scene.ts'
import { denied, deniedOtherwise, type Witness, walked } from './placement/witness.ts'
import type { TheirAnswer } from './reachability/answers.ts'
import { oursOf } from './reachability/ours.ts'
import type { PolicyCase } from './reachability/policy-case.ts'
import { standing as standingOfPolicies } from './reachability/standing.ts'
import { differences } from './timers/judge.ts'
import type { LossRecord } from './timers/record.ts'
import { oursOrCrash } from './values/answerer.ts'
import { standing } from './values/compare.ts'
import { comparable } from './values/comparison.ts'
import { valueComparisons } from './values/index.ts'

type Replay = (kept: KeptCase) => void

const replays = new Map<string, Replay>([
  ...[...valueComparisons, ...controllerComparisons, access].map((comparison): [string, Replay] => [
    comparison.asks,
    ({ asked, answer }) => {
      const ours = oursOrCrash(comparison, asked)
      if (standing(comparison, asked, { ours, theirs: answer }) !== 'differ') return
      assert.deepEqual(comparable(comparison, ours), comparable(comparison, answer))
    },
  ]),
  ['eviction', ({ asked, answer }) => assert.deepEqual(ourEvictions(asked as unknown as EvictionCase), answer)],
  [
    'object',
    ({ asked, answer }) => assert.equal(standingOfObject(ours(asked), answer as unknown as Answer).is, 'agree'),
  ],
  [
    'document',
    ({ asked, answer }) =>
      assert.equal(standingOfObject(oursOfText(String(asked.text)), answer as unknown as Answer).is, 'agree'),
  ],
  [
    'reachability',
    ({ asked, answer }) => {
      const one = asked as unknown as PolicyCase
      assert.deepEqual(standingOfPolicies(one, oursOf(one), answer as TheirAnswer).differences, [])
    },
  ],
  ...['placement', 'preemption'].map((name): [string, Replay] => [
    name,
    ({ asked, answer }) => {
      const { difference, unknown } = replayPlacement(
        asked as unknown as Question,
        answer as unknown as readonly RealAnswer[],
      )
      assert.deepEqual({ difference, unknown }, { difference: undefined, unknown: [] })
    },
  ]),
  [
    'assignment',
    ({ asked, answer }) => {
      const question = asked as unknown as Question
      assert.equal(placedRight(question, answer as unknown as readonly RealAnswer[]), undefined)
    },
  ],
  ['admitted', ({ asked }) => assert.equal(viewDiffers(keptScene(asked as unknown as KeptQuestion)), undefined)],
  [
    'timers',
    ({ asked, answer }) =>
      assert.deepEqual(differences(asked as unknown as Loss, answer as unknown as LossRecord).found, []),
  ],
  [
    'walk',
    ({ asked, answer }) =>
      assert.equal(denied(walked(asked as unknown as Question), answer as unknown as readonly RealAnswer[]), undefined),
  ],
  [
    'witness',
    ({ asked, answer }) => {
      const wrong =
        'order' in asked
          ? deniedOtherwise(asked as unknown as Witness, answer as unknown as readonly RealAnswer[])
          : refuted(asked as unknown as MustCase)
      assert.equal(wrong, undefined)
    },
  ],
  [
    'must',
    ({ asked, answer }) => {
      const truths = everyOrder(asked as unknown as MustCase) ?? []
      assert.deepEqual(truthJson(truths), answer)
      assert.deepEqual(faultsOf(asked as unknown as MustCase, truths), [])
    },
  ],
  [
    'pods',
    ({ asked, answer }) => replayPods(asked as unknown as Scenario, answer as unknown as readonly CreatedPods[]),
  ],
])

function replayPods(scenario: Scenario, answers: readonly CreatedPods[]): void {
  const admitted = ourPods(scenario)
  for (const theirs of answers) {
    const mine = admitted.find(({ workload }) => workload === theirs.workload)
    assert.ok(
      mine !== undefined && agrees({ mine, theirs }),
      `${theirs.workload}: ${theirs.created} created, ${theirs.says}`,
    )
  }
}

for (const comparison of await keptFolders()) {
  for (const [file, kept] of await keptCases(comparison)) {
    test(`${comparison}/${file} as ${kept.by} answers`, () => {
      const replay = replays.get(comparison)
      assert.ok(replay, `nothing replays ${comparison}`)
      replay(kept)
    })
  }
}
