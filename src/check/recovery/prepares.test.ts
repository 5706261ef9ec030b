import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cloudNativePg } from '../../platform/language/operator.ts'
import { procedure, type StepOptions, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { operated } from './operated.ts'
import { prepares } from './prepares.ts'

const independent = { members: 3, replication: 'none' } as const
const followed = {
  members: 3,
  replication: { mode: 'asynchronous', failover: 'automatic' },
  operatedBy: cloudNativePg(),
} as const
const forwarded = { does: 'migrate', actor: 'person', through: 'pod' } as const
const named = { does: 'migrate', actor: 'controller', through: 'service' } as const

const rows: [name: string, store: ShopOptions['ledgerDb'], migrates: StepOptions, found: string][] = [
  [
    'a way to one of several independent members',
    independent,
    forwarded,
    'broken: migrate takes a way to one pod, and the 3 members of ledger-db are independent: the other 2 have none of it',
  ],
  [
    'one connection is to one member too',
    independent,
    named,
    'broken: migrate takes one connection through a Service, and the 3 members of ledger-db are independent: the other 2 have none of it',
  ],
  [
    'a way that nobody names',
    independent,
    { does: 'migrate', actor: 'person' },
    'unknown: nobody says which of the 3 members of ledger-db migrate comes to',
  ],
  ['one member', {}, forwarded, 'kept: migrate comes to ledger-db, which has one member'],
  [
    'the name of the primary',
    followed,
    named,
    'assumed: migrate comes to the primary of ledger-db, and the other members follow it',
  ],
  [
    'a pod that has to be the primary',
    followed,
    forwarded,
    'assumed: migrate comes to the primary of ledger-db, and the other members follow it',
  ],
  [
    'nothing is migrated',
    {},
    { does: 'verify', actor: 'person' },
    'unknown: no step of first-tables migrates or seeds anything',
  ],
]

for (const [name, ledgerDb, migrates, found] of rows) {
  test(`prepares: ${name}`, () => {
    const by = procedure('first-tables', { steps: [step('migrate', migrates)] })
    const world = (denied: readonly string[] = []) =>
      sampleWorld(
        { ledgerDb, promises: ({ live, ledgerDb: store }) => [promise.prepares(store, { in: live, by })] },
        { denied },
      )
    const [verdict] = verdictsOf(prepares, world())
    assert.equal(verdict && `${verdict.verdict}: ${linesOf(verdict)[0]}`, found)
    for (const { id } of verdict?.assumes ?? [])
      assert.equal(verdictsOf(prepares, world([id]))[0]?.verdict, 'broken', id)
  })
}

const stores: [name: string, store: ShopOptions['ledgerDb'], found: string][] = [
  [
    'a StatefulSet of our own',
    independent,
    'broken: ledger-db is a StatefulSet that is written by hand: no resource stands for it, and nobody promotes, copies or repairs it',
  ],
  ['the resource of an operator', followed, 'assumed: Cluster ledger-db stands for ledger-db'],
]

for (const [name, ledgerDb, found] of stores) {
  test(`operated: ${name}`, () => {
    const promises: ShopOptions['promises'] = ({ live, ledgerDb: store }) => [promise.operated(store, { in: live })]
    const [verdict] = verdictsOf(operated, sampleWorld({ ledgerDb, promises }))
    assert.equal(verdict && `${verdict.verdict}: ${linesOf(verdict)[0]}`, found)
  })
}
