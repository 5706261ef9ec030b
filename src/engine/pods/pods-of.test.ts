import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EstateNode } from '../../estate/estate.ts'
import { formatQuantity } from '../../kubernetes/quantity.ts'
import { podsOf } from './pods-of.ts'
import { estateOf } from './sample-estate.ts'

function deployment(spec: object, more: object = {}): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'checkout', namespace: 'shop' },
    spec: { template: { metadata: { labels: { app: 'checkout' } }, spec }, ...more },
  }
}

function limitRange(name: string, ...limits: object[]): object {
  return { apiVersion: 'v1', kind: 'LimitRange', metadata: { name, namespace: 'shop' }, spec: { limits } }
}

function said(amounts: { readonly [resource: string]: Parameters<typeof formatQuantity>[0] } | undefined): string {
  const list = Object.entries(amounts ?? {}).map(([resource, amount]) => `${resource} ${formatQuantity(amount)}`)
  return list.sort().join(', ')
}

const defaults = {
  type: 'Container',
  default: { cpu: '500m', memory: '512Mi' },
  defaultRequest: { cpu: '250m', memory: '256Mi' },
}
const own = { requests: { memory: '1Gi' }, limits: { cpu: '2' } }
const effective: [name: string, resources: object, ranges: object[], requests: string, limits: string][] = [
  ['nothing said, no LimitRange', {}, [], '', ''],
  ['a limit alone becomes the request', { limits: { cpu: '2' } }, [], 'cpu 2', 'cpu 2'],
  [
    'null is nothing, and no default takes its place',
    { limits: { memory: null } },
    [limitRange('a', defaults)],
    'cpu 250m, memory 0',
    'cpu 500m, memory 0',
  ],
  ['LimitRange defaults', {}, [limitRange('a', defaults)], 'cpu 250m, memory 256Mi', 'cpu 500m, memory 512Mi'],
  ['own limit before default request', own, [limitRange('a', defaults)], 'cpu 2, memory 1Gi', 'cpu 2, memory 512Mi'],
  [
    'max is the default, which is the default request',
    {},
    [limitRange('a', { type: 'Container', max: { cpu: '4' } })],
    'cpu 4',
    'cpu 4',
  ],
  ['min is the default request', {}, [limitRange('a', { type: 'Container', min: { cpu: '100m' } })], 'cpu 100m', ''],
  ['a LimitRange on pods sets nothing', {}, [limitRange('a', { ...defaults, type: 'Pod' })], '', ''],
  [
    'the last item of one range',
    {},
    [limitRange('a', defaults, { type: 'Container', default: { cpu: '1' } })],
    'cpu 1, memory 256Mi',
    'cpu 1, memory 512Mi',
  ],
  ['amounts round up to thousandths', { requests: { cpu: '0.0001' } }, [], 'cpu 1m', ''],
  ['a resource called __proto__', { requests: JSON.parse('{"__proto__":"1"}') }, [], '__proto__ 1', ''],
]
for (const [name, resources, ranges, requests, limits] of effective) {
  test(`requests and limits: ${name}`, () => {
    const [pods] = podsOf(estateOf([deployment({ containers: [{ name: 'web', resources }] }), ...ranges]))
    assert.equal(said(pods?.requests), requests)
    assert.equal(said(pods?.limits), limits)
  })
}

const cpu = (amount: string, more: object = {}) => ({ name: 'c', resources: { requests: { cpu: amount } }, ...more })
const sums: [name: string, spec: object, requests: string][] = [
  ['containers add up', { containers: [cpu('1'), cpu('500m')] }, 'cpu 1500m'],
  ['the largest init container', { containers: [cpu('1')], initContainers: [cpu('2'), cpu('3')] }, 'cpu 3'],
  ['a sidecar stays', { containers: [cpu('1')], initContainers: [cpu('2', { restartPolicy: 'Always' })] }, 'cpu 3'],
  [
    'init beside an earlier sidecar',
    { containers: [cpu('1')], initContainers: [cpu('2', { restartPolicy: 'Always' }), cpu('4')] },
    'cpu 6',
  ],
  ['overhead is added', { containers: [cpu('1')], overhead: { cpu: '250m' } }, 'cpu 1250m'],
  ['the pod as a whole', { containers: [cpu('1')], resources: { requests: { cpu: '3' } } }, 'cpu 3'],
  ['the pod asks what its containers ask', { containers: [cpu('1')], resources: { limits: { cpu: '3' } } }, 'cpu 1'],
  ['the pod asks its limit', { containers: [{ name: 'c' }], resources: { limits: { cpu: '3' } } }, 'cpu 3'],
]
for (const [name, spec, requests] of sums) {
  test(`effective requests: ${name}`, () => {
    const [pods] = podsOf(estateOf([deployment(spec)]))
    assert.equal(said(pods?.requests), requests)
  })
}

function node(name: string, more: Partial<EstateNode> = {}): EstateNode {
  return { name, labels: {}, taints: [], allocatable: {}, taken: {}, source: {}, ...more }
}

const template = { metadata: { labels: { app: 'x' } }, spec: { containers: [{ name: 'c' }] } }
const control = { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' as const }
const nodes = [node('n1', { taints: [control] }), node('n2', { labels: { disk: 'ssd' } }), node('n3')]
const counts: [name: string, kind: string, spec: object, names: string[]][] = [
  ['one replica where none is said', 'Deployment', { template }, ['x-#0']],
  ['ordinals', 'StatefulSet', { template, replicas: 2, ordinals: { start: 5 } }, ['x-5', 'x-6']],
  ['none', 'ReplicaSet', { template, replicas: 0 }, []],
  ['a job of one pod', 'Job', { template }, ['x-#0']],
  ['no more pods than completions', 'Job', { template, parallelism: 5, completions: 2 }, ['x-#0', 'x-#1']],
  ['one run of a schedule', 'CronJob', { jobTemplate: { spec: { template } } }, ['x-#0']],
  ['a suspended schedule', 'CronJob', { suspend: true, jobTemplate: { spec: { template } } }, []],
  ['nodes without taints', 'DaemonSet', { template }, ['x-#0', 'x-#1']],
  [
    'every node',
    'DaemonSet',
    { template: { spec: { tolerations: [{ operator: 'Exists' }] } } },
    ['x-#0', 'x-#1', 'x-#2'],
  ],
  ['nodes by label', 'DaemonSet', { template: { spec: { nodeSelector: { disk: 'ssd' } } } }, ['x-#0']],
  ['a bare pod', 'Pod', { containers: [] }, ['x']],
  ['the old kind', 'ReplicationController', { template, replicas: 2 }, ['x-#0', 'x-#1']],
]
const apiVersions: { readonly [kind: string]: string } = {
  Pod: 'v1',
  ReplicationController: 'v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
}
for (const [name, kind, spec, names] of counts) {
  test(`pods of a ${kind}: ${name}`, () => {
    const workload = {
      apiVersion: apiVersions[kind] ?? 'apps/v1',
      kind,
      metadata: { name: 'x', namespace: 'shop' },
      spec,
    }
    const [pods] = podsOf(estateOf([workload], { nodes }))
    assert.deepEqual(pods?.podNames, names)
    assert.equal(pods?.count, names.length)
  })
}

test('API defaults that engines read', () => {
  const [pods] = podsOf(
    estateOf([
      deployment({
        hostNetwork: true,
        containers: [{ name: 'web', ports: [{ containerPort: 8080 }], readinessProbe: { httpGet: { port: 8080 } } }],
      }),
    ]),
  )
  const spec = pods?.spec
  assert.equal(spec?.terminationGracePeriodSeconds, 30)
  assert.equal(spec?.restartPolicy, 'Always')
  assert.equal(spec?.priority, 0)
  assert.deepEqual(spec?.containers[0]?.ports, [{ containerPort: 8080, protocol: 'TCP', hostPort: 8080 }])
  assert.deepEqual(spec?.containers[0]?.readinessProbe, {
    httpGet: { port: 8080, path: '/' },
    initialDelaySeconds: 0,
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  })
  const stays = spec?.tolerations?.map((t) => `${t.key}:${t.effect} ${t.tolerationSeconds}`)
  assert.deepEqual(stays, [
    'node.kubernetes.io/not-ready:NoExecute 300',
    'node.kubernetes.io/unreachable:NoExecute 300',
  ])
})

test('a toleration of its own keeps the default away', () => {
  const tolerations = [{ operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 }]
  const [pods] = podsOf(estateOf([deployment({ containers: [], tolerations })]))
  assert.deepEqual(pods?.spec.tolerations, tolerations)
})

const sandboxed = {
  apiVersion: 'node.k8s.io/v1',
  kind: 'RuntimeClass',
  metadata: { name: 'sandboxed' },
  handler: 'vm',
  overhead: { podFixed: { cpu: '250m', memory: '120Mi' } },
  scheduling: { nodeSelector: { vm: 'yes' }, tolerations: [{ key: 'vm', operator: 'Exists' }] },
}

test('a RuntimeClass adds its overhead, its nodes and its tolerations', () => {
  const [pods] = podsOf(estateOf([deployment({ runtimeClassName: 'sandboxed', containers: [cpu('1')] }), sandboxed]))
  assert.equal(said(pods?.requests), 'cpu 1250m, memory 120Mi')
  assert.deepEqual(pods?.spec.nodeSelector, { vm: 'yes' })
  assert.ok(pods?.spec.tolerations?.some(({ key }) => key === 'vm'))
})

test('a RuntimeClass that nobody shows adds nothing', () => {
  const [pods] = podsOf(estateOf([deployment({ runtimeClassName: 'sandboxed', containers: [cpu('1')] })]))
  assert.equal(said(pods?.requests), 'cpu 1')
})

test('matchLabelKeys keep pods apart from their own revision only', () => {
  const labelSelector = { matchLabels: { app: 'checkout' } }
  const term = { labelSelector, topologyKey: 'kubernetes.io/hostname', matchLabelKeys: ['pod-template-hash', 'absent'] }
  const affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } }
  const [pods] = podsOf(estateOf([deployment({ containers: [], affinity })]))
  const merged =
    pods?.spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.[0]?.labelSelector
  assert.deepEqual(merged?.matchExpressions, [{ key: 'pod-template-hash', operator: 'In', values: ['#checkout'] }])
  assert.equal(pods?.labels['pod-template-hash'], '#checkout')
})

test('claims: templates, names, classes', () => {
  const claim = (more: object) => ({
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '10Gi' } },
    ...more,
  })
  const stateful = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'orders-db', namespace: 'shop' },
    spec: {
      replicas: 2,
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claim({}) }],
      template: {
        spec: {
          containers: [],
          volumes: [
            { name: 'dumps', persistentVolumeClaim: { claimName: 'dumps' } },
            { name: 'lost', persistentVolumeClaim: { claimName: 'lost' } },
          ],
        },
      },
    },
  }
  const dumps = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'dumps', namespace: 'shop' },
    spec: claim({ storageClassName: 'shared' }),
  }
  const classes = {
    local: { bound: 'node' as const, default: true, source: {} },
    shared: { bound: 'cluster' as const, default: false, source: {} },
  }
  const [pods] = podsOf(estateOf([stateful, dumps], { classes }))
  const uses = pods?.claims.map(({ size, ...use }) => ({ ...use, size: size && formatQuantity(size) }))
  assert.deepEqual(uses, [
    { claim: 'data-orders-db-#', perPod: true, class: 'local', isUsual: true, bound: 'node', size: '10Gi' },
    { claim: 'dumps', perPod: false, class: 'shared', bound: 'cluster', size: '10Gi' },
    { claim: 'lost', perPod: false, class: '', bound: 'unknown', size: undefined },
  ])
  assert.deepEqual(
    pods?.spec.volumes?.map((volume) => volume.name),
    ['dumps', 'lost', 'data'],
  )
})

test('the order of objects changes nothing', () => {
  const objects = [
    limitRange('b', defaults),
    limitRange('a', { type: 'Container', default: { cpu: '1' } }),
    deployment({ containers: [{ name: 'web' }] }),
  ]
  assert.deepEqual(podsOf(estateOf(objects)), podsOf(estateOf(objects.toReversed())))
})

test('what is misshapen is read as absent, never thrown at', () => {
  for (const spec of [
    null,
    3,
    'x',
    [],
    { template: 1 },
    { template: { spec: { containers: 'web', volumes: {}, affinity: [], tolerations: 4 } } },
  ]) {
    const workload = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x', namespace: 'shop' }, spec }
    assert.equal(podsOf(estateOf([workload]))[0]?.count, 1)
  }
})
