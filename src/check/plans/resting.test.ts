import assert from 'node:assert/strict'
import { test } from 'node:test'
import { option } from '../../platform/language/decision.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Option } from '../../platform/model.ts'
import { fits } from '../capacity/fits.ts'
import { sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'

const rows: [name: string, verdict: Option['verdict'] | undefined, word: Word, line: string | undefined][] = [
  ['it takes nothing for granted', undefined, 'kept', undefined],
  ['what is selected', 'selected', 'kept', 'it rests on a second cluster, which is selected'],
  ['what is put off', 'deferred', 'broken', 'it rests on a second cluster, which is deferred'],
  ['what is rejected', 'rejected', 'broken', 'it rests on a second cluster, which is rejected'],
]

for (const [name, verdict, word, line] of rows) {
  test(`a promise rests on a decision: ${name}`, () => {
    const restsOn = verdict && [option('a second cluster', { verdict })]
    const world = sampleWorld({ promises: ({ live }) => [promise.fits({ in: live, ...(restsOn && { restsOn }) })] })
    const [found] = verdictsOf(fits, world)
    assert.equal(found?.verdict, word)
    assert.equal(found?.because.find(({ rule }) => rule === 'decided')?.says.line, line)
    assert.equal(found?.cause, word === 'broken' ? 'not-selected/a second cluster' : undefined)
  })
}
