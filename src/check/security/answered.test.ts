import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alert } from '../../platform/language/alert.ts'
import { absent } from '../../platform/language/condition.ts'
import { type IncidentOptions, incident } from '../../platform/language/incident.ts'
import { metric } from '../../platform/language/metric.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { team } from '../../platform/language/team.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { answered } from './answered.ts'

const guesses = alert('guessed-passwords', { when: absent(metric('logins')), severity: 'page' })
const lock = procedure('lock the account', { steps: [step('lock', { actor: 'person' })] })
const slowly = procedure('review', {
  steps: [
    step('look', { actor: 'person', takes: { from: '2m', to: '5m' } }),
    step('act', { actor: 'person', takes: { from: '3m', to: '15m' } }),
  ],
})
const rows: [name: string, of: IncidentOptions, said: readonly string[]][] = [
  [
    'by an alert, with steps, and to a team',
    { noticedBy: [guesses], answeredBy: [lock], told: [team('security'), team('managers')] },
    ['kept', 'guessed-passwords shows it', 'this is done: lock the account', 'told are security, then managers'],
  ],
  [
    'with a time',
    { noticedBy: [guesses], answeredBy: [slowly], told: [team('security')] },
    ['kept', 'guessed-passwords shows it', 'this is done: review, over in 5m to 20m', 'told are security'],
  ],
  [
    'in words',
    { noticedBy: ['failed-logins'], answeredBy: ['lock-account'], told: [team('security')] },
    [
      'unknown',
      'failed-logins would show it: nobody says which alert fires by that',
      'lock-account is said to be done: nobody says by whom, nor in which steps',
    ],
  ],
  [
    'in words of which nothing here can do one',
    { noticedBy: [guesses], answeredBy: ['limit-rate'], told: [team('security')] },
    ['unknown', 'limit-rate is said to be done: nobody says by whom, nor in which steps'],
  ],
  [
    'by nobody, to nobody',
    { noticedBy: [guesses] },
    ['unknown', 'nothing is said to be done', 'nobody is said to be told'],
  ],
]

for (const [name, of, said] of rows)
  test(`answered: ${name}`, () => {
    const found = verdictsOf(answered, sampleWorld({ plans: () => ({ incidents: [incident('break-in', of)] }) }))[0]
    assert.deepEqual(found && [found.verdict, ...linesOf(found)], said)
  })
