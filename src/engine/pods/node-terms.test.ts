import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesNodeTerms } from '../../kubernetes/node-selector.ts'
import { nodeTermsOf } from './node-terms.ts'

const node = { name: 'n1', labels: { zone: 'a' } }
const rows: [name: string, terms: unknown, takes: boolean][] = [
  ['a term that holds', [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }], true],
  [
    'one beside it that is none',
    [7, { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }] }],
    true,
  ],
  ['no key', [{ matchExpressions: [{ operator: 'Exists' }] }], false],
  ['no operator', [{ matchExpressions: [{ key: 'zone' }] }], false],
  ['values that are none', [{ matchExpressions: [{ key: 'zone', operator: 'In', values: [{}] }] }], false],
  ['no list of values', [{ matchExpressions: [{ key: 'zone', operator: 'In', values: 'a' }] }], false],
  ['no list', 'all', false],
]

for (const [name, terms, takes] of rows)
  test(`node terms, of any value: ${name}`, () => {
    assert.equal(matchesNodeTerms(nodeTermsOf(terms), node), takes)
  })
