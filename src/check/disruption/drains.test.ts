import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { applyEdits } from '../apply.ts'
import { linesOf, machine, manifestWorld, sampleWorld, shop, verdictsOf } from '../sample.ts'
import { drains } from './drains.ts'

const apart = { apart: [{ by: 'kubernetes.io/hostname', how: 'required' as const }] }

const rows: [name: string, checkout: ServiceOptions, verdict: string, line: string, fix: unknown][] = [
  [
    'one to spare, one per node',
    { replicas: 3, budget: { minAvailable: 2 }, place: apart },
    'kept',
    'budget checkout wants 2 to stay and there are 3: allowed disruptions = 3 − 2 = 1',
    undefined,
  ],
  [
    'none to spare',
    { replicas: 2, budget: { minAvailable: 2 } },
    'broken',
    'budget checkout wants 2 to stay and there are 2: allowed disruptions = 2 − 2 = 0',
    3,
  ],
  [
    'a percentage rounds up',
    { replicas: 3, budget: { minAvailable: '67%' } },
    'broken',
    'budget checkout wants 3 to stay and there are 3: allowed disruptions = 3 − 3 = 0',
    4,
  ],
  [
    'all must stay, however many there are',
    { replicas: 3, budget: { minAvailable: '100%' } },
    'broken',
    'budget checkout wants 3 to stay and there are 3: allowed disruptions = 3 − 3 = 0',
    { maxUnavailable: 1 },
  ],
  [
    'none may go',
    { replicas: 3, budget: { maxUnavailable: 0 } },
    'broken',
    'budget checkout wants 3 to stay and there are 3: allowed disruptions = 3 − 3 = 0',
    { maxUnavailable: 1 },
  ],
  [
    'nothing runs',
    { replicas: 0, budget: { minAvailable: 1 } },
    'kept',
    'budget checkout wants 1 to stay and there are 0: allowed disruptions = 0 − 1 = 0',
    undefined,
  ],
  [
    'two on one node, and room elsewhere for the one that goes first',
    { replicas: 2, budget: { minAvailable: 1 } },
    'kept',
    'budget checkout wants 1 to stay and there are 2: allowed disruptions = 2 − 1 = 1',
    undefined,
  ],
  [
    'two on one node that nobody can replace',
    {
      replicas: 2,
      budget: { minAvailable: 1 },
      place: { require: [{ label: 'kubernetes.io/hostname', in: ['n1'] }] },
    },
    'broken',
    '2 pods stand on n1 and have no other place, and budget checkout allows 1: the drain stops after 1',
    undefined,
  ],
]

for (const [name, checkout, verdict, line, fix] of rows) {
  test(`drains: ${name}`, () => {
    const made = shop({ checkout })
    const [found] = verdictsOf(drains, sampleWorld(made.platform))
    assert.ok(found)
    assert.equal(found.id, 'drains/live/checkout')
    assert.equal(found.verdict, verdict)
    assert.equal(linesOf(found)[0], line)
    const edits = found.because.flatMap((reason) => reason.fix ?? [])
    assert.deepEqual(edits[0]?.to, fix)
    if (edits.length > 0) {
      const [again] = verdictsOf(drains, sampleWorld(applyEdits(made.platform, edits)))
      assert.equal(again?.verdict, 'kept', 'the fix fixes')
    }
    const [edit] = edits
    if (edit && typeof fix === 'number') {
      const smaller = applyEdits(made.platform, [{ ...edit, to: fix - 1 }])
      assert.equal(verdictsOf(drains, sampleWorld(smaller))[0]?.verdict, 'broken', 'the next smaller number fails')
    }
  })
}

test('drains: a budget is asked for by the workload that it covers', () => {
  const checkout = { replicas: 2, budget: { minAvailable: 1, name: 'till' } }
  assert.equal(verdictsOf(drains, sampleWorld({ checkout }))[0]?.id, 'drains/live/checkout')
})

test('drains: no budget, no question', () => {
  assert.deepEqual(verdictsOf(drains, sampleWorld()), [])
})

const pod = (kind: string, more = '') => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: cart, namespace: shop }
spec:${more}
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: main, image: cart }] }
`
const budget = (name: string, spec: string) => `
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name}, namespace: shop }
spec: { selector: { matchLabels: { app: cart } }, ${spec} }
`

const folders: [name: string, yaml: string, said: string[]][] = [
  [
    'two budgets over one workload',
    pod('Deployment', '\n  replicas: 3') + budget('a', 'minAvailable: 1') + budget('b', 'maxUnavailable: 1'),
    [
      'drains/shop/a broken: budget a and budget b both cover cart: the API server evicts no pod that several budgets cover',
      'drains/shop/b broken: budget a and budget b both cover cart: the API server evicts no pod that several budgets cover',
    ],
  ],
  [
    'no nodes among the files',
    pod('Deployment', '\n  replicas: 3') + budget('a', 'minAvailable: 1'),
    ['drains/shop/cart unknown: budget a allows 2 of 3 pods to go at once, and nobody says what nodes there are'],
  ],
  [
    'a budget that counts from what has no scale',
    pod('DaemonSet') + budget('a', 'maxUnavailable: 1'),
    [
      'drains/shop/cart kept: budget a counts from the scale of DaemonSet/shop/cart, which has none: allowed disruptions = 0',
    ],
  ],
  ['a budget that covers nothing', budget('a', 'minAvailable: 1'), ['drains/shop/a kept: budget a covers no pod']],
]

for (const [name, yaml, said] of folders) {
  test(`drains: ${name}`, () => {
    const found = verdictsOf(drains, manifestWorld(yaml))
    assert.deepEqual(
      found.map((one) => `${one.id} ${one.verdict}: ${linesOf(one)[0]}`),
      said,
    )
  })
}

test('drains: rests on what is said to be taken, where pods must move to be replaced', () => {
  const nodes = ['n1', 'n2', 'n3'].map((name) => machine(name, 'east', { taken: { cpu: '25%' } }))
  const options = { nodes, checkout: { replicas: 2, requests: { cpu: '250m' }, budget: { minAvailable: 1 } } } as const
  const verdict = (denied: string[]) => verdictsOf(drains, sampleWorld(options, { denied }))[0]
  assert.equal(verdict([])?.verdict, 'assumed')
  assert.deepEqual(
    verdict([])?.assumes.map(({ id }) => id),
    ['taken/harbour'],
  )
  assert.equal(verdict(['taken/harbour'])?.verdict, 'broken')
})

const scaledBy = (min: number, max: number) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }
  minReplicas: ${min}
  maxReplicas: ${max}
`
const between: [name: string, min: number, max: number, says: [string, string]][] = [
  [
    'none may go at any number',
    1,
    2,
    ['broken', 'budget checkout wants 2 to stay and there are 1: allowed disruptions = 1 − 2 = 0'],
  ],
  [
    'one may go at the most only',
    2,
    4,
    ['unknown', 'budget checkout allows 0 of 2 to 2 of 4 pods to go, as an autoscaler moves their number'],
  ],
  [
    'one may go at any number',
    3,
    4,
    ['unknown', 'budget checkout allows 1 of 3 pods to go at once, and nobody says what nodes there are'],
  ],
]

for (const [name, min, max, says] of between) {
  test(`drains, with an autoscaler: ${name}`, () => {
    const yaml = `apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  selector: { matchLabels: { app: checkout } }
  template: { metadata: { labels: { app: checkout } }, spec: { containers: [{ name: web, image: web }] } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: checkout, namespace: shop }
spec: { minAvailable: 2, selector: { matchLabels: { app: checkout } } }
---
${scaledBy(min, max)}`
    const [found] = verdictsOf(drains, manifestWorld(yaml))
    assert.deepEqual(found && [found.verdict, linesOf(found)[0]], says)
  })
}

test('drains: a budget in another namespace covers nothing here', () => {
  const budget = (namespace: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  selector: { matchLabels: { app: checkout } }
  template: { metadata: { labels: { app: checkout } }, spec: { containers: [{ name: web, image: web }] } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: checkout, namespace: ${namespace} }
spec: { minAvailable: 1, selector: { matchLabels: { app: checkout } } }
`
  assert.deepEqual(
    ['office', 'shop'].map((namespace) => {
      const [found] = verdictsOf(drains, manifestWorld(budget(namespace)))
      return [found?.verdict, found && linesOf(found)[0]]
    }),
    [
      ['kept', 'budget checkout covers no pod'],
      ['broken', 'budget checkout wants 1 to stay and there are 1: allowed disruptions = 1 − 1 = 0'],
    ],
  )
})
