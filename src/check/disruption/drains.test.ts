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

const member = (more: string, replicas = 2) => `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ledger-db, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ledger-db } }
  template:
    metadata: { labels: { app: ledger-db } }
    spec: { ${more}containers: [{ name: main, image: db, resources: { requests: { cpu: 1500m } } }] }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { storageClassName: disk, resources: { requests: { storage: 1Gi } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ledger-db, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: ledger-db } } }
`
const nodesOf = (cpu: number, zones: readonly string[]) =>
  zones
    .map(
      (zone, at) => `---
apiVersion: v1
kind: Node
metadata:
  name: n${at + 1}
  labels: { kubernetes.io/hostname: n${at + 1}, topology.kubernetes.io/zone: ${zone} }
status: { allocatable: { cpu: "${cpu}", memory: 16Gi, pods: "110" } }
`,
    )
    .join('')
const spreadOver = (key: string, more: string) =>
  `topologySpreadConstraints: [{ topologyKey: ${key}, maxSkew: 1, labelSelector: { matchLabels: { app: ledger-db } }, ${more} }], `
const filler = `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  replicas: 4
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: main, image: cart, resources: { requests: { cpu: 1500m } } }] }
`

const ways: [name: string, yaml: string, said: string, assumes: readonly string[], denied?: string][] = [
  [
    'a required spread leaves one on each node',
    member(spreadOver('topology.kubernetes.io/zone', 'whenUnsatisfiable: DoNotSchedule')) + nodesOf(4, ['a', 'b']),
    'kept: at most 1 pod stands on one node, and budget ledger-db allows 1 at once',
    [],
  ],
  [
    'room elsewhere, if their volumes follow',
    member('') + nodesOf(4, ['a', 'b']),
    'assumed: at most 2 pods stand on one node, and budget ledger-db allows 1 at once: each that goes finds a place elsewhere, and the next may go',
    ['volumes-move/cluster/disk'],
  ],
  [
    'and if they do not, the drain stops',
    member('') + nodesOf(4, ['a', 'b']),
    'broken: up to 2 pods may stand on n1 and have no other place, and budget ledger-db allows 1: the drain stops after 1',
    [],
    'volumes-move/cluster/disk',
  ],
  [
    'no certain room, and spread by what they prefer',
    member(spreadOver('kubernetes.io/hostname', 'whenUnsatisfiable: ScheduleAnyway')) + nodesOf(4, ['a', 'b']) + filler,
    'assumed: as the scheduler spreads them, at most 1 of them stands on one node, and budget ledger-db allows 1 at once',
    ['usual-spread/cluster/shop/ledger-db'],
  ],
  [
    'no certain room, and spread by default',
    member('') + nodesOf(4, ['a', 'b']) + filler,
    'assumed: as the scheduler spreads them, at most 1 of them stands on one node, and budget ledger-db allows 1 at once',
    ['usual-spread/cluster/shop/ledger-db'],
  ],
  [
    'no certain room, and more pods than nodes',
    member('', 3) + nodesOf(6, ['a', 'b']) + filler,
    'unknown: up to 3 pods may stand on n1, and budget ledger-db allows 1 at once: the next must wait until those are ready elsewhere, which is not certain',
    [],
  ],
]

for (const [name, yaml, said, assumes, denied] of ways) {
  test(`drains, one after the other: ${name}`, () => {
    const found = verdictsOf(drains, manifestWorld(yaml, { denied: denied === undefined ? [] : [denied] }))
    const [verdict] = found
    assert.ok(verdict)
    assert.equal(`${verdict.verdict}: ${linesOf(verdict).at(-1)}`, said)
    assert.deepEqual(
      verdict.assumes.map(({ id }) => id),
      assumes,
    )
  })
}

test('drains: what happens to pods that are not ready changes nothing for those that are', () => {
  const policies = ['IfHealthyBudget', 'AlwaysAllow']
  const said = policies.map((policy) => {
    const yaml =
      pod('Deployment', '\n  replicas: 1') + budget('a', `minAvailable: 1, unhealthyPodEvictionPolicy: ${policy}`)
    return verdictsOf(drains, manifestWorld(yaml)).map(({ verdict }) => verdict)
  })
  assert.deepEqual(said, [['broken'], ['broken']])
})

const seenOn = (...nodes: string[]) =>
  nodes
    .map(
      (node, at) => `---
apiVersion: v1
kind: Pod
metadata:
  name: ledger-db-${at}
  namespace: shop
  labels: { app: ledger-db }
  ownerReferences: [{ apiVersion: apps/v1, kind: StatefulSet, name: ledger-db, controller: true }]
spec: { nodeName: ${node}, containers: [{ name: main, image: db }] }
`,
    )
    .join('')

const seen: [name: string, nodes: readonly string[], said: string][] = [
  ['one on each', ['n1', 'n2'], 'kept: at most 1 pod was seen on one node, and budget ledger-db allows 1 at once'],
  [
    'both on one, and no certain room',
    ['n1', 'n1'],
    'unknown: 2 pods were seen on n1, and budget ledger-db allows 1 at once: the next must wait until those are ready elsewhere, which is not certain',
  ],
  [
    'one of them was not seen',
    ['n1'],
    'assumed: as the scheduler spreads them, at most 1 of them stands on one node, and budget ledger-db allows 1 at once',
  ],
]

for (const [name, nodes, said] of seen) {
  test(`drains, where pods were seen: ${name}`, () => {
    const yaml = member('') + nodesOf(4, ['a', 'b']) + filler + seenOn(...nodes)
    const [verdict] = verdictsOf(drains, manifestWorld(yaml))
    assert.equal(verdict && `${verdict.verdict}: ${linesOf(verdict).at(-1)}`, said)
  })
}
