import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statedIn } from '../../platform/language/stated.ts'
import type { Stated } from '../../platform/source.ts'
import { citations, placeText, statedText } from './place-text.ts'

const says = statedIn('The shop')
const runbook = statedIn('Runbook')

const one: [stated: Stated, text: string][] = [
  [says('7.2', 831), 'document 7.2, line 831'],
  [says('7.2', 831, 833, 835), 'document 7.2, lines 831, 833, 835'],
  [says('7.2', 831, 832, 833, 840), 'document 7.2, lines 831-833, 840'],
  [says('7.2', [831, 835], 833), 'document 7.2, lines 831-835'],
  [says('7.2', 840, 3), 'document 7.2, lines 3, 840'],
  [says('Appendix A', 12), 'document, Appendix A, line 12'],
  [says('7.2'), 'document 7.2'],
]

for (const [stated, text] of one) {
  test(`citation: ${text}`, () => assert.equal(statedText(stated), text))
}

const several: [name: string, stated: readonly Stated[], texts: readonly string[]][] = [
  ['none', [], []],
  ['of one document as one', [says('2.1', 58), says('2.1', 59)], ['document 2.1, lines 58-59']],
  [
    'sections by number, lines once',
    [says('10.2', 90), says('2.1, 4', 5), says('2.1', 5)],
    ['document 2.1, 4, 10.2, lines 5, 90'],
  ],
  ['of two documents apart', [says('2', 5), runbook('1', 7)], ['document 2, line 5', 'document 1, line 7']],
  [
    'many in brief',
    [says('2.1', 5, 8, 10, 13, 20), says('6, 9.1', 40, 45, 50, 60)],
    ['document 2.1 to 9.1, 9 lines from 5 to 60'],
  ],
]

for (const [name, stated, texts] of several) {
  test(`citations: ${name}`, () => assert.deepEqual(citations(stated), texts))
}

test('citations: whole where all are wanted', () => {
  const lines = [1, 3, 5, 7, 9, 11, 13, 15, 17]
  assert.deepEqual(citations([says('2', ...lines)], { whole: true }), [`document 2, lines ${lines.join(', ')}`])
})

test('place: file and line', () => assert.equal(placeText({ file: 'shop.ts', line: 14, column: 3 }), 'shop.ts:14'))
