import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledger } from '../../platform/component/ledger.ts'
import type { LedgerOptions } from '../../platform/component/ledger-options.ts'
import { hsm } from '../../platform/language/hsm.ts'
import { organisation } from '../../platform/language/organisation.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { keepsKeys } from './keeps-keys.ts'

const north = organisation('north')
const south = organisation('south')
const northHsm = hsm('north-hsm', { of: north })
const southHsm = hsm('south-hsm', { of: south })
const shared = hsm('shared-hsm')
const by = (one: typeof north, held?: typeof shared) => ({ by: one, count: 1, ...(held && { hsm: held }) })

function ask(options: LedgerOptions, denied: readonly string[] = []) {
  const chain = ledger('chain', options)
  const shop: ShopOptions = {
    more: () => [chain],
    live: { purpose: 'production' },
    promises: ({ live }) => [promise.keepsKeys(chain, { in: live, dedicated: true })],
  }
  return verdictsOf(keepsKeys, sampleWorld(shop, { denied }))[0]
}

const rows: [name: string, options: LedgerOptions, verdict: string, lines: readonly string[]][] = [
  [
    'a module of each operator',
    { validators: { port: 1, operators: [by(north, northHsm), by(south, southHsm)] } },
    'assumed',
    [
      'north-hsm keeps the keys of chain-validator-north-0',
      'south-hsm keeps the keys of chain-validator-south-0',
      "north-hsm is north's alone",
      "south-hsm is south's alone",
    ],
  ],
  [
    'one module of two operators',
    { validators: { port: 1, operators: [by(north, shared), by(south, shared)] } },
    'broken',
    ['shared-hsm keeps the keys of north and of south'],
  ],
  [
    'the module of another',
    { validators: { port: 1, operators: [by(north, southHsm)] } },
    'broken',
    ["south-hsm is south's, and keeps the keys of what north operates"],
  ],
  [
    'none',
    { peers: { port: 1, count: 1 } },
    'broken',
    ['no module keeps the keys of chain-peer-0: they lie in a file or in a Secret'],
  ],
  [
    'a simulator in production',
    { peers: { port: 1, count: 1, hsm: hsm('soft', { simulated: true }) } },
    'broken',
    ['soft only simulates a module: the keys of chain-peer-0 can be copied'],
  ],
  [
    'one of their own, that nobody names',
    { peers: { port: 1, count: 1, hsm: 'dedicated' } },
    'unknown',
    ['each peer of chain is said to have a module of its own, and nobody names one'],
  ],
  [
    'members that nobody counts',
    { peers: {} },
    'unknown',
    ['nobody says how many peers chain has, nor which module keeps their keys'],
  ],
  ['databases sign nothing', { databases: { port: 1, count: 1 } }, 'unknown', ['nobody says which members chain has']],
]

for (const [name, options, verdict, lines] of rows)
  test(`keepsKeys: ${name}`, () => {
    const found = ask(options)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), lines)
  })

test('keepsKeys: a module that keeps nothing after all', () => {
  const options = { peers: { port: 1, count: 1, hsm: northHsm } }
  assert.equal(ask(options)?.verdict, 'assumed')
  assert.equal(ask(options, ['keys/north-hsm'])?.verdict, 'broken')
})
