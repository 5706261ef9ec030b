import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesNodeTerms, nodeTermProblems } from './node-selector.ts'
import type { NodeSelectorTerm } from './types.ts'

const node = { name: 'n1', labels: { disks: '4', zone: 'a', word: 'x1' } }

const rows: [name: string, terms: NodeSelectorTerm[], matches: boolean][] = [
  ['no terms take no node', [], false],
  ['an empty term takes no node', [{}], false],
  ['one term of two is enough', [{}, { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }], true],
  [
    'all requirements of a term',
    [
      {
        matchExpressions: [
          { key: 'zone', operator: 'Exists' },
          { key: 'disks', operator: 'Gt', values: ['9'] },
        ],
      },
    ],
    false,
  ],
  ['Gt', [{ matchExpressions: [{ key: 'disks', operator: 'Gt', values: ['3'] }] }], true],
  ['Gt is not at least', [{ matchExpressions: [{ key: 'disks', operator: 'Gt', values: ['4'] }] }], false],
  ['Lt', [{ matchExpressions: [{ key: 'disks', operator: 'Lt', values: ['5'] }] }], true],
  ['Lt, label absent', [{ matchExpressions: [{ key: 'gone', operator: 'Lt', values: ['5'] }] }], false],
  ['Lt, label no number', [{ matchExpressions: [{ key: 'word', operator: 'Lt', values: ['5'] }] }], false],
  [
    'a bound beyond int64',
    [{ matchExpressions: [{ key: 'disks', operator: 'Lt', values: ['9223372036854775808'] }] }],
    false,
  ],
  [
    'a negative bound is no label value',
    [{ matchExpressions: [{ key: 'disks', operator: 'Gt', values: ['-1'] }] }],
    false,
  ],
  ['NotIn, label absent', [{ matchExpressions: [{ key: 'gone', operator: 'NotIn', values: ['a'] }] }], true],
  ['DoesNotExist', [{ matchExpressions: [{ key: 'zone', operator: 'DoesNotExist' }] }], false],
  ['by name', [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }] }], true],
  ['not by name', [{ matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: ['n1'] }] }], false],
  ['two names are a fault', [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1', 'n2'] }] }], false],
  ['another field is a fault', [{ matchFields: [{ key: 'metadata.uid', operator: 'NotIn', values: ['x'] }] }], false],
]
for (const [name, terms, matches] of rows) {
  test(`node selector: ${name}`, () => assert.equal(matchesNodeTerms(terms, node), matches))
}

test('the faults of a term are told', () => {
  assert.deepEqual(nodeTermProblems({ matchExpressions: [{ key: 'disks', operator: 'Gt', values: ['a'] }] }), [
    'disks Gt wants one whole number',
  ])
  assert.deepEqual(nodeTermProblems({ matchFields: [{ key: 'metadata.uid', operator: 'In', values: ['x'] }] }), [
    'field "metadata.uid" is unknown: only metadata.name can be matched',
  ])
})
