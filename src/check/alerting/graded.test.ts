import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AlertOptions, alert } from '../../platform/language/alert.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { graded } from './graded.ts'

type Said = readonly [severity: string | undefined, respond: AlertOptions['respond']]

const rows: [name: string, alerts: readonly Said[], severity: string, verdict: Word | undefined, line?: string][] = [
  [
    'two of one severity, one time',
    [
      ['P1', '5m'],
      ['P1', '5m'],
    ],
    'P1',
    'kept',
    'work on every alert that is P1 begins within 5m',
  ],
  [
    'two of one severity, two times',
    [
      ['P1', '5m'],
      ['P1', 'immediately'],
    ],
    'P1',
    'broken',
    'work on what is P1 begins at different times',
  ],
  [
    'the same time, said otherwise',
    [
      ['P1', '60s'],
      ['P1', '1m'],
    ],
    'P1',
    'kept',
  ],
  [
    'one that says no time',
    [
      ['P1', '5m'],
      ['P1', undefined],
    ],
    'P1',
    undefined,
  ],
  [
    'two severities, the graver sooner',
    [
      ['P0', 'immediately'],
      ['P1', '5m'],
    ],
    'P1',
    'kept',
    'what is P0 is no later',
  ],
  [
    'two severities, the graver later',
    [
      ['SEV1', '1h'],
      ['SEV2', '5m'],
    ],
    'SEV2',
    'broken',
    'work on what is SEV2 begins within 5m, and on what is SEV1, which is graver, within 1h',
  ],
  [
    'names of which nobody says which is graver',
    [
      ['gold', '1h'],
      ['silver', '5m'],
    ],
    'silver',
    undefined,
  ],
  [
    'no severity at all',
    [
      [undefined, '1h'],
      [undefined, '5m'],
    ],
    '',
    undefined,
  ],
]

for (const [name, said, severity, verdict, line] of rows) {
  test(`graded: ${name}`, () => {
    const alerts = said.map(([of, respond], at) =>
      alert(`alert-${at}`, { ...(of && { severity: of }), ...(respond && { respond }) }),
    )
    const found = verdictsOf(graded, sampleWorld({ alerts: () => alerts })).find(({ subject }) => subject === severity)
    assert.equal(found?.verdict, verdict)
    if (line !== undefined) assert.deepEqual(found && linesOf(found), [line])
  })
}
