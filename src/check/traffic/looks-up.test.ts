// Of policies that are said and shown by nobody; those that are shown stand in traffic.test.ts.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import type { UnseenPolicies } from '../../platform/model.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { looksUp } from './looks-up.ts'

const listed: UnseenPolicies = { says: 'whitelist external services', egress: 'listed' }

const rows: [name: string, said: UnseenPolicies, found: readonly string[] | undefined][] = [
  ['what they let out nobody says to stand on a list', { says: 'default deny' }, undefined],
  [
    'a list that nobody shows',
    listed,
    [
      'unknown',
      'checkout asks for orders: what goes out of shop passes by a list that nobody shows, and nobody says that DNS is on it',
    ],
  ],
  ['DNS is said to be on it', { ...listed, dns: true }, undefined],
  ['of other pods', { ...listed, of: [service('till', {})] }, undefined],
]

for (const [name, unseenPolicies, expected] of rows)
  test(`looks-up: ${name}`, () => {
    const found = verdictsOf(looksUp, sampleWorld({ live: { unseenPolicies } })).find(
      ({ id }) => id === 'looks-up/live/checkout',
    )
    assert.deepEqual(found && [found.verdict, ...linesOf(found)], expected)
  })
