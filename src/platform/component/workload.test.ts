import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makingOf } from '../made.ts'
import { traitsOf } from '../traits.ts'
import type { WorkloadOptions } from './options.ts'
import { service } from './service.ts'

function tolerated(options: WorkloadOptions): readonly string[] {
  const [workload] = traitsOf(service('checkout', options)).runs
  return (workload?.tolerates ?? []).map(({ key, effect, for: time }) => [key, effect, time].join(' '))
}

const rows: [says: string, options: WorkloadOptions, is: readonly string[]][] = [
  ['nothing is tolerated by kindness', {}, []],
  [
    'a lost node is left after the time that is said, silent or not ready',
    { leavesNodeAfter: '30s' },
    ['node.kubernetes.io/not-ready NoExecute 30s', 'node.kubernetes.io/unreachable NoExecute 30s'],
  ],
  [
    'other taints stand beside it',
    { tolerates: [{ key: 'dedicated', effect: 'NoSchedule' }], leavesNodeAfter: '1m' },
    [
      'dedicated NoSchedule ',
      'node.kubernetes.io/not-ready NoExecute 1m',
      'node.kubernetes.io/unreachable NoExecute 1m',
    ],
  ],
]

for (const [says, options, is] of rows) test(says, () => assert.deepEqual(tolerated(options), is))

test('the same taint is not said twice', () => {
  const made = service('checkout', { leavesNodeAfter: '30s', tolerates: [{ key: 'node.kubernetes.io/unreachable' }] })
  assert.deepEqual(
    makingOf(made)?.problems.map(({ path, allowed }) => `${path}: ${allowed}`),
    ['tolerates[0].key: another key (leavesNodeAfter says this one)'],
  )
})

test('a protocol alone is its registered port', () => {
  const ports = (listens: 'http' | 'https') => traitsOf(service('checkout', { listens })).runs[0]?.ports
  assert.deepEqual(ports('http'), [{ name: 'http', port: 80, protocol: 'TCP' }])
  assert.deepEqual(ports('https'), [{ name: 'https', port: 443, protocol: 'TCP' }])
})
