import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SecretOptions, secret } from '../../platform/language/secret.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { replaced } from './replaced.ts'

const rows: [name: string, of: SecretOptions, said: readonly string[] | undefined][] = [
  ['in time', { lives: '90d', rotates: 'month' }, ['kept', 'tls is replaced every month, and is good for 90d']],
  [
    'too late',
    { lives: '30d', rotates: 'quarter' },
    [
      'broken',
      'tls is good for 30d, and replaced every quarter only, which may be 92d: between the two nothing that reads it works',
    ],
  ],
  ['never', { lives: '30d' }, ['unknown', 'tls is good for 30d, and nobody says that it is replaced']],
  [
    'a quarter has up to 92 days',
    { lives: '90d', rotates: 'quarter' },
    [
      'broken',
      'tls is good for 90d, and replaced every quarter only, which may be 92d: between the two nothing that reads it works',
    ],
  ],
  [
    'longer than any quarter',
    { lives: '92d', rotates: 'quarter' },
    ['kept', 'tls is replaced every quarter, and is good for 92d'],
  ],
  ['good for ever', { rotates: 'month' }, undefined],
]

for (const [name, of, said] of rows)
  test(`replaced: ${name}`, () => {
    const found = verdictsOf(replaced, sampleWorld({ live: { secrets: [secret('tls', of)] } }))[0]
    assert.deepEqual(found && [found.verdict, ...linesOf(found)], said)
  })
