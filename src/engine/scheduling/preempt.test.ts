import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { apartFrom, sampleNode, sampleObject, samplePod } from './sample-cluster.ts'
import { schedulerOf } from './scheduler-of.ts'

interface Scene {
  readonly nodes?: readonly Manifest[]
  readonly pods: readonly Manifest[]
  readonly others?: readonly Manifest[]
  readonly pod?: Parameters<typeof samplePod>[1]
}

const one = [sampleNode('n1', { allocatable: { cpu: '2' } })]
const two = [...one, sampleNode('n2', { allocatable: { cpu: '2' } })]

/** `n1: shop/a shop/b`, candidates by ` | `, victims beyond their budgets counted; or why nobody goes. */
function madeToGo({ nodes = one, pods, others = [], pod }: Scene): string {
  const { candidates, none } = schedulerOf({ nodes, pods, others }).preempt(
    samplePod('web', { priority: 10, requests: { cpu: '2' }, ...pod }),
  )
  const said = candidates.map(
    ({ node, victims, beyondBudgets }) =>
      `${node}: ${victims.join(' ')}${beyondBudgets > 0 ? ` (${beyondBudgets} beyond)` : ''}`,
  )
  return none ?? said.join(' | ')
}

const on = (node: string, name: string, priority: number, cpu = '1', more: Parameters<typeof samplePod>[1] = {}) =>
  samplePod(name, { nodeName: node, priority, requests: { cpu }, ...more })
const since = (minute: number) => ({ status: { startTime: `2026-01-01T00:0${minute}:00Z` } })
const budget = (app: string, disruptionsAllowed: number, more = {}) =>
  sampleObject('PodDisruptionBudget', app, {
    namespace: 'shop',
    spec: { selector: { matchLabels: { app } } },
    status: { disruptionsAllowed, ...more },
  })

const rows: readonly (readonly [name: string, scene: Scene, says: string])[] = [
  ['lower pods go', { pods: [on('n1', 'a', 1), on('n1', 'b', 2)] }, 'n1: shop/a shop/b'],
  [
    'no more than has to',
    { pods: [on('n1', 'a', 1), on('n1', 'b', 2)], pod: { requests: { cpu: '1' } } },
    'n1: shop/a',
  ],
  ['equal priority stays', { pods: [on('n1', 'a', 10), on('n1', 'b', 2)] }, 'not enough'],
  ['nobody is of lower priority', { pods: [on('n1', 'a', 10), on('n1', 'b', 11)] }, 'no lower'],
  [
    'it never makes others go',
    { pods: [on('n1', 'a', 1), on('n1', 'b', 2)], pod: { preemptionPolicy: 'Never' } },
    'never',
  ],
  [
    'a node too small for it in any case is not looked at',
    { pods: [on('n1', 'a', 1)], pod: { requests: { cpu: '3' } } },
    'final',
  ],
  ['a node with room: nobody has to go', { nodes: two, pods: [on('n1', 'a', 1)] }, 'fits'],
  [
    'a budget that would break comes last',
    { nodes: two, pods: [on('n1', 'a', 1, '2'), on('n2', 'b', 5, '2')], others: [budget('a', 0)] },
    'n2: shop/b',
  ],
  [
    '… and is broken where nothing else helps',
    { pods: [on('n1', 'a', 1, '2')], others: [budget('a', 0)] },
    'n1: shop/a (1 beyond)',
  ],
  [
    'pods within a budget go before those that would break it',
    { pods: [on('n1', 'a', 1), on('n1', 'b', 1)], others: [budget('a', 0)], pod: { requests: { cpu: '1' } } },
    'n1: shop/b',
  ],
  [
    'a pod whose eviction is under way is counted already',
    {
      pods: [on('n1', 'a', 1), on('n1', 'b', 1, '1', since(1))],
      others: [budget('a', 0, { disruptedPods: { a: '2026-01-01T00:00:00Z' } })],
      pod: { requests: { cpu: '1' } },
    },
    'n1: shop/a',
  ],
  [
    'the lowest of the highest victims',
    { nodes: two, pods: [on('n1', 'a', 5, '2'), on('n2', 'b', 4, '2')] },
    'n2: shop/b',
  ],
  [
    'the least sum',
    { nodes: two, pods: [on('n1', 'a', 5), on('n1', 'c', 4), on('n2', 'b', 5), on('n2', 'd', 3)] },
    'n2: shop/b shop/d',
  ],
  ['the fewest', { nodes: two, pods: [on('n1', 'a', 5), on('n1', 'c', 5), on('n2', 'b', 5, '2')] }, 'n2: shop/b'],
  [
    'the ones that run for the shortest time',
    { nodes: two, pods: [on('n1', 'a', 5, '2', since(1)), on('n2', 'b', 5, '2', since(2))] },
    'n2: shop/b',
  ],
  [
    'equal in all: any',
    { nodes: two, pods: [on('n1', 'a', 5, '2', since(1)), on('n2', 'b', 5, '2', since(1))] },
    'n1: shop/a | n2: shop/b',
  ],
  ['one that keeps it away goes', { pods: [on('n1', 'a', 1, '0', apartFrom('web'))] }, 'n1: shop/a'],
  [
    'a label that is missing: no pod that goes would help',
    { pods: [on('n1', 'a', 1, '2')], pod: { nodeSelector: { disk: 'ssd' } } },
    'final',
  ],
  ['a gate: it waits', { pods: [on('n1', 'a', 1, '2')], pod: { schedulingGates: [{ name: 'later' }] } }, 'nowhere'],
  ['another scheduler', { pods: [on('n1', 'a', 1, '2')], pod: { schedulerName: 'batch' } }, 'unknown'],
  [
    'those that it made go are still ending',
    {
      pods: [
        on('n1', 'a', 1, '2', {
          metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' },
          status: { conditions: [{ type: 'DisruptionTarget', status: 'True', reason: 'PreemptionByScheduler' }] },
        }),
      ],
      pod: { status: { nominatedNodeName: 'n1' } },
    },
    'ending',
  ],
]

for (const [name, scene, says] of rows) {
  test(`preemption: ${name}`, () => assert.equal(madeToGo(scene), says))
}

test('preemption: room that is kept for a pod of the same priority is not to be had', () => {
  const kept = samplePod('first', { priority: 10, requests: { cpu: '2' }, status: { nominatedNodeName: 'n1' } })
  const scheduler = schedulerOf({ nodes: one, pods: [kept], others: [] })
  const pod = samplePod('web', { priority: 10 })
  assert.deepEqual(scheduler.judge(pod).feasible, [])
  assert.deepEqual(scheduler.judge(kept).best, ['n1'])
  assert.deepEqual(scheduler.judge(samplePod('vip', { priority: 11 })).feasible, ['n1'])
  scheduler.remove({ namespace: 'shop', name: 'first' })
  assert.deepEqual(scheduler.judge(pod).feasible, ['n1'])
})

test('preemption: nothing is kept here for a pod that another scheduler places', () => {
  const status = { nominatedNodeName: 'n1' }
  const kept = samplePod('first', { priority: 10, requests: { cpu: '2' }, schedulerName: 'mine', status })
  const scheduler = schedulerOf({ nodes: one, pods: [kept], others: [] })
  assert.deepEqual(scheduler.judge(samplePod('web', { priority: 10 })).feasible, ['n1'])
})
