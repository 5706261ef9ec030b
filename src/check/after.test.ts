import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withAfter } from './after.ts'
import { verdict } from './sample-verdict.ts'

const refused = verdict('admitted/live/Deployment/orders', 'broken')

const rows: [name: string, id: string, after: readonly string[]][] = [
  ['what is said of it', 'placed/live/orders', [refused.id]],
  ['a call to it', 'reaches/live/checkout/orders:http', [refused.id]],
  ['of another', 'placed/live/checkout', []],
  ['of its namesake elsewhere', 'placed/trial/orders', []],
  ['its own admission', 'admitted/live/Deployment/orders', []],
]

for (const [name, id, after] of rows) {
  test(`after: ${name}`, () => {
    const [, found] = withAfter([refused, verdict(id, 'kept')])
    assert.deepEqual(found?.after, after)
  })
}

test('after: an excerpt is no object that others judge', () => {
  const [, found] = withAfter([
    verdict('admitted/live/Deployment/orders/shown', 'broken'),
    verdict('placed/live/orders', 'kept'),
  ])
  assert.deepEqual(found?.after, [])
})

test('after: an object that is taken hinders nobody', () => {
  const [, found] = withAfter([
    verdict('admitted/live/Deployment/orders', 'kept'),
    verdict('placed/live/orders', 'kept'),
  ])
  assert.deepEqual(found?.after, [])
})
