import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verdict } from '../../check/sample-verdict.ts'
import type { Verdict } from '../../check/verdict.ts'
import { sameCause } from './same-cause.ts'

const others = (length: number, cluster = 'harbour') =>
  Array.from({ length }, (_, i) => verdict(`refers/${cluster}/w${i}`, 'broken', { cluster }))
const eight = (cluster: string) =>
  others(8, cluster)
    .map(({ id }) => id)
    .join(', ')

const rows: [name: string, others: readonly Verdict[], says: string | undefined][] = [
  ['nobody else', [], undefined],
  ['a few', others(2), 'same cause: refers/harbour/w0, refers/harbour/w1'],
  ['many', others(10), `same cause: 10 others: ${eight('harbour')}, and 2 more`],
  [
    'many in two clusters',
    [...others(9, 'quay'), ...others(3)],
    `same cause: 12 others (3 in harbour, 9 in quay): ${eight('quay')}, and 4 more`,
  ],
]

for (const [name, of, says] of rows) test(`same cause: ${name}`, () => assert.equal(sameCause(of), says))
