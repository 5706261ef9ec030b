import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gate, pipeline, stage } from '../../platform/language/pipeline.ts'
import { promise } from '../../platform/language/promise.ts'
import { release } from '../../platform/language/release.ts'
import { rollout } from '../../platform/language/rollout.ts'
import { canary } from '../../platform/language/strategy.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { canaries } from './canaries.ts'

type Steps = NonNullable<Parameters<typeof canary>[0]>

const going = (steps: Steps, every?: 'week' | 'demand', mostPerMonth?: number): ShopOptions => ({
  promises: ({ live }) => [promise.availability({ in: live, atLeast: '99.95%' })],
  plans: ({ live, checkout }) => ({
    rollouts: [rollout('checkout', { of: [checkout], in: [live], by: canary({ by: 'Flagger', ...steps }) })],
    ...(every && { releases: [release('features', { to: live, every, ...(mostPerMonth && { mostPerMonth }) })] }),
  }),
})

const rows: [name: string, options: ShopOptions, verdict: string | undefined, ...says: readonly string[]][] = [
  [
    'nobody says how long it stands',
    going({ steps: [{ weight: '10%' }], abortsAbove: '5%' }),
    'unknown',
    '10% of the requests × 5% of them that may fail = 0.5%, and 99.95% leaves 0.05%: it may stand for 3d in 30 days, and nobody says for how long and how often it does',
  ],
  [
    'an hour a week',
    going({ steps: [{ weight: '10%', for: '1h' }], abortsAbove: '5%' }, 'week'),
    'assumed',
    '0.003472% of the requests may fail in 30 days, and 99.95% leaves 0.05%',
    'more than 5% that fail take it back: by Flagger',
  ],
  [
    'a day a week',
    going({ steps: [{ weight: '10%', for: '24h' }], abortsAbove: '5%' }, 'week'),
    'broken',
    '0.08333% of the requests may fail in 30 days, and 99.95% leaves 0.05%',
  ],
  [
    'nothing takes it back',
    going({ steps: [{ weight: '10%', for: '1h' }] }, 'week'),
    'broken',
    '0.06944% of the requests may fail in 30 days, and 99.95% leaves 0.05%',
  ],
  [
    'whenever somebody wants',
    going({ steps: [{ weight: '10%', for: '1h' }], abortsAbove: '5%' }, 'demand'),
    'unknown',
    '10% of the requests × 5% of them that may fail = 0.5%, and 99.95% leaves 0.05%: it may stand for 3d in 30 days, and nobody says for how long and how often it does',
  ],
  [
    'whenever somebody wants, ten times a month at most',
    going({ steps: [{ weight: '10%', for: '1h' }], abortsAbove: '5%' }, 'demand', 10),
    'assumed',
    '0.006944% of the requests may fail in 30 days, and 99.95% leaves 0.05%',
    'more than 5% that fail take it back: by Flagger',
  ],
  [
    'whenever somebody wants, a hundred times a month at most',
    going({ steps: [{ weight: '10%', for: '1h' }], abortsAbove: '5%' }, 'demand', 100),
    'broken',
    '0.06944% of the requests may fail in 30 days, and 99.95% leaves 0.05%',
  ],
  [
    'so few that it may stand for ever',
    going({ steps: [{ weight: '1%' }], abortsAbove: '1%' }),
    'assumed',
    '1% of the requests × 1% of them that may fail = 0.01%, and 99.95% leaves 0.05%: it may stand for ever',
    'more than 1% that fail take it back: by Flagger',
  ],
  ['no availability is promised', { ...going({ steps: [{ weight: '10%' }] }), promises: () => [] }, undefined],
]

for (const [name, options, verdict, ...says] of rows) {
  test(`canaries: ${name}`, () => {
    const [answer] = verdictsOf(canaries, sampleWorld(options))
    assert.deepEqual([answer?.verdict, ...(answer ? linesOf(answer) : [])], [verdict, ...says])
  })
}

const back: [name: string, by: string | undefined, verdict: string, line: string][] = [
  ['Argo Rollouts', 'Argo Rollouts', 'assumed', 'more than 5% that fail take it back: by Argo Rollouts'],
  ['as its image is called', 'flagger', 'assumed', 'more than 5% that fail take it back: by flagger'],
  [
    'a program that nobody knows',
    'our script',
    'unknown',
    'more than 5% that fail take it back, and whether our script does that is not known',
  ],
  [
    'nothing',
    undefined,
    'unknown',
    'more than 5% that fail take it back, and nobody says by what: a Deployment looks at readiness, not at failed requests; a mesh shares out requests as it is told',
  ],
]

for (const [name, by, verdict, line] of back)
  test(`canaries: taken back by ${name}, of whatever is promised`, () => {
    const strategy = canary({ steps: [{ weight: '10%' }], abortsAbove: '5%', ...(by !== undefined && { by }) })
    const world = sampleWorld({
      plans: ({ checkout }) => ({ rollouts: [rollout('web', { of: [checkout], by: strategy })] }),
    })
    const [found] = verdictsOf(canaries, world)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), [line])
  })

test('canaries: what is declared to take it back, denied', () => {
  const world = sampleWorld(going({ steps: [{ weight: '1%' }], abortsAbove: '1%' }), {
    denied: ['taken-back/live/Flagger'],
  })
  assert.equal(verdictsOf(canaries, world)[0]?.verdict, 'broken')
})

test('canaries: a stage behind looks at the same bound, and goes back', () => {
  const asked = (below: '5%' | '1%', onFailure: 'rollback' | 'stop') =>
    verdictsOf(
      canaries,
      sampleWorld({
        plans: ({ live }) => ({
          pipelines: [
            pipeline('main', {
              on: ['push'],
              stages: [
                stage('out', {
                  does: ['deploy'],
                  in: live,
                  by: [canary({ steps: [{ weight: '10%' }], abortsAbove: '5%' })],
                }),
                stage('look', { does: ['verify'], in: live, gates: [gate('errors', { below })], onFailure }),
              ],
            }),
          ],
        }),
      }),
    )[0]
  const found = asked('5%', 'rollback')
  assert.deepEqual(found && linesOf(found), ['more than 5% that fail take it back: by the stage look'])
  assert.equal(asked('1%', 'rollback')?.verdict, 'unknown')
  assert.equal(asked('5%', 'stop')?.verdict, 'unknown')
})
