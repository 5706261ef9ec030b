import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { guarded } from './guarded.ts'

const real: ShopOptions = { live: { data: 'production' } }
const rows: [name: string, of: ShopOptions, said: readonly string[] | undefined][] = [
  [
    'nothing',
    real,
    [
      'broken',
      'live holds rows of production in ledger-db, and nothing is said of keys, encryption, Secrets, policies or of who may get at them',
    ],
  ],
  [
    'a promise',
    { ...real, promises: ({ live }) => [promise.secrets('encrypted', { in: live })] },
    ['kept', 'of the rows of live this is said: Secrets'],
  ],
  [
    'an option',
    { ...real, ledgerDb: { encrypted: { by: 'disk' } } },
    ['kept', 'of the rows of live this is said: encryption'],
  ],
  ['rows that somebody made up', { live: { data: 'synthetic' } }, undefined],
  ['rows of which nobody says whose they are', {}, undefined],
]

for (const [name, of, said] of rows)
  test(`guarded: ${name}`, () => {
    const found = verdictsOf(guarded, sampleWorld(of))[0]
    assert.deepEqual(found && [found.verdict, ...linesOf(found)], said)
  })
