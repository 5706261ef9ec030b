import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secret, secretStore } from '../../index.ts'
import { makingOf } from '../made.ts'
import { problemLine } from '../problem.ts'

const rows: [name: string, made: object, says: readonly string[]][] = [
  ['Vault at an address', secretStore('vault', { by: 'vault', at: 'https://vault.example:8200' }), []],
  ['Vault nowhere', secretStore('vault', { by: 'vault' }), ['at: nothing']],
  ['sealed for the cluster', secretStore('sealer', { by: 'sealed-secrets', renewsKey: '30d' }), []],
  ['sealed at an address', secretStore('sealer', { by: 'sealed-secrets', at: 'here' }), ["at: 'here'"]],
  ['a key of Vault', secretStore('vault', { by: 'vault', at: 'x', renewsKey: '30d' }), ['renewsKey: a key of vault']],
  [
    'keys of Vault that are copied',
    secretStore('vault', { by: 'vault', at: 'x', copiesKey: 'week' }),
    ['copiesKey: a key of vault'],
  ],
  ['a value that is replaced', secret('db', { keys: ['password'], rotates: 'quarter', lives: '100d' }), []],
]

for (const [name, made, says] of rows) {
  test(`secret: ${name}`, () => {
    const problems = makingOf(made)?.problems ?? []
    assert.deepEqual(
      problems.map(({ path, found }) => `${path}: ${found}`),
      says,
      problems.map((one) => problemLine(one)).join('\n'),
    )
  })
}
