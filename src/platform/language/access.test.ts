import assert from 'node:assert/strict'
import { test } from 'node:test'
import { access, context, control, standard, team } from '../../index.ts'
import { makingOf } from '../made.ts'

const loans = context('loans')
const rows: [name: string, made: object, slips: readonly string[]][] = [
  ['everything, everywhere', access('admins', { may: ['everything'], has: [team('platform')] }), []],
  ['of one context', access('loan clerks', { may: ['read', 'write'], over: [loans] }), []],
  ['by programs that are a team', access('robots', { may: ['deploy'], by: 'programs', has: [team('x')] }), ['has']],
  ['nothing', access('guests', { may: [] }), ['may']],
  ['nobody says what', access('robots', { by: 'programs' }), []],
  ['a standard by its name alone', control('encryption', { of: ['SOX'], audited: 'continuous' }), []],
  ['looked at every quarter', control('encryption', { of: ['SOX'], audited: 'quarter' }), []],
  ['a standard', standard('GDPR', { status: 'compliant', about: ['personal'], verifiedBy: 'review' }), []],
  ['a status that nobody knows', standard('GDPR', { status: 'nearly' as 'planned' }), ['status']],
]

for (const [name, made, slips] of rows) {
  test(`access and standards: ${name}`, () => {
    assert.deepEqual(
      makingOf(made)?.problems.map(({ path }) => path),
      slips,
    )
  })
}
