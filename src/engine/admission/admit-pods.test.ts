// What kube-apiserver 1.36.3 says of such pods; `oracle/` really creates such ones.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Estate } from '../../estate/estate.ts'
import { formatQuantity } from '../../kubernetes/quantity.ts'
import { type Manifest, refOf } from '../../kubernetes/types.ts'
import { podsOf } from '../pods/pods-of.ts'
import { admitClaims } from './admit-claims.ts'
import { admitPods } from './admit-pods.ts'
import { quotaUse } from './quota-use.ts'
import { sayFault } from './words.ts'

function estateOf(manifests: readonly object[], minor = '1.36'): Estate {
  const objects = (manifests as readonly Manifest[]).map((manifest) => ({
    ref: refOf(manifest),
    manifest,
    origin: 'written' as const,
    source: {},
  }))
  const none = { nodes: [], pools: {}, classes: {}, shown: [], facts: [], environments: [], taken: {}, source: {} }
  return { cluster: 'harbour', minor, enforcesPolicy: { holds: true, source: {} }, ...none, objects }
}

const inShop = (kind: string, name: string, apiVersion: string, rest: object) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  ...rest,
})
const pod = (resources: object, more: object = {}) => ({
  containers: [{ name: 'web', image: 'web', resources }],
  ...more,
})
const template = (spec: object) => ({ template: { metadata: { labels: { app: 'a' } }, spec } })
const deployment = (name: string, resources: object, replicas = 2, more: object = {}) =>
  inShop('Deployment', name, 'apps/v1', { spec: { replicas, ...template(pod(resources, more)) } })
const range = (...limits: object[]) => inShop('LimitRange', 'bounds', 'v1', { spec: { limits } })
const quota = (hard: object, more: object = {}) => inShop('ResourceQuota', 'share', 'v1', { spec: { hard, ...more } })

const defaults = { type: 'Container', default: { memory: '512Mi' }, defaultRequest: { memory: '256Mi' } }
const ratio = { type: 'Container', maxLimitRequestRatio: { cpu: '2' } }
const ranges: [name: string, resources: object, item: object, says: readonly string[]][] = [
  ['within', { requests: { memory: '512Mi' } }, defaults, []],
  [
    'a request above the default limit',
    { requests: { memory: '1Gi' } },
    defaults,
    [
      'container web: memory request 1Gi is above the limit 512Mi (from LimitRange bounds, spec.limits[0].default.memory)',
    ],
  ],
  ['its own limit', { requests: { memory: '1Gi' }, limits: { memory: '1Gi' } }, defaults, []],
  [
    'below the least',
    { requests: { cpu: '50m' } },
    { type: 'Container', min: { cpu: '100m' } },
    ['container web: cpu request 50m is below 100m of LimitRange bounds (spec.limits[0].min.cpu)'],
  ],
  [
    'above the most',
    { limits: { cpu: '2' } },
    { type: 'Container', max: { cpu: '1' } },
    ['container web: cpu limit 2 cores is above 1 core of LimitRange bounds (spec.limits[0].max.cpu)'],
  ],
  ['the most is the default', {}, { type: 'Container', max: { cpu: '1' } }, []],
  [
    'a ratio',
    { requests: { cpu: '100m' }, limits: { cpu: '300m' } },
    ratio,
    ['container web: cpu limit ÷ request 3 is above 2 of LimitRange bounds (spec.limits[0].maxLimitRequestRatio.cpu)'],
  ],
  [
    'a ratio of nothing',
    {},
    ratio,
    [
      'container web: no cpu request and limit, and LimitRange bounds (spec.limits[0].maxLimitRequestRatio.cpu) wants at most 2',
    ],
  ],
  [
    'a pod without a limit',
    {},
    { type: 'Pod', max: { cpu: '1' } },
    ['the pod: no cpu limit, and LimitRange bounds (spec.limits[0].max.cpu) wants at most 1 core'],
  ],
  [
    'a pod above',
    { limits: { cpu: '2' } },
    { type: 'Pod', max: { cpu: '1' } },
    ['the pod: cpu limit 2 cores is above 1 core of LimitRange bounds (spec.limits[0].max.cpu)'],
  ],
]
for (const [name, resources, item, expected] of ranges) {
  test(`LimitRange: ${name}`, () => {
    const estate = estateOf([deployment('orders', resources), range(item)])
    const [admission] = admitPods(estate, podsOf(estate))
    assert.deepEqual(
      admission?.refused.map(({ fault }) => sayFault(fault)),
      expected,
    )
    assert.equal(admission?.created, expected.length > 0 ? 0 : 2)
  })
}

test('the request that is refused is found in the workload', () => {
  const estate = estateOf([deployment('orders', { requests: { memory: '1Gi' } }), range(defaults)])
  const [found] = admitPods(estate, podsOf(estate))[0]?.refused ?? []
  assert.deepEqual(found?.path, ['spec', 'template', 'spec', 'containers', 0, 'resources', 'requests', 'memory'])
  assert.equal(found?.field, 'spec.containers[0].resources.requests')
})

const said = { requests: { cpu: '1' }, limits: { cpu: '1' } }
const quotas: [name: string, objects: object[], created: Record<string, number>, says: readonly string[]][] = [
  ['room for all', [deployment('a', said), quota({ pods: '2' })], { a: 2 }, []],
  [
    'what is counted must be said',
    [deployment('a', {}), quota({ 'requests.cpu': '9' })],
    { a: 0 },
    ['quota share counts requests.cpu, and container web says nothing about it'],
  ],
  [
    'a pod may say it for its containers',
    [deployment('a', {}, 2, { resources: said }), quota({ 'requests.cpu': '9' })],
    { a: 2 },
    [],
  ],
  [
    'LimitRange defaults say it',
    [deployment('a', {}), quota({ 'requests.memory': '1Gi' }), range(defaults)],
    { a: 2 },
    [],
  ],
  ['storage need not be said', [deployment('a', {}), quota({ 'requests.ephemeral-storage': '9' })], { a: 2 }, []],
  [
    'first come, first served',
    [deployment('b', said), deployment('a', said), quota({ 'requests.cpu': '3' })],
    { a: 2, b: 1 },
    ['quota share: requests.cpu 3 cores used + 1 core needed is more than 3 cores'],
  ],
  [
    'a smaller one still fits',
    [deployment('a', { requests: { cpu: '2' } }), deployment('b', said), quota({ cpu: '3' })],
    { a: 1, b: 1 },
    [
      'quota share: cpu 2 cores used + 2 cores needed is more than 3 cores',
      'quota share: cpu 3 cores used + 1 core needed is more than 3 cores',
    ],
  ],
  [
    'a refused pod is not charged',
    [deployment('a', {}), deployment('b', said), quota({ 'requests.cpu': '2' })],
    { a: 0, b: 2 },
    ['quota share counts requests.cpu, and container web says nothing about it'],
  ],
  [
    'only pods without requests',
    [deployment('a', {}), deployment('b', said), quota({ pods: '1' }, { scopes: ['BestEffort'] })],
    { a: 1, b: 2 },
    ['quota share: pods 1 used + 1 needed is more than 1'],
  ],
  [
    'only one priority',
    [
      deployment('a', said, 2, { priorityClassName: 'system-node-critical' }),
      deployment('b', said),
      quota(
        { pods: '0' },
        {
          scopeSelector: {
            matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['system-node-critical'] }],
          },
        },
      ),
    ],
    { a: 0, b: 2 },
    ['quota share: pods 0 used + 1 needed is more than 0'],
  ],
]
for (const [name, objects, created, expected] of quotas) {
  test(`quota: ${name}`, () => {
    for (const order of [objects, objects.toReversed()]) {
      const estate = estateOf(order)
      const admissions = admitPods(estate, podsOf(estate))
      assert.deepEqual(
        Object.fromEntries(admissions.map((found) => [found.workload.split('/')[2], found.created])),
        created,
      )
      assert.deepEqual(
        admissions.flatMap(({ refused }) => refused.map(({ fault }) => sayFault(fault))),
        expected,
      )
    }
  })
}

test('before 1.34 what the pod says for itself is not heard', () => {
  const objects = [deployment('a', {}, 1, { resources: said }), quota({ 'requests.cpu': '9' })]
  assert.equal(admitPods(estateOf(objects, '1.33'), podsOf(estateOf(objects, '1.33')))[0]?.created, 0)
})

test('two thousand million pods are counted, not made', () => {
  const estate = estateOf([deployment('a', said, 2_000_000_000), quota({ 'requests.cpu': '1000' })])
  assert.equal(admitPods(estate, podsOf(estate))[0]?.created, 1000)
})

test('claims against a LimitRange', () => {
  const spec = (storage: string) => ({ accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } })
  const stateful = inShop('StatefulSet', 'db', 'apps/v1', {
    spec: { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: spec('100Gi') }], ...template(pod({})) },
  })
  const item = { type: 'PersistentVolumeClaim', max: { storage: '50Gi' } }
  const found = admitClaims(
    estateOf([stateful, inShop('PersistentVolumeClaim', 'dumps', 'v1', { spec: spec('10Gi') }), range(item)]),
  )
  assert.deepEqual(
    found.map(({ ref, refused }) => [ref, ...refused.map(({ fault }) => sayFault(fault))]),
    [
      ['PersistentVolumeClaim/shop/dumps'],
      ['StatefulSet/shop/db', 'storage request 100Gi is above 50Gi of LimitRange bounds (spec.limits[0].max.storage)'],
    ],
  )
})

test('what a quota holds: pods, claims, services, surge and runs', () => {
  const claim = {
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '10Gi' } } },
  }
  const estate = estateOf([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    deployment('web', said, 5),
    inShop('StatefulSet', 'db', 'apps/v1', {
      spec: { replicas: 3, volumeClaimTemplates: [claim], ...template(pod(said)) },
    }),
    inShop('CronJob', 'dump', 'batch/v1', { spec: { jobTemplate: { spec: template(pod(said)) } } }),
    inShop('PersistentVolumeClaim', 'dumps', 'v1', { spec: { resources: { requests: { storage: '5Gi' } } } }),
    inShop('Service', 'web', 'v1', { spec: { type: 'LoadBalancer', ports: [{ port: 80 }, { port: 81 }] } }),
    inShop('ConfigMap', 'web', 'v1', {}),
    quota({
      ...{
        'requests.cpu': '9',
        pods: '9',
        persistentvolumeclaims: '9',
        'requests.storage': '90Gi',
        services: '9',
        configmaps: '9',
      },
      ...{
        'services.nodeports': '9',
        'fast.storageclass.storage.k8s.io/requests.storage': '90Gi',
        'count/widgets.example.com': '1',
      },
    }),
  ])
  const rows = quotaUse(estate, podsOf(estate)).map(({ resource, used, by, surge, runs }) => {
    const shares = [by, surge, runs].map((list) =>
      list.map(({ ref, amount }) => `${ref.split('/')[2]} ${formatQuantity(amount)}`).join(', '),
    )
    return [resource, used && formatQuantity(used), ...shares]
  })
  assert.deepEqual(rows, [
    ['configmaps', '2', 'kube-root-ca.crt 1, web 1', '', ''],
    ['count/widgets.example.com', undefined, '', '', ''],
    ['fast.storageclass.storage.k8s.io/requests.storage', '30Gi', 'db 30Gi', '', ''],
    ['persistentvolumeclaims', '4', 'db 3, dumps 1', '', ''],
    ['pods', '8', 'web 5, db 3', 'web 2', 'dump 1'],
    ['requests.cpu', '8', 'web 5, db 3', 'web 2', 'dump 1'],
    ['requests.storage', '35Gi', 'db 30Gi, dumps 5Gi', '', ''],
    ['services', '1', 'web 1', '', ''],
    ['services.nodeports', '2', 'web 2', '', ''],
  ])
})

test('a limit stands in for a request in pods alone, and may then break the pod’s own sum', () => {
  const container = { name: 'web', image: 'web', resources: { limits: { memory: '1Gi' } } }
  const spec = { containers: [container], resources: { requests: { memory: '16Mi' } } }
  const estate = estateOf([inShop('Deployment', 'web', 'apps/v1', { spec: { replicas: 1, ...template(spec) } })])
  const [web] = admitPods(estate, podsOf(estate))
  assert.equal(web?.created, 0)
  assert.deepEqual(
    web?.refused.map(({ by, field }) => [by, field]),
    [['validation', 'spec.resources.requests[memory]']],
  )
})
