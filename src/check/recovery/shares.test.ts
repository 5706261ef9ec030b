import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SharesOptions } from '../../platform/component/options.ts'
import { worker } from '../../platform/component/worker.ts'
import { cloudNativePg } from '../../platform/language/operator.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { shares } from './shares.ts'

const independent = { members: 3, replication: 'none' } as const
const followed = {
  members: 3,
  replication: { mode: 'asynchronous', failover: 'automatic' },
  operatedBy: cloudNativePg(),
} as const

interface Row {
  readonly name: string
  readonly store: ShopOptions['ledgerDb']
  readonly by: Omit<SharesOptions, 'in'>
  readonly replicas: number
  readonly finds: readonly string[]
}

const rows: readonly Row[] = [
  {
    name: 'a lock in one of several independent members',
    store: independent,
    by: { by: 'lock' },
    replicas: 2,
    finds: [
      'broken: mailer keeps locks in ledger-db, whose 3 members are independent: a lock in one of them holds in no other, and 2 pods that are connected to different ones take the same work',
    ],
  },
  {
    name: 'a lock in the only member',
    store: {},
    by: { by: 'lock' },
    replicas: 2,
    finds: ['kept: mailer keeps locks in ledger-db: ledger-db has one member'],
  },
  {
    name: 'a lock in a primary that others follow',
    store: followed,
    by: { by: 'lock' },
    replicas: 2,
    finds: ['assumed: mailer keeps locks in ledger-db: the members of ledger-db follow one that takes every write'],
  },
  {
    name: 'how far it has come, in one of several independent members',
    store: independent,
    by: { by: 'partitions' },
    replicas: 1,
    finds: [
      'broken: mailer keeps how far it has come in ledger-db, whose 3 members are independent: a pod that is connected to another one finds nothing there, or something else, and does work again or leaves it out',
    ],
  },
  {
    name: 'partitions that nobody takes over, as far as is said',
    store: {},
    by: { by: 'partitions' },
    replicas: 2,
    finds: [
      'kept: mailer keeps how far it has come in ledger-db: ledger-db has one member',
      'assumed: each of the 2 pods of mailer has partitions of its own, and nobody says who takes over those of one that is gone: until then 1/2 of the work stops',
    ],
  },
  {
    name: 'partitions that are taken over',
    store: {},
    by: { by: 'partitions', takesOver: '30s' },
    replicas: 2,
    finds: [
      'kept: mailer keeps how far it has come in ledger-db: ledger-db has one member',
      'assumed: each of the 2 pods of mailer has partitions of its own, and another takes them over after 30s',
    ],
  },
  { name: 'no pods', store: independent, by: { by: 'lock' }, replicas: 0, finds: [] },
]

const world = ({ store, by, replicas }: Row, denied: readonly string[] = []) =>
  sampleWorld(
    { ledgerDb: store, more: ({ ledgerDb }) => [worker('mailer', { replicas, shares: { ...by, in: ledgerDb } })] },
    { denied },
  )

for (const row of rows) {
  test(`shares: ${row.name}`, () => {
    const found = verdictsOf(shares, world(row))
    assert.deepEqual(
      found.map((verdict) => `${verdict.verdict}: ${linesOf(verdict)[0]}`),
      row.finds,
    )
  })

  test(`shares: ${row.name}: nothing stands once what it rests on is denied`, () => {
    const assumed = verdictsOf(shares, world(row)).filter(({ verdict }) => verdict === 'assumed')
    for (const { id, assumes } of assumed)
      for (const assumption of assumes) {
        const again = verdictsOf(shares, world(row, [assumption.id])).find((verdict) => verdict.id === id)
        assert.equal(again?.verdict, 'broken', assumption.id)
      }
  })
}

test('shares: work that nobody shares out is not asked about', () => {
  assert.deepEqual(verdictsOf(shares, sampleWorld({ ledgerDb: independent })), [])
})
