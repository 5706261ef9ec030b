import assert from 'node:assert/strict'
import { test } from 'node:test'
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
    rollouts: [rollout('checkout', { of: [checkout], in: [live], by: canary(steps) })],
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
    'kept',
    '0.003472% of the requests may fail in 30 days, and 99.95% leaves 0.05%',
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
    'kept',
    '0.006944% of the requests may fail in 30 days, and 99.95% leaves 0.05%',
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
    'kept',
    '1% of the requests × 1% of them that may fail = 0.01%, and 99.95% leaves 0.05%: it may stand for ever',
  ],
  ['no availability is promised', { ...going({ steps: [{ weight: '10%' }] }), promises: () => [] }, undefined],
]

for (const [name, options, verdict, ...says] of rows) {
  test(`canaries: ${name}`, () => {
    const [answer] = verdictsOf(canaries, sampleWorld(options))
    assert.deepEqual([answer?.verdict, ...(answer ? linesOf(answer) : [])], [verdict, ...says])
  })
}
