import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { autoscaling } from './autoscaling.ts'

test('autoscaling: one recommender has one history', () => {
  const history = (time: '24h' | '8d') => ({ resizes: { mode: 'Initial', history: time } }) as const
  const world = sampleWorld({ checkout: history('24h'), orders: history('8d') })
  const found = verdictsOf(autoscaling, world)
  assert.deepEqual(
    found.map(({ verdict }) => verdict),
    ['broken', 'broken'],
  )
  const [first] = found
  assert.equal(
    first && linesOf(first)[0],
    'usage is to be looked at over 1d and over 8d, and the recommender has one such setting for all',
  )
})

test('autoscaling: what only people and the recommender do is denied one by one', () => {
  const checkout = { resizes: { mode: 'Off', history: '24h', evaluates: 'week' } } as const
  const [found] = verdictsOf(autoscaling, sampleWorld({ checkout }))
  const ids = found?.assumes.map(({ id }) => id) ?? []
  assert.deepEqual(ids, ['looks-at-recommendations/live', 'recommender/harbour'])
  for (const id of ids) {
    const [denied] = verdictsOf(autoscaling, sampleWorld({ checkout }, { denied: [id] }))
    assert.equal(denied?.verdict, 'broken')
  }
})
