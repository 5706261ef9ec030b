import assert from 'node:assert/strict'
import { test } from 'node:test'
import { context, postgres, service } from '../../index.ts'
import { makingOf } from '../made.ts'
import { traitsOf } from '../traits.ts'

const loans = context('loans', { title: 'Loans', purpose: 'lends small sums' })

test('context: pods carry it as a label, stores too', () => {
  for (const component of [
    service('rates', { context: loans }),
    postgres('rates-db', { context: loans, members: 1 }),
  ]) {
    const { context, runs } = traitsOf(component)
    assert.equal(context, loans)
    assert.equal(runs[0]?.labels.context, 'loans')
  }
})

test('context: what serves all of them is labelled as none', () => {
  const { context, runs } = traitsOf(service('sign-in', { context: 'all' }))
  assert.equal(context, 'all')
  assert.deepEqual(runs[0]?.labels, { app: 'sign-in' })
})

test('context: one that is called all cannot be told from all', () => {
  assert.deepEqual(
    makingOf(context('all'))?.problems.map(({ path, found }) => `${path}: ${found}`),
    ["name: 'all'"],
  )
})
