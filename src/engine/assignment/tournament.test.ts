import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tournamentOf } from './tournament.ts'

test('whatever changes, the winner is the first of the least that take part', () => {
  const play = fc.record({ at: fc.nat(12), value: fc.nat(4), takesPart: fc.boolean() })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 13 }), fc.array(play), (count, plays) => {
      const values = new Map<number, number>()
      const tournament = tournamentOf(count, (one, other) => (values.get(one) ?? 0) < (values.get(other) ?? 0))
      for (const { at, value, takesPart } of plays) {
        if (at >= count) continue
        if (takesPart) values.set(at, value)
        else values.delete(at)
        tournament.play(at, takesPart)
        const [best] = [...values].sort(([a, x], [b, y]) => x - y || a - b)
        assert.equal(tournament.winner(), best?.[0] ?? -1)
      }
    }),
  )
})
