import assert from 'node:assert/strict'
import { test } from 'node:test'
import { job } from '../../platform/component/job.ts'
import { postgres } from '../../platform/component/postgres.ts'
import { service } from '../../platform/component/service.ts'
import { rows as asked } from './rows.ts'
import { judgedTiers, type Tiers, verdictsOfTiers } from './sample-tiers.ts'

const masking = job('mask-persons', { schedule: '0 3 * * *' })

const cases: [name: string, tiers: Tiers, says: readonly string[]][] = [
  ['nobody says whose', {}, []],
  ['made up', { trial: { data: 'synthetic' } }, []],
  [
    'masked, and nobody says what of',
    { trial: { data: 'masked' } },
    ['unknown rows/trial: nobody says where the masked rows of trial come from'],
  ],
  [
    'masked, and nobody says by what',
    { beside: (from) => ({ data: 'masked', dataFrom: { from } }) },
    ['unknown rows/trial: trial is filled with production rows of live, and nobody says what makes them masked'],
  ],
  [
    'masked by a job',
    { beside: (from) => ({ data: 'masked', dataFrom: { from, masks: true, with: masking } }) },
    ['assumed rows/trial: trial is filled with production rows of live, masked on the way by mask-persons'],
  ],
  [
    'masked, and not on the way',
    { beside: (from) => ({ data: 'masked', dataFrom: { from, masks: false } }) },
    ['broken rows/trial: trial is filled with production rows of live as they are, and may hold masked rows only'],
  ],
  [
    'some of them, as they are',
    { beside: (from) => ({ data: 'subset', dataFrom: { from } }) },
    ['kept rows/trial: trial is filled with production rows of live'],
  ],
]

for (const [name, tiers, says] of cases)
  test(`rows: ${name}`, () =>
    assert.deepEqual(
      judgedTiers(asked, () => [], tiers),
      says,
    ))

test('rows: nobody is told to let rows of production lie where others are wanted', () => {
  const beside: Tiers['beside'] = (from) => ({ data: 'masked', dataFrom: { from, masks: false } })
  const [found] = verdictsOfTiers(asked, () => [], { beside })
  const hints = found?.because.map(({ hint }) => hint)
  assert.deepEqual(hints, ['masks: true of dataFrom, with a job that makes persons unknown, or rows that are made up'])
})

test('rows: a trial that calls the store of production sees what lies there', () => {
  const store = postgres('orders-db', {})
  const tiers = (data: 'synthetic' | 'subset'): Tiers => ({
    live: { runs: [service('orders', { calls: [store] }), store] },
    trial: { data, without: [store] },
  })
  assert.deepEqual(
    judgedTiers(asked, () => [], tiers('synthetic')),
    [
      'broken rows/trial: orders of trial calls orders-db of live, where production rows lie, and may see synthetic rows only',
    ],
  )
})
