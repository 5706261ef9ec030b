import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairsLine } from './pairs-line.ts'

const rows: [name: string, of: Parameters<typeof pairsLine>[0], says: string][] = [
  [
    'where pods were seen',
    { atAGlance: 836_293, byClasses: 154_567, asWhole: 8_140, alike: 0 },
    '999,000 decided, 836,293 by what is sure of each node beside any other, 154,567 by the workloads that both touch, 8,140 one by one',
  ],
  [
    'where nothing was seen',
    { atAGlance: 0, byClasses: 0, asWhole: 12, alike: 88 },
    '100 decided, 12 one by one, 88 as others that are alike',
  ],
]
for (const [name, of, says] of rows)
  test(`pairs in a line: ${name}`, () => assert.equal(pairsLine(of), `two nodes at once, silent and removed: ${says}`))
