// People by their duty: what is refused of them, and the twin that is not.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { team } from '../../index.ts'
import { makingOf } from '../made.ts'

const developers = team('developers', { members: ['ada', 'grace'] })

const rows: [name: string, is: object, told: readonly string[]][] = [
  ['a duty alone', team('release manager'), []],
  ['people who are in no other', team('release managers', { members: ['joan'], apartFrom: [developers] }), []],
  ['people who are in another', team('release managers', { members: ['ada'] }), []],
  ['apart, and nobody says from whom', team('auditors', { apartFrom: [team('security team')] }), []],
  [
    'somebody who is kept out',
    team('release managers', { members: ['joan', 'ada'], apartFrom: [developers] }),
    ["members[1]: found 'ada', who is in developers, allowed: nobody of developers"],
  ],
  [
    'somebody twice',
    team('release managers', { members: ['joan', 'joan'] }),
    ["members[1]: found 'joan' again, allowed: each of them once"],
  ],
  [
    'no name',
    team('', { members: [] }),
    [
      "name: found '', allowed: a text that is not empty",
      'members: found an empty list, allowed: a list, each a text that is not empty',
    ],
  ],
]

for (const [name, is, told] of rows) {
  test(`team: ${name}`, () => {
    const problems = makingOf(is)?.problems ?? []
    assert.deepEqual(
      problems.map(({ path, found, allowed }) => `${path}: found ${found}, allowed: ${allowed}`),
      told,
    )
  })
}
