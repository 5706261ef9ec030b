// The tests of one platform's facts: one per row that is shown, called by its id.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Facts } from './fact.ts'
import { unproven } from './unproven.ts'

export function testFacts(of: Facts): void {
  for (const fact of of.facts)
    if ('holds' in fact) test(`${fact.id}: ${fact.title}`, () => assert.equal(unproven(fact, of), undefined))

  test('every row is there once, and says something', () => {
    const ids = of.facts.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    assert.ok(of.facts.every(({ title }) => title.length > 8))
    for (const fact of of.facts) if ('why' in fact) assert.ok(fact.why.length > 10, fact.id)
  })
}
