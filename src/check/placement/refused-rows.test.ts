import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NodeAnswer } from '../../engine/placement/eligible.ts'
import type { Reason } from '../../engine/placement/reasons.ts'
import { boundElsewhere, refusedRows } from './refused-rows.ts'

const taint: Reason = { filter: 'TaintToleration', taint: { key: 'gpu', effect: 'NoSchedule' } }
const away: Reason = { filter: 'VolumeBinding', volumes: [{ claim: 'data', class: 'local', bound: 'node' }], at: 'n9' }
const other: Reason = { ...away, at: 'n8' }
const nodes = (...refused: Reason[][]): NodeAnswer[] => refused.map((of, at) => ({ node: `n${at + 1}`, refused: of }))
const gpu = 'has the taint gpu:NoSchedule, which the pod does not tolerate'

const rows: [name: string, nodes: NodeAnswer[], bound: string | undefined, says: string[]][] = [
  ['alike in one row, in order', nodes([taint], [], [taint]), undefined, [`n1, n3: ${gpu}`, 'n2: may take it']],
  ['many are counted', nodes([taint], [taint], [taint], [taint], [taint]), undefined, [`n1 and 4 more: ${gpu}`]],
  ['what holds for all is said once, before the rows', nodes([away], [taint, away]), 'n9', [`n2: ${gpu}`]],
  [
    'volumes on several nodes keep their rows',
    nodes([away], [other]),
    undefined,
    [
      'n1: has no volume data, which stays on n9 (local is bound to its node)',
      'n2: has no volume data, which stays on n8 (local is bound to its node)',
    ],
  ],
]
for (const [name, of, at, says] of rows) {
  test(`refused rows: ${name}`, () => {
    const bound = boundElsewhere(of)
    assert.equal(bound?.at, at)
    assert.deepEqual(
      refusedRows(of, bound).map((row) => row.join(': ')),
      says,
    )
  })
}
