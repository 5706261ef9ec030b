import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schedulerOf } from './scheduler-of.ts'

test('a cluster without nodes takes nothing', () => {
  const scheduler = schedulerOf({ nodes: [], pods: [], others: [] })
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: { containers: [] } }
  assert.deepEqual(scheduler.judge(pod).feasible, [])
})
