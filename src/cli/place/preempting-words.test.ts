import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PreemptionAnswer } from '../../engine/scheduling/scheduler.ts'
import { sayPreempting } from './preempting-words.ts'

const on = (node: string, victims: readonly string[], beyondBudgets = 0) => ({ node, victims, beyondBudgets })
const none = (why: NonNullable<PreemptionAnswer['none']>): PreemptionAnswer => ({ candidates: [], none: why })

const rows: readonly (readonly [preempting: PreemptionAnswer, says: string | undefined])[] = [
  [{ candidates: [on('n1', ['shop/a'])] }, 'goes before lower priority: on n1 shop/a would go'],
  [
    { candidates: [on('n1', ['shop/a', 'shop/b']), on('n2', ['shop/c'])] },
    'goes before lower priority: on n1 shop/a, shop/b would go; or on n2 shop/c would go',
  ],
  [
    { candidates: ['n1', 'n2', 'n3', 'n4'].map((node) => on(node, ['shop/a'])) },
    'goes before lower priority: on n1 shop/a would go; or on n2 shop/a would go; or on n3 shop/a would go; or on 1 more node',
  ],
  [
    { candidates: [on('n1', ['shop/a'], 1)] },
    'goes before lower priority: on n1 shop/a would go, beyond what its disruption budget allows',
  ],
  [
    { candidates: [on('n1', ['shop/a', 'shop/b', 'shop/c'], 2)] },
    'goes before lower priority: on n1 shop/a, shop/b, shop/c would go, 2 of them beyond what their disruption budgets allow',
  ],
  [none('never'), 'makes nobody go: its preemptionPolicy is Never'],
  [none('ending'), 'waits: pods that it made go are still ending on the node that is kept for it'],
  [none('final'), 'makes nobody go: what keeps it from each node is no pod of lower priority'],
  [none('no lower'), 'makes nobody go: no pod of lower priority stands where one less would help'],
  [none('not enough'), 'makes nobody go: it would find no place though all pods of lower priority went'],
  // What a node's own row says already.
  [none('fits'), undefined],
  [none('nowhere'), undefined],
  [none('unknown'), undefined],
]

for (const [preempting, says] of rows)
  test(`preempting: ${preempting.none ?? says}`, () => assert.equal(sayPreempting(preempting), says))
