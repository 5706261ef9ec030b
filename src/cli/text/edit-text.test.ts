import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edit } from '../../check/verdict.ts'
import { editText } from './edit-text.ts'

const rows: [edit: Edit, text: string][] = [
  [{ of: { is: 'component', name: 'checkout' }, path: ['replicas'], to: 3 }, 'replicas: 3 on checkout'],
  [
    { of: { is: 'component', name: 'checkout', environment: 'live' }, path: ['replicas'], to: 3 },
    'replicas: 3 on checkout in live',
  ],
  [
    { of: { is: 'environment', name: 'live' }, path: ['labels', 'tier'], to: 'front' },
    'labels.tier: front on environment live',
  ],
  [
    { of: { is: 'component', name: 'ledger-db' }, path: ['budget'], to: { minAvailable: 2 } },
    'budget: { minAvailable: 2 } on ledger-db',
  ],
  [
    { of: { is: 'component', name: 'orders' }, path: ['place', 'apart', 0], to: undefined },
    'take place.apart[0] away from orders',
  ],
  [
    { of: { is: 'object', name: 'Namespace//edge' }, path: ['metadata', 'labels', 'team'], to: 'edge' },
    'metadata.labels.team: edge on Namespace edge',
  ],
]

for (const [edit, text] of rows) {
  test(`edit: ${text}`, () => assert.equal(editText(edit), text))
}
