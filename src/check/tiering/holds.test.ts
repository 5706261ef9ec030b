import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promise } from '../../platform/language/promise.ts'
import type { DataClass } from '../../platform/model.ts'
import { holds } from './holds.ts'
import { judgedTiers } from './sample-tiers.ts'

const rows: [name: string, promised: DataClass, data: DataClass | undefined, says: string][] = [
  ['the same', 'masked', 'masked', 'kept holds/trial/masked: trial is said to hold masked rows'],
  ['another kind', 'masked', 'production', 'broken holds/trial/masked: trial is said to hold production rows'],
  [
    'a part that may be masked',
    'subset',
    'masked',
    'unknown holds/trial/subset: trial is said to hold masked rows, and subset rows may be masked too: nobody says whether it is a part of them, and whether persons are unknown in it',
  ],
  ['nobody says', 'synthetic', undefined, 'unknown holds/trial/synthetic: nobody says whose rows lie in trial'],
]

for (const [name, promised, data, says] of rows) {
  test(`holds: ${name}`, () => {
    const tiers = { trial: { ...(data && { data }) } }
    assert.deepEqual(
      judgedTiers(holds, ({ trial }) => [promise.holds(promised, { in: trial })], tiers),
      [says],
    )
  })
}
