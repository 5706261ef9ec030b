import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { importManifests } from '../import.ts'
import { differencesOf } from './differences.ts'
import { liveCluster } from './live-cluster.ts'

const everything =
  'deployments.apps, services, configmaps, persistentvolumeclaims, horizontalpodautoscalers.autoscaling, jobs.batch, customresourcedefinitions.apiextensions.k8s.io, ingresses.networking.k8s.io'

const head = (resources: string, more = '') => `apiVersion: seaworthy/v1
kind: Snapshot
metadata: { name: prod }
read: [${resources.split(', ').map((resource) => `{ resource: ${resource} }`)}]
${more}
---
`

interface Asked {
  readonly resources?: string
  readonly more?: string
}

function found(written: string, live: string, { resources = everything, more }: Asked = {}) {
  const { estate } = importManifests(readManifests(written, 'shop.yaml').manifests)
  const cluster = liveCluster(readManifests(head(resources, more) + live, 'prod.yaml').manifests)
  assert.ok(cluster)
  return differencesOf(estate.objects, cluster.objects, cluster.head)
}

const object = (kind: string, spec: string, apiVersion = 'apps/v1') => `apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: orders, namespace: shop, labels: { app: orders } }
spec: ${spec}
`
const deployment = (spec: string) => object('Deployment', spec)
const pod = (spec: string) => deployment(`{ template: { spec: ${spec} } }`)
const live = deployment(
  "{ replicas: 3, template: { spec: { restartPolicy: Always, containers: [{ name: sidecar, image: s:1 }, { name: orders, image: 'orders:1', resources: { requests: { cpu: 500m } } }] } } }",
)
const autoscaler = object(
  'HorizontalPodAutoscaler',
  '{ scaleTargetRef: { kind: Deployment, name: orders } }',
  'autoscaling/v2',
)

const rows: [what: string, written: string, live: string, found: unknown[], asked?: Asked][] = [
  ['what the cluster filled in is no difference', deployment('{ replicas: 3 }'), live, []],
  ['another count is one', deployment('{ replicas: 2 }'), live, [['spec.replicas', 2, 3]]],
  ['a count that an autoscaler sets is none', deployment('{ replicas: 2 }'), `${live}---\n${autoscaler}`, []],
  [
    'containers are compared by name, amounts by value',
    pod("{ containers: [{ name: orders, image: 'orders:2', resources: { requests: { cpu: 0.5 } } }] }"),
    live,
    [['spec.template.spec.containers[orders].image', 'orders:2', 'orders:1']],
  ],
  [
    'of two ports with one number, the one that is alike is meant',
    pod('{ containers: [{ ports: [{ containerPort: 53 }, { containerPort: 53, protocol: UDP }] }] }'),
    pod(
      '{ containers: [{ name: a, ports: [{ containerPort: 53, protocol: UDP }, { containerPort: 53, protocol: TCP }] }] }',
    ),
    [],
  ],
  ['empty is not written', deployment('{ replicas: 3, minReadySeconds: null, strategy: {} }'), live, []],
  ['what holds nothing but what is empty is not written', pod('{ affinity: { nodeAffinity: {} } }'), live, []],
  ['false and 0 are not said back', pod('{ hostNetwork: false }'), live, []],
  ['true is', pod('{ hostNetwork: true }'), live, [['spec.template.spec.hostNetwork', true, undefined]]],
  ['what is not there is said once', deployment('{ replicas: 3 }'), '', [[undefined, undefined, undefined]]],
  ['a kind that was not read may be there', deployment('{ replicas: 3 }'), '', [], { resources: 'services' }],
  ['a namespace that was not read may hold it', deployment('{ replicas: 3 }'), '', [], { more: 'namespaces: [bank]' }],
  ['a job that ended may be cleared away', object('Job', '{}', 'batch/v1'), '', []],
  [
    'a hook runs and goes',
    deployment('{}').replace('metadata: {', "metadata: { annotations: { 'helm.sh/hook': test },"),
    '',
    [],
  ],
  [
    'another version may say the same in other fields',
    object('HorizontalPodAutoscaler', '{ targetCPUUtilizationPercentage: 80 }', 'autoscaling/v1'),
    object('HorizontalPodAutoscaler', '{ metrics: [] }', 'autoscaling/v2'),
    [],
  ],
  [
    'a snapshot keeps no values of ConfigMaps',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { url: here, port: "1" }',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: default }\ndata: { url: "" }',
    [['data.port', '1', undefined]],
  ],
  [
    'nor what was redacted',
    pod("{ containers: [{ name: a, image: 'r.example/pay/a:1', args: [-x, b], env: [{ name: K, value: v }] }] }"),
    pod(
      "{ containers: [{ name: a, image: 'redacted.invalid/a:1', args: ['(redacted)'], env: [{ name: K, value: '(redacted)' }] }] }",
    ),
    [],
    { more: 'redacted: values' },
  ],
  [
    'certificates are put in by who has them',
    'apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: { name: w }\nwebhooks: [{ name: a, clientConfig: { caBundle: Cg== } }]',
    'apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: { name: w }\nwebhooks: [{ name: a, clientConfig: { caBundle: LS0t } }]',
    [],
    { resources: 'mutatingwebhookconfigurations.admissionregistration.k8s.io' },
  ],
  [
    'nor what stands in a store of secrets',
    object('SecretStore', '{ provider: { fake: {} } }', 'external-secrets.io/v1'),
    object('SecretStore', '', 'external-secrets.io/v1'),
    [],
    { resources: 'secretstores.external-secrets.io' },
  ],
  [
    'Secrets are never compared',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: c }\nstringData: { token: abc }',
    '',
    [],
    { resources: 'secrets' },
  ],
]

for (const [what, written, there, expected, asked] of rows) {
  test(`live: ${what}`, () => {
    const { differences } = found(written, there, asked)
    assert.deepEqual(
      differences.map((one) => [one.field, one.written, one.live]),
      expected,
    )
  })
}

test('live: a difference stands at the line that was written', () => {
  const [difference] = found(deployment('\n  replicas: 2'), live).differences
  assert.equal(difference?.at?.line, 5)
})

test('live: kinds that the snapshot cannot tell of are counted', () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: c }\n---\n'
  const { compared, untold } = found(secret + deployment('{}'), live, { resources: 'services' })
  assert.deepEqual(
    [compared, untold],
    [
      0,
      [
        { kind: 'Deployment', objects: 1 },
        { kind: 'Secret', objects: 1 },
      ],
    ],
  )
})

test('live: kinds that nobody installed there are counted', () => {
  const asked = { resources: 'services', more: 'notServed: [deployments.apps]' }
  const { differences, notServed } = found(deployment('{}'), '', asked)
  assert.deepEqual([differences, notServed], [[], [{ kind: 'Deployment', objects: 1 }]])
})

test('live: more of one object say no more than five', () => {
  const env = Array.from({ length: 9 }, (_, at) => `{ name: K${at}, value: v }`)
  const { differences } = found(
    pod(`{ containers: [{ name: a, env: [${env}] }] }`),
    pod('{ containers: [{ name: a, env: [{ name: Z }] }] }'),
  )
  assert.deepEqual([differences.length, differences[0]?.more], [5, 4])
})
