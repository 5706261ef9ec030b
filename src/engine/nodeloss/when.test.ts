// What a time is the sum of: each term where nothing else makes it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Controller, Loss } from './loss.ts'
import { nodeLoss } from './node-loss.ts'
import { lossOf, nodesOf, podOn } from './sample-loss.ts'
import type { TermName } from './when.ts'

const at = (seconds: number) => ({ from: seconds, to: seconds })
const replicas = { is: 'ReplicaSet' } as const
const member = (ordinal: number): Controller => ({ is: 'StatefulSet', name: 'db', ordinal, isOrdered: true })
const job: Controller = { is: 'Job', name: 'load', backoffLimit: 6, replaces: 'failed' }
const fenced = { node: 'a0', outOfService: { at: at(400), effect: 'NoExecute' } } as const
const removed = { node: 'a0', removed: at(100) }
const charged = { charges: [{ quota: 'pods', amount: 1 }] }
const noticed: readonly TermName[] = ['heartbeat seen', 'grace', 'looked at']
const queued: readonly TermName[] = [...noticed, 'queue of the zone', 'turn lost', 'tolerated']

const rows: [name: string, loss: Loss, terms: readonly TermName[]][] = [
  ['a node falls silent', lossOf(['a0'], { pods: [podOn('a0', replicas)] }), queued],
  [
    'after its last heartbeat was written',
    lossOf([{ node: 'a0', lastHeartbeat: at(20) }], { pods: [podOn('a0', replicas)] }),
    ['last heartbeat', ...queued],
  ],
  [
    'beside many pods',
    lossOf([{ node: 'a0', otherPods: 109 }], { pods: [podOn('a0', replicas)] }),
    [...noticed, 'requests', 'queue of the zone', 'turn lost', 'tolerated', 'requests'],
  ],
  [
    'most of its zone was lost, and most of that is removed later',
    lossOf(['a1', ...['a0', 'a2'].map((node) => ({ node, removed: at(600) }))], {
      nodes: nodesOf({ a: 4, b: 4 }),
      pods: [podOn('a1', replicas)],
    }),
    [...noticed, 'evictions suspended', 'queue of the zone', 'turn lost', 'tolerated'],
  ],
  ['a node is fenced', lossOf([fenced], { pods: [podOn('a0', member(0))] }), ['out-of-service', 'collected']],
  [
    'a member before it comes first',
    lossOf([fenced], { pods: [podOn('a0', member(1)), podOn('a0', member(0))] }),
    ['out-of-service', 'collected', 'earlier ordinals'],
  ],
  [
    'a node is removed',
    lossOf([removed], { pods: [podOn('a0', replicas)] }),
    ['node removed', 'collected', 'quarantine', 'collected'],
  ],
  [
    'a Job has failed, of which nobody saw that it was unready',
    lossOf([{ node: 'a0', removed: at(55) }], { pods: [podOn('a0', job)] }),
    ['node removed', 'collected', 'quarantine', 'collected', 'back-off of the job', 'counted by the job'],
  ],
  [
    'a quota is full',
    lossOf(['a0'], { pods: [podOn('a0', replicas, charged)], quotas: [{ name: 'pods', spare: 0 }] }),
    [...queued, 'charged to the quota', 'tried again'],
  ],
]

for (const [name, loss, terms] of rows)
  test(`terms of a time: ${name}`, () => {
    const [found] = nodeLoss(loss).pods
    assert.ok(found && found.replaced.is !== 'never')
    assert.deepEqual(
      found.replaced.terms.map(({ what }) => what),
      terms,
    )
  })
