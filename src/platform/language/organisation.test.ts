import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organisation } from '../../index.ts'
import { makingOf } from '../made.ts'
import type { Organisation } from '../model.ts'

const north = organisation('north-bank')
const south = organisation('south-bank')

function slips(made: Organisation): readonly string[] {
  return (makingOf(made)?.problems ?? []).map(({ path, found }) => `${path}: ${found}`)
}

const rows: [name: string, made: Organisation, slips: readonly string[]][] = [
  ['a consortium of two', organisation('union', { kind: 'consortium', members: [north, south] }), []],
  ['a consortium of whom nobody knows', organisation('union', { kind: 'consortium' }), []],
  [
    'members of what is no consortium',
    organisation('union', { kind: 'agency', members: [north] }),
    ['members: members of what is no consortium'],
  ],
  [
    'a member twice',
    organisation('union', { kind: 'consortium', members: [north, organisation('north-bank')] }),
    ["members[1]: a second 'north-bank'"],
  ],
]

for (const [name, made, expected] of rows) {
  test(`organisation: ${name}`, () => assert.deepEqual(slips(made), expected))
}
