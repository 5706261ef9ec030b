import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostnameKey } from '../placement/reasons.ts'
import { type SmallClass, smallClass, smallEstate, smallObject } from '../placement/small-cluster.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { budgetsOf } from './budget.ts'
import { drains } from './drain.ts'

const budget = (spec: object, name = 'cart') =>
  smallObject('PodDisruptionBudget', name, { spec: { selector: { matchLabels: { app: 'cart' } }, ...spec } })
const cart = (count: number, more: Partial<SmallClass> = {}) => smallClass({ name: 'cart', count, ...more })

const rows: [name: string, count: number, spec: object, says: string][] = [
  ['one to spare', 3, { minAvailable: 2 }, '3 of 3 ready − 2 = 1'],
  ['none to spare', 2, { minAvailable: 2 }, '2 of 2 ready − 2 = 0'],
  ['more to stay than there are', 2, { minAvailable: 5 }, '2 of 2 ready − 5 = 0'],
  ['a percentage to stay rounds up', 3, { minAvailable: '67%' }, '3 of 3 ready − 3 = 0'],
  ['a percentage away rounds up too', 3, { maxUnavailable: '10%' }, '3 of 3 ready − 2 = 1'],
  ['all may go', 3, { maxUnavailable: '100%' }, '3 of 3 ready − 0 = 3'],
  ['none may go', 5, { maxUnavailable: 0 }, '5 of 5 ready − 5 = 0'],
  ['more may go than there are', 2, { maxUnavailable: 7 }, '2 of 2 ready − 0 = 2'],
  ['nothing is asked for', 2, {}, '2 of 0 ready − 0 = 0: asks for nothing'],
  ['what nobody can read', 2, { minAvailable: 'two' }, '2 of 2 ready − 2 = 0: neither a number nor a percentage'],
  ['no pods', 0, { minAvailable: 0 }, '0 of 0 ready − 0 = 0'],
  ['an absent selector takes no pod', 3, { minAvailable: 1, selector: undefined }, '0 of 0 ready − 1 = 0'],
  ['an empty selector takes all', 3, { minAvailable: 1, selector: {} }, '3 of 3 ready − 1 = 2'],
]
for (const [name, count, spec, says] of rows) {
  test(`budget: ${name}`, () => {
    const [found] = budgetsOf(smallEstate([], { objects: [budget(spec)] }), [cart(count)])
    assert.ok(found)
    const { healthy, expected, mustStay, allowed, fault } = found
    const line = `${healthy} of ${expected} ready − ${mustStay} = ${allowed}`
    assert.equal(fault ? `${line}: ${fault}` : line, says)
  })
}

const kinds: [more: Pick<Partial<PodClass>, 'kind' | 'keptBy'>, spec: object, allowed: number, fault?: string][] = [
  [{ kind: 'Pod' }, { minAvailable: 0 }, 1],
  [{ kind: 'Pod' }, { maxUnavailable: 1 }, 0],
  [{ kind: 'Pod', keptBy: 'controller' }, { maxUnavailable: 1 }, 0, 'an owner that nobody shows'],
  [{ kind: 'Pod', keptBy: 'kubelet' }, { maxUnavailable: 1 }, 0, 'a workload without a scale'],
  [{ kind: 'DaemonSet' }, { minAvailable: 0 }, 1],
  [{ kind: 'DaemonSet' }, { maxUnavailable: 1 }, 0, 'a workload without a scale'],
  [{ kind: 'Job' }, { minAvailable: 0 }, 0],
]
for (const [more, spec, allowed, fault] of kinds) {
  test(`budget: over a ${more.keptBy ?? ''} ${more.kind}, ${JSON.stringify(spec)}`, () => {
    const [found] = budgetsOf(smallEstate([], { objects: [budget(spec)] }), [
      { ...cart(1, more.kind && { kind: more.kind }), ...more },
    ])
    assert.equal(found?.allowed, allowed)
    assert.equal(found?.fault, fault)
  })
}

test('budget: other namespaces are not covered', () => {
  const [found] = budgetsOf(smallEstate([], { objects: [budget({ minAvailable: 1 })] }), [
    cart(3, { namespace: 'test' }),
  ])
  assert.deepEqual(found?.covers, [])
})

const ssd = { disk: 'ssd' }
const nodes = [{ name: 'n1', labels: ssd }, { name: 'n2' }]
const drained: [name: string, pods: Partial<SmallClass>, budgets: object[], says: string[]][] = [
  ['one per node, one may go', { apart: [{ by: hostnameKey }] }, [{ minAvailable: 1 }], ['n1 passes', 'n2 passes']],
  ['both may stand on one node', {}, [{ minAvailable: 1 }], ['n1 waits', 'n2 waits']],
  ['none may go', {}, [{ minAvailable: 2 }], ['n1 never: none allowed', 'n2 never: none allowed']],
  [
    'two budgets on one pod',
    {},
    [{ minAvailable: 1 }, { minAvailable: 0 }],
    [
      'n1 never: several budgets',
      'n2 never: several budgets',
      'n1 never: several budgets',
      'n2 never: several budgets',
    ],
  ],
  [
    'both stand on the only node that takes them: the second may not go before the first is back',
    { nodeSelector: ssd },
    [{ minAvailable: 1 }],
    ['n1 never: no way back'],
  ],
  ['on the only node, and both may go', { nodeSelector: ssd }, [{ maxUnavailable: 2 }], ['n1 passes']],
  ['daemons are not evicted', { kind: 'DaemonSet' }, [{ minAvailable: 9 }], []],
]
for (const [name, more, budgets, says] of drained) {
  test(`drain: ${name}`, () => {
    const objects = budgets.map((spec, at) => budget(spec, `cart-${at}`))
    const answers = drains(smallEstate(nodes, { objects }), [cart(2, more)])
    assert.deepEqual(
      answers.map(({ node, answer, why }) => (why ? `${node} ${answer}: ${why}` : `${node} ${answer}`)),
      says,
    )
  })
}
