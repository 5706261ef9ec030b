import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster, environment, platform, promise, service, total, undecided } from '../index.ts'
import type { Cluster, Environment } from '../platform/model.ts'
import { runPlatform } from './run-platform.ts'
import { machine } from './sample.ts'

const asOf = '2026-11-21'

const stand = (name: string): Cluster => cluster(name, { kubernetes: '1.34', nodes: [machine(`${name}-1`, 'a')] })

/** An environment of one service for each number: so many numbers of replicas are open. */
function shopOn(name: string, on: Cluster, ...open: readonly number[]): Environment {
  const runs = open.map((options, at) =>
    service(`${name}-${at}`, {
      replicas: undecided(`${name}-${at}`, ...Array.from({ length: options }, (_, n) => n + 1)),
    }),
  )
  return environment(name, { on, namespace: name, runs })
}

const east = stand('east')
const west = stand('west')

type Answer = readonly [id: string, verdict: string, world: string | undefined]

function answers(environments: readonly Environment[], ids: readonly string[]): readonly Answer[] {
  const promises = environments.map((one) => promise.figure(total.pods(one), { is: 3 }))
  const { verdicts } = runPlatform(platform('shops', { environments, promises }), { asOf })
  return ids.map((id) => {
    const found = verdicts.find((verdict) => verdict.id === id)
    return [id, found?.verdict ?? 'not asked', found?.world]
  })
}

const rows: [name: string, environments: readonly Environment[], answers: readonly Answer[]][] = [
  [
    'few choices: all worlds of the platform',
    [shopOn('live', east, 2, 2)],
    [
      ['figure/live/pods', 'unknown', 'live-0=1, live-1=1'],
      ['placed/live/live-0', 'kept', undefined],
    ],
  ],
  [
    'many on two clusters: each by its own choices',
    [shopOn('live', east, 32), shopOn('trial', west, 33)],
    [
      ['figure/live/pods', 'unknown', 'live-0=1 and 30 others'],
      ['placed/live/live-0', 'kept', undefined],
      ['figure/trial/pods', 'unknown', 'trial-0=1 and 31 others'],
      ['placed/trial/trial-0', 'kept', undefined],
    ],
  ],
  [
    'too many on one cluster: nothing there is known, and what stands elsewhere is',
    [shopOn('live', east, 2), shopOn('trial', west, 40), shopOn('extra', west, 40)],
    [
      ['figure/live/pods', 'broken', undefined],
      ['placed/live/live-0', 'kept', undefined],
      ['figure/trial/pods', 'unknown', undefined],
      ['placed/trial/trial-0', 'unknown', undefined],
      ['placed/extra/extra-0', 'unknown', undefined],
    ],
  ],
  [
    'an open cluster is read by all that may share it',
    [shopOn('live', east, 2), shopOn('trial', undecided('where', east, west), 400)],
    [
      ['figure/live/pods', 'unknown', undefined],
      ['figure/trial/pods', 'unknown', undefined],
    ],
  ],
]

for (const [name, environments, expected] of rows) {
  test(`open choices: ${name}`, () => {
    for (const order of [environments, environments.toReversed()])
      assert.deepEqual(
        answers(
          order,
          expected.map(([id]) => id),
        ),
        expected,
      )
  })
}

test('open choices: what is not judged says why, and the report too', () => {
  const environments = [shopOn('live', east, 32, 64)]
  const promises = [promise.fits({ in: environments[0] })]
  const { verdicts, notes } = runPlatform(platform('shops', { environments, promises }), { asOf })
  const why = /^open choices make 2048 worlds, more than 1024 are not judged: live-0 \(32\)/
  assert.match(notes[0]?.says ?? '', why)
  assert.ok(verdicts.length > 2)
  for (const { id, verdict, because } of verdicts) {
    assert.equal(verdict, 'unknown', id)
    assert.match(because[0]?.says.line ?? '', why)
  }
})
