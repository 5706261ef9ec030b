import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClusterOptions } from '../../platform/language/cluster.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { audits } from './audits.ts'

const rows: [name: string, cluster: Partial<ClusterOptions>, verdict: string, line: string][] = [
  ['nobody says', {}, 'unknown', 'nobody says what the API server of harbour writes'],
  [
    'K3s as it starts',
    { distribution: 'k3s' },
    'broken',
    'the API server of harbour writes no audit log, as k3s starts it without being told otherwise',
  ],
  [
    'K3s, told to',
    { distribution: 'k3s', server: { audit: 'Metadata' } },
    'kept',
    'the API server of harbour writes its audit log at level Metadata',
  ],
  [
    'told not to',
    { distribution: 'k3s', server: { audit: 'None' } },
    'broken',
    'the API server of harbour writes no audit log',
  ],
]

for (const [name, cluster, verdict, line] of rows)
  test(`audits: ${name}`, () => {
    const world = sampleWorld({ cluster, promises: ({ live }) => [promise.audits({ in: live })] })
    const [found] = verdictsOf(audits, world)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), [line])
  })
