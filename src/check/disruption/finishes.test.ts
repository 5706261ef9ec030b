import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { finishes } from './finishes.ts'

const node = (name: string, zone = 'east') => `
apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name}, topology.kubernetes.io/zone: ${zone} } }
status: { allocatable: { cpu: 4, memory: 8Gi, pods: 110 } }
`
const three = ['a', 'b', 'c'].map((name) => node(name))
const workload = (spec: string, pod = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  ${spec}
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec:
      containers: [{ name: app, resources: { requests: { cpu: 100m } }, ${pod.startsWith('ports') ? pod : ''} }]
      ${pod.startsWith('ports') ? '' : pod}
`
const apart = (kind: string, more = '') => {
  const term = `{ topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: checkout } } ${more} }`
  const rule =
    kind === 'required'
      ? `requiredDuringSchedulingIgnoredDuringExecution: [${term}]`
      : `preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: ${term} }]`
  return `affinity: { podAntiAffinity: { ${rule} } }`
}
const none = 'replicas: 3\n  strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }'
const quota = (hard: string) => `
apiVersion: v1
kind: ResourceQuota
metadata: { name: bounds, namespace: shop }
spec: { hard: { ${hard} } }
`
const budget = `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: checkout, namespace: shop }
spec: { maxUnavailable: 0, selector: { matchLabels: { app: checkout } } }
`
const scaler = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout } }
`
const claim = (mode: string) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: files, namespace: shop }
spec: { accessModes: [${mode}], resources: { requests: { storage: 1Gi } } }
`
const files = 'volumes: [{ name: f, persistentVolumeClaim: { claimName: files } }]'
const free = 'no pod may go first, and no rule of its own keeps a new one away'
const noPlace = (why: string, old = 3) =>
  `no pod may go first, and a new one has no place beside the ${old} old: ${why}`
const perNode = 'with these 3 nodes, required anti-affinity on kubernetes.io/hostname leaves one each for a, b, c'

const rows: [name: string, manifests: readonly string[], verdict: string, line: string][] = [
  [
    'an old pod may go first',
    [workload('replicas: 3\n  strategy: { rollingUpdate: { maxUnavailable: 1 } }', apart('required')), ...three],
    'kept',
    'maxUnavailable lets 1 go before a new one stands',
  ],
  [
    '25 % of four is one',
    [workload('replicas: 4', apart('required')), ...three, node('d')],
    'kept',
    'maxUnavailable lets 1 go before a new one stands',
  ],
  ['25 % of three is none', [workload('replicas: 3', apart('required')), ...three], 'broken', noPlace(perNode)],
  [
    'Recreate',
    [workload('replicas: 3\n  strategy: { type: Recreate }', apart('required')), ...three],
    'kept',
    'Recreate ends the old pods before it makes new ones',
  ],
  ['apart, and a node more', [workload(none, apart('required')), ...three, node('d')], 'kept', free],
  ['apart, on every node', [workload(none, apart('required')), ...three], 'broken', noPlace(perNode)],
  ['a budget holds no rollout back', [workload(none), budget, ...three], 'kept', free],
  ['preferred', [workload(none, apart('preferred')), ...three], 'kept', free],
  [
    'apart from its own version only',
    [workload(none, apart('required', ', matchLabelKeys: [pod-template-hash]')), ...three],
    'kept',
    free,
  ],
  ['the autoscaler goes below', [workload(none, apart('required')), scaler, ...three], 'kept', free],
  [
    'no nodes are said',
    [workload(none, apart('required'))],
    'unknown',
    'no pod may go first, and nobody says on which nodes a new one could stand',
  ],
  ['no nodes are said, and no rule needs them', [workload(none)], 'kept', free],
  [
    'a port of the host',
    [workload(none, 'ports: [{ containerPort: 80, hostPort: 80 }]'), ...three],
    'broken',
    noPlace('port 80 of the host is taken on a, b, c'),
  ],
  [
    'a claim for one pod',
    [workload('replicas: 1', files), claim('ReadWriteOncePod'), ...three],
    'broken',
    noPlace('the claim files is ReadWriteOncePod', 1),
  ],
  ['a claim for one node', [workload('replicas: 1', files), claim('ReadWriteOnce'), ...three], 'kept', free],
  [
    'a quota for one pod more',
    [workload(none), quota('pods: 4'), ...three],
    'kept',
    'the quota bounds holds one pod more: pods: 0 of the others + 4 × 1 = 4 of 4',
  ],
  [
    'a full quota',
    [workload(none), quota('requests.cpu: 350m'), ...three],
    'broken',
    'no pod may go first, and the quota bounds holds no new one beside the 3 old: requests.cpu: 0 cores of the others + 4 × 100m = 400m of 350m',
  ],
]

for (const [name, manifests, verdict, line] of rows) {
  test(`finishes: ${name}`, () => {
    const [found] = verdictsOf(finishes, manifestWorld(manifests.join('---')))
    assert.equal(found?.id, 'finishes/shop/checkout')
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

const written: [name: string, manifests: readonly string[], says: readonly string[]][] = [
  [
    'where the strategy is written, and the claim beside it',
    [workload('replicas: 1\n  strategy:\n    type: RollingUpdate', files), claim('ReadWriteOncePod'), ...three],
    [
      'strategy type Recreate: the claim lets one pod have it at a time',
      'type: RollingUpdate',
      'the access mode: accessModes',
    ],
  ],
  [
    'where it lets none go, and the rule that keeps the new one away',
    [workload('replicas: 3\n  strategy:\n    rollingUpdate:\n      maxUnavailable: 0', apart('required')), ...three],
    ['maxUnavailable: 1, so that an old pod goes first', 'maxUnavailable: 0', 'the anti-affinity: podAntiAffinity'],
  ],
]
for (const [name, manifests, [hint = '', at = '', rule = '']] of written) {
  test(`finishes: what to change: ${name}`, () => {
    const yaml = manifests.join('---')
    const line = (number: number) => yaml.split('\n')[number - 1] ?? ''
    const [found] = verdictsOf(finishes, manifestWorld(yaml))
    const reason = found?.because.find(({ truth }) => truth === false)
    assert.equal(reason?.hint, hint)
    assert.equal(line(reason?.at?.line ?? 0).trim(), at)
    const [label, text = ''] = reason?.says.rows?.[0] ?? []
    const [of, field = ''] = rule.split(': ')
    assert.equal(label, of)
    assert.match(line(Number(text.split(':').at(-1))), new RegExp(field))
  })
}
