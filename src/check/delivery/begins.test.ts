import assert from 'node:assert/strict'
import { test } from 'node:test'
import { branch } from '../../platform/language/branch.ts'
import { pipeline, stage } from '../../platform/language/pipeline.ts'
import type { PlatformOptions } from '../../platform/language/platform.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { release } from '../../platform/language/release.ts'
import { team } from '../../platform/language/team.ts'
import type { Promotion, Release } from '../../platform/model.ts'
import { linesOf } from '../sample.ts'
import { released } from './released.ts'
import { askedOf, type Places } from './sample-plans.ts'

type Plans = (places: Places) => Partial<PlatformOptions>

const lead = team('lead')

const on =
  (begins: NonNullable<Promotion['on']>): Plans =>
  ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, on: begins })] })

const weekly: Plans = ({ trial, live }) => ({
  promotions: [promotion({ from: trial, to: live, on: 'schedule', every: 'week' })],
})

/** What comes to live follows what comes to trial. */
const following =
  (begins: NonNullable<Promotion['on']>): Plans =>
  ({ trial, last, live }) => ({
    promotions: [
      promotion({ from: last, to: trial, on: begins }),
      promotion({ from: trial, to: live, on: 'promotion' }),
    ],
  })

const ships =
  (isAgreed: boolean): Plans =>
  ({ live }) => ({
    pipelines: [
      pipeline('ship', {
        on: ['push'],
        stages: [
          ...(isAgreed ? [stage('ask', { does: ['approve'], approvers: [lead] })] : []),
          stage('out', { does: ['deploy'], in: live }),
        ],
      }),
    ],
  })

const rows: [name: string, every: Release['every'], plans: Plans, truth: boolean | undefined][] = [
  ['with each change, as it is merged', 'change', on('merge'), true],
  ['with each change, as it is pushed', 'change', ships(false), true],
  ['with each change of a branch', 'change', ({ live }) => ({ branches: [branch('main', { deploysTo: live })] }), true],
  ['with each change, and somebody starts it', 'change', on('manual'), false],
  ['with each change, and somebody agrees', 'change', ships(true), false],
  ['with each change, and it follows what does', 'change', following('push'), true],
  ['with each change, and it follows what does not', 'change', following('manual'), false],
  ['with each pull request', 'pull-request', on('pull-request'), true],
  ['with each pull request, once it is merged', 'pull-request', on('merge'), false],
  ['several times a day, by hand', 'several-a-day', on('manual'), true],
  ['several times a day, on its day', 'several-a-day', weekly, false],
  ['on demand, by hand', 'demand', on('manual'), true],
  ['on demand, on its day', 'demand', weekly, false],
  ['each week, by hand', 'week', on('manual'), true],
  ['each week, on its day: asked of the schedule', 'week', weekly, undefined],
  ['nothing comes there', 'change', () => ({}), undefined],
  [
    'nobody says what begins it: asked of the way',
    'change',
    ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live })] }),
    undefined,
  ],
]

for (const [name, every, plans, truth] of rows) {
  test(`begins: ${name}`, () => {
    const [found] = askedOf(released, (places) => ({
      releases: [release('patches', { to: places.live, every })],
      ...plans(places),
    }))
    assert.equal(found?.because.find(({ rule }) => rule === 'begins')?.truth, truth, found && linesOf(found).join('\n'))
  })
}

test('begins: on demand within a time, the next day of a schedule may do', () => {
  const [found] = askedOf(released, (places) => ({
    releases: [release('patches', { to: places.live, every: 'demand', within: '8d' })],
    ...weekly(places),
  }))
  assert.equal(found?.because.find(({ rule }) => rule === 'begins')?.truth, true)
})

test('begins: what begins each way is said', () => {
  const [found] = askedOf(released, (places) => ({
    releases: [release('patches', { to: places.live, every: 'change' })],
    ...ships(true)(places),
  }))
  assert.deepEqual(found?.because[0]?.says, {
    line: 'patches are said to go out with each change, and nothing comes to live so',
    rows: [['ship', 'push, and somebody agrees']],
  })
})
