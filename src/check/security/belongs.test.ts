import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { context } from '../../platform/language/context.ts'
import { hintless, linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { belongs } from './belongs.ts'

const loans = context('loans')
const trade = context('sea-trade-corridor')
const short = context('sea-corridor')
const rates = service('rates', { context: loans })

function ask(contexts: readonly ReturnType<typeof context>[], more: readonly ReturnType<typeof service>[]) {
  const options: ShopOptions = { more: () => more, plans: () => ({ contexts }) }
  return verdictsOf(belongs, sampleWorld(options)).map((found) => {
    assert.deepEqual(hintless(found), [])
    return [found.id, found.verdict, ...linesOf(found)]
  })
}

test('belongs: each has something that runs', () => {
  assert.deepEqual(ask([loans], [rates]), [['belongs/shop/loans', 'kept', 'rates belongs to loans']])
})

test('belongs: one that nothing runs for', () => {
  assert.deepEqual(ask([loans, trade], [rates])[1], [
    'belongs/shop/sea-trade-corridor',
    'broken',
    'nothing that runs belongs to sea-trade-corridor',
  ])
})

test('belongs: two names of one are told as one', () => {
  assert.deepEqual(ask([loans, trade], [rates, service('ships', { context: short })]).slice(1), [
    [
      'belongs/shop/sea-corridor',
      'broken',
      'ships belongs to sea-corridor, which is not among the contexts that are listed: sea-trade-corridor is, and has nothing',
    ],
    [
      'belongs/shop/sea-trade-corridor',
      'broken',
      'nothing that runs belongs to sea-trade-corridor, and what belongs to sea-corridor belongs to none that is listed',
    ],
  ])
})

test('belongs: where none is listed, none is missing', () => {
  assert.deepEqual(ask([], [rates]), [])
})
