import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostgresOptions } from '../../platform/component/postgres.ts'
import type { ClusterOptions } from '../../platform/language/cluster.ts'
import { type ForecastOptions, forecast } from '../../platform/language/forecast.ts'
import { node } from '../../platform/language/node.ts'
import { linesOf, type Shop, sampleWorld, verdictsOf } from '../sample.ts'
import { forecasts } from './forecasts.ts'

const compute = { resource: 'compute', now: '50%', grows: '20%', every: 'month', lead: '3 months' } as const
const storage = {
  resource: 'storage',
  now: '2T',
  grows: '50%',
  every: 'quarter',
  most: '10T',
  lead: '1 month',
} as const
const database = { resource: 'storage', now: '8G', grows: '25%', every: 'quarter', lead: '2 weeks' } as const
const traffic = { resource: 'traffic', now: '100G', per: 'month', grows: '30%', every: 'month', lead: 'none' } as const

type Of = (shop: Shop) => ForecastOptions['of']
type Said = Omit<ForecastOptions, 'of'>
const inLive: Of = ({ live }) => live
const ofStore: Of = ({ ledgerDb }) => ledgerDb

const rows: [says: string, of: Of, said: Said, verdict: string, line: string, store?: PostgresOptions][] = [
  [
    'all of it, in time',
    inLive,
    compute,
    'kept',
    '50%, counted from 2026-11-21, that grow by 20% every month are 100% on 2027-03-15: 3 months before that more has to be ordered, by 2026-12-15',
  ],
  [
    'a bound below all of it, too late',
    inLive,
    { ...compute, most: '80%' },
    'broken',
    '50%, counted from 2026-11-21, that grow by 20% every month are 80% on 2027-02-07: 3 months before that more has to be ordered, by 2026-11-07, which is over',
  ],
  [
    'a size',
    inLive,
    storage,
    'kept',
    '2T, counted from 2026-11-21, that grow by 50% every quarter are 10T on 2027-11-18: 1 month before that more has to be ordered, by 2027-10-18',
  ],
  [
    'full already',
    inLive,
    { ...storage, now: '10T' },
    'broken',
    '10T, counted from 2026-11-21, that grow by 50% every quarter are 10T on 2026-11-21: 1 month before that more has to be ordered, by 2026-10-21, which is over',
  ],
  [
    'the volume that it lies on',
    ofStore,
    database,
    'kept',
    '8G, counted from 2026-11-21, that grow by 25% every quarter are 10.74G of the volume data-ledger-db on 2027-03-21: 2 weeks before that more has to be ordered, by 2027-03-07',
  ],
  [
    'the disk of its node, without a volume',
    ofStore,
    database,
    'unknown',
    'nobody says how much there is room for: 8G, counted from 2026-11-21, are 19.53G on 2027-11-21',
    { volume: undefined } as PostgresOptions,
  ],
  [
    'a volume of no size is no disk of a node',
    ofStore,
    database,
    'unknown',
    'nobody says how large the volume of ledger-db is: 8G, counted from 2026-11-21, are 19.53G on 2027-11-21',
    { volume: {} },
  ],
  [
    'a volume of no size stays open beside a bound',
    ofStore,
    { ...database, most: '40G' },
    'unknown',
    'nobody says how large the volume of ledger-db is: 8G, counted from 2026-11-21, are 19.53G on 2027-11-21',
    { volume: {} },
  ],
  [
    'nobody says how much there is room for',
    inLive,
    traffic,
    'unknown',
    'nobody says how much there is room for: 100G in a month, counted from 2026-11-21, are 2.33T in a month on 2027-11-21',
  ],
  [
    'more is there at once',
    inLive,
    { ...traffic, most: '1T' },
    'kept',
    '100G in a month, counted from 2026-11-21, that grow by 30% every month are 1T in a month on 2027-08-14, and more is there at once',
  ],
  [
    'nobody says how long more takes',
    inLive,
    { ...storage, lead: undefined } as Said,
    'unknown',
    'nobody says how long it takes to have more',
  ],
  [
    'nothing grows',
    inLive,
    { ...storage, grows: '0%' },
    'kept',
    '2T, counted from 2026-11-21, that grow by 0% every quarter are 10T on no day that can be told',
  ],
  [
    'a budget of no time',
    inLive,
    { ...compute, budget: '25%' },
    'unknown',
    '25% more may be spent, and nobody says in how long: at one price for each it is spent on 2026-12-27',
  ],
  [
    'a budget that does not last',
    inLive,
    { ...compute, budget: { more: '25%', in: 'quarter' } },
    'broken',
    '72.8% more in a quarter, and 25% more may be spent: at one price for each it is spent on 2026-12-27',
  ],
  [
    'a budget that does',
    inLive,
    { ...compute, budget: { more: '75%', in: 'quarter' } },
    'kept',
    '50%, counted from 2026-11-21, that grow by 20% every month are 100% on 2027-03-15: 3 months before that more has to be ordered, by 2026-12-15',
  ],
]

for (const [says, of, said, verdict, line, ledgerDb] of rows) {
  test(`forecasts: ${says}`, () => {
    const world = sampleWorld({
      ...(ledgerDb && { ledgerDb }),
      plans: (shop) => ({ forecasts: [forecast('it', { of: of(shop), ...said })] }),
    })
    const [found] = verdictsOf(forecasts, world)
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

const small = node('n1', { cpu: 4, memory: '16Gi', disk: '8Gi' })
const onDisk: [says: string, volume: PostgresOptions['volume'], storage: ClusterOptions['storage'], rows: unknown][] = [
  ['of a class of which nobody says where it lies', {}, {}, [['the disk of n1, if it is a part of that', '8.59G']]],
  ['of volumes over the network', { class: 'nfs' }, { nfs: { kind: 'network' } }, []],
  ['of volumes that somebody else makes', { class: 'ebs' }, { ebs: { provisioner: 'ebs.csi.aws.com' } }, []],
]
for (const [says, volume, storage, expected] of onDisk) {
  test(`forecasts: the disk of its node beside a volume of no size, ${says}`, () => {
    const world = sampleWorld({
      nodes: [small],
      cluster: { storage },
      ledgerDb: { volume },
      plans: ({ ledgerDb }) => ({ forecasts: [forecast('it', { of: ledgerDb, ...database })] }),
    })
    const [found] = verdictsOf(forecasts, world)
    assert.equal(found?.verdict, 'unknown')
    assert.deepEqual(found?.because[0]?.says.rows ?? [], expected)
  })
}

test('forecasts: each period until it is full stands in a row', () => {
  const world = sampleWorld({ plans: ({ live }) => ({ forecasts: [forecast('it', { of: live, ...compute })] }) })
  assert.deepEqual(verdictsOf(forecasts, world)[0]?.because[0]?.says.rows, [
    ['2026-12-21', '60%'],
    ['2027-01-21', '72%'],
    ['2027-02-21', '86.4%'],
    ['2027-03-21', '103.7%'],
  ])
})
