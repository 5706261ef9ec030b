import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledger } from '../../platform/component/ledger.ts'
import type { LedgerOptions } from '../../platform/component/ledger-options.ts'
import { organisation } from '../../platform/language/organisation.ts'
import type { Organisation } from '../../platform/model.ts'
import { hintless, linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { operates } from './operates.ts'

const north = organisation('north')
const south = organisation('south')
const union = (members?: readonly Organisation[]) =>
  organisation('union', { kind: 'consortium', ...(members && { members }) })

function ask(organisations: readonly Organisation[], of: LedgerOptions | undefined, more: ShopOptions = {}) {
  const options: ShopOptions = {
    ...more,
    more: () => (of ? [ledger('chain', of)] : []),
    plans: () => ({ organisations }),
  }
  return verdictsOf(operates, sampleWorld(options)).map((found) => {
    assert.deepEqual(hintless(found), [])
    return [found.id, found.verdict, ...linesOf(found)]
  })
}

test('operates: a consortium whose members each have something', () => {
  const validators = { port: 1, operators: [{ by: north, count: 1 }] }
  assert.deepEqual(
    ask([union([north, south])], { validators }, { cluster: { operator: south } }),
    [
      ['operates/shop/chain', 'kept', 'chain has 1 of the role validator'],
      ['operates/shop/north', 'kept', 'north operates chain-validator-north-0'],
      ['operates/shop/south', 'kept', 'south operates cluster harbour'],
      ['operates/shop/union', 'kept', 'north, south belong to union'],
    ].toSorted(byId),
  )
})

function byId([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return order.indexOf(a) - order.indexOf(b)
}

// Organisations by name, then ledgers.
const order = ['operates/shop/north', 'operates/shop/south', 'operates/shop/union', 'operates/shop/chain']

test('operates: a member with nothing', () => {
  assert.deepEqual(ask([union([north])], undefined)[0], [
    'operates/shop/north',
    'broken',
    'north belongs to a consortium and operates nothing',
  ])
})

test('operates: a consortium of whom nobody says who belongs to it', () => {
  assert.deepEqual(ask([union()], undefined), [['operates/shop/union', 'unknown', 'nobody says who belongs to union']])
})

test('operates: members that nobody counts, of two kinds of ledger', () => {
  assert.deepEqual(ask([union()], { validators: {}, orderers: { count: 1, port: 1 } })[1], [
    'operates/shop/chain',
    'unknown',
    'nobody says how many of the role validator chain has',
    'chain has members of the roles orderer, validator: validators agree by themselves, and peers on what orderers have put in order; a ledger is of one of the two kinds',
  ])
})

test("operates: a team's own ledger has whatever members it has", () => {
  assert.deepEqual(ask([], { orderers: { count: 1, port: 1 } }), [])
})
