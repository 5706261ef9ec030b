import assert from 'node:assert/strict'
import { test } from 'node:test'
import { branch } from '../../platform/language/branch.ts'
import { pipeline, stage } from '../../platform/language/pipeline.ts'
import type { PlatformOptions } from '../../platform/language/platform.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { type ReleaseOptions, release } from '../../platform/language/release.ts'
import type { Duration, Range } from '../../platform/units.ts'
import { linesOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { released } from './released.ts'
import { askedOf, type Places } from './sample-plans.ts'

const main = branch('main')

function ship({ live }: Places, takes?: Duration | Range<Duration>, name = 'ship') {
  const stages = [
    stage('build', { does: ['build'], ...(takes && { takes }) }),
    stage('deploy', { does: ['deploy'], in: live, takes: { from: '5m', to: '10m' } }),
  ]
  return { pipelines: [pipeline(name, { on: ['push'], branches: [main], stages })] }
}

type Said = Partial<ReleaseOptions> | ((places: Places) => Partial<ReleaseOptions>)

const rows: [
  name: string,
  said: Said,
  plans: (places: Places) => Partial<PlatformOptions>,
  verdict: Word | undefined,
  line: string,
][] = [
  ['whenever somebody wants it', {}, () => ({}), undefined, ''],
  [
    'as often as it is said',
    { every: 'week' },
    ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, on: 'schedule', every: 'day' })] }),
    'kept',
    'patches are said to go out every 7d, and the promotion from trial to live comes every 24h',
  ],
  [
    'not as often as it is said',
    { every: 'day' },
    ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, on: 'schedule', every: 'week' })] }),
    'broken',
    'patches are said to go out every 24h, and the promotion from trial to live comes every 7d only',
  ],
  [
    'each change at once',
    { every: 'fortnight' },
    (places) => ship(places),
    'unknown',
    'patches are said to go out every 14d, and ship takes each change as it comes: nobody says what holds one back until its day',
  ],
  [
    'in time',
    { within: '1h' },
    (places) => ship(places, '20m'),
    'kept',
    'patches are there after 30m at the latest, and 1h is said',
  ],
  [
    'too late',
    { within: '15m' },
    (places) => ship(places, '20m'),
    'broken',
    'patches are there after 25m at the earliest, and 15m is said',
  ],
  [
    'by the way that is soonest, whatever it is called',
    { within: '15m' },
    (places) => ({ pipelines: [...ship(places, '20m').pipelines, ...ship(places, '2m', 'urgent').pipelines] }),
    'kept',
    'patches are there after 12m at the latest, and 15m is said',
  ],
  [
    'in time at best, and not at worst',
    { within: '15m' },
    (places) => ship(places, { from: '2m', to: '20m' }),
    'broken',
    'patches are there after 30m at the latest, and 15m is said',
  ],
  [
    'nobody says how long a stage takes',
    { within: '1h' },
    (places) => ship(places),
    'unknown',
    'patches are to be there within 1h, and nobody says how long build takes',
  ],
  [
    'nobody says by which way',
    { within: '1h' },
    () => ({}),
    'unknown',
    'patches are to be there within 1h, and nobody says how long the way to live takes',
  ],
  [
    'after a schedule',
    { within: '24h' },
    ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, on: 'schedule', every: 'week' })] }),
    'broken',
    'patches are there after 7d at the latest, and 24h is said',
  ],
  [
    'through where it is to be tried',
    ({ trial }) => ({ validatedIn: trial }),
    ({ trial, last, live }) => ({
      promotions: [promotion({ from: trial, to: last }), promotion({ from: last, to: live })],
    }),
    'kept',
    'patches come to live from trial: promotion from last to live',
  ],
  [
    'in time, unless it is tried again',
    { within: '1h' },
    ({ live }) => ({
      pipelines: [
        pipeline('ship', {
          on: ['push'],
          stages: [
            stage('build', { does: ['build'], takes: '20m', retries: 2 }),
            stage('deploy', { does: ['deploy'], in: live, takes: '10m' }),
          ],
        }),
      ],
    }),
    'broken',
    'patches are there after 70m at the latest, and 1h is said',
  ],
  [
    'past where it is to be tried',
    ({ trial }) => ({ validatedIn: trial }),
    (places) => ship(places),
    'broken',
    'patches are to be tried in trial, and no way to live leads through it',
  ],
  [
    'nobody says by which way it is tried',
    ({ trial }) => ({ validatedIn: trial }),
    () => ({}),
    'unknown',
    'patches are to be tried in trial, and no way to live leads through it',
  ],
]

for (const [name, said, plans, verdict, line] of rows) {
  test(`released: ${name}`, () => {
    const [found] = askedOf(released, (places) => {
      const options = typeof said === 'function' ? said(places) : said
      return { releases: [release('patches', { to: places.live, every: 'demand', ...options })], ...plans(places) }
    })
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    if (verdict !== undefined) assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })
}
