import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawing } from '../../platform/language/drawing.ts'
import { sampleWorld } from '../sample.ts'
import { twoNames } from './two-names.ts'

const rows: [name: string, words: readonly [string, string], says: readonly string[]][] = [
  ['one word', ['Till', 'Till'], []],
  ['two words', ['Till', 'Sales Service'], ['checkout has 2 names in drawings: Till (first), Sales Service (second)']],
]

for (const [name, [first, second], says] of rows)
  test(`names in drawings: ${name}`, () => {
    const world = sampleWorld({
      plans: ({ checkout, orders }) => ({
        drawings: [
          drawing('first', { arrows: [[checkout, orders]], says: [[checkout, first]] }),
          drawing('second', { arrows: [[checkout, orders]], says: [[checkout, second]] }),
        ],
      }),
    })
    assert.deepEqual(
      [...twoNames(world)].map(
        ({ says: { line, rows: said = [] } }) =>
          `${line}: ${said.map(([words, where]) => `${words} (${where})`).join(', ')}`,
      ),
      says,
    )
  })
