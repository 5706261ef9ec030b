import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { listCommand, typed, versionCommand } from './commands.ts'
import { pruned } from './pruned.ts'
import { redacted } from './redacted.ts'
import { resources } from './resources.ts'
import { snapshotText } from './snapshot-text.ts'
import { withoutEnded } from './without-ended.ts'

const target = { context: "prod's", namespaces: [] }
const commands = [versionCommand(target), ...resources.map(({ name }) => listCommand(name, undefined, target))]

test('every command gets, and none asks for Secrets', () => {
  for (const command of commands) {
    assert.equal(command[0], 'get')
    assert.ok(!command.some((word) => /^secrets?(\.|$)|^all$/.test(word)), command.join(' '))
  }
})

test('a command is printed as a shell takes it', () => {
  assert.equal(
    typed(listCommand('pods', 'shop', target)),
    "kubectl get pods --namespace shop --output json --chunk-size 500 --context 'prod'\\''s' --request-timeout 60s",
  )
})

const metadata = { name: 'orders', namespace: 'shop' }

const prunes: [what: string, object: { [field: string]: unknown }, kept: unknown][] = [
  [
    'the values of a ConfigMap go, its keys stay',
    { kind: 'ConfigMap', metadata, data: { url: 'postgres://u:p@db' }, binaryData: { logo: 'aGk=' } },
    { kind: 'ConfigMap', metadata, data: { url: '' }, binaryData: { logo: '' } },
  ],
  [
    'what the last apply wrote once more goes',
    {
      kind: 'Service',
      metadata: {
        ...metadata,
        uid: '1',
        managedFields: [{}],
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}', note: 'kept' },
      },
    },
    { kind: 'Service', metadata: { ...metadata, annotations: { note: 'kept' } } },
  ],
  [
    'of conditions that of being ready keeps its time',
    {
      kind: 'Pod',
      metadata: { ...metadata, generation: 2 },
      status: {
        phase: 'Running',
        conditions: ['Ready', 'Initialized'].map((type) => ({
          type,
          status: 'True',
          lastTransitionTime: 't',
          reason: 'r',
        })),
      },
    },
    {
      kind: 'Pod',
      metadata,
      status: {
        phase: 'Running',
        conditions: [
          { type: 'Ready', status: 'True', lastTransitionTime: 't' },
          { type: 'Initialized', status: 'True' },
        ],
      },
    },
  ],
  [
    'of a budget it stays which spec was counted, and what was granted',
    {
      kind: 'PodDisruptionBudget',
      metadata: { ...metadata, generation: 2 },
      status: { observedGeneration: 1, disruptedPods: { a: 't' }, conditions: [] },
    },
    {
      kind: 'PodDisruptionBudget',
      metadata: { ...metadata, generation: 2 },
      status: { observedGeneration: 1, disruptedPods: { a: 't' } },
    },
  ],
  [
    'a pod that runs keeps its phase, not its address',
    { kind: 'Pod', metadata, spec: { nodeName: 'n1' }, status: { phase: 'Running', podIP: '10.0.0.9' } },
    { kind: 'Pod', metadata, spec: { nodeName: 'n1' }, status: { phase: 'Running' } },
  ],
  [
    'a ReplicaSet of an older revision goes',
    { kind: 'ReplicaSet', metadata: { ...metadata, ownerReferences: [{ kind: 'Deployment' }] }, spec: { replicas: 0 } },
    undefined,
  ],
  [
    'where secrets are kept is known by its name alone',
    { kind: 'SecretStore', metadata, spec: { provider: { fake: { data: [{ key: 'a', value: 'b' }] } } } },
    { kind: 'SecretStore', metadata },
  ],
  [
    'a definition keeps its names, not its schema',
    {
      kind: 'CustomResourceDefinition',
      metadata,
      spec: { group: 'g', scope: 'Cluster', names: {}, versions: [{ name: 'v1', served: true, schema: {} }] },
    },
    {
      kind: 'CustomResourceDefinition',
      metadata,
      spec: { group: 'g', scope: 'Cluster', names: {}, versions: [{ name: 'v1', served: true }] },
    },
  ],
]

for (const [what, object, kept] of prunes) test(`snapshot: ${what}`, () => assert.deepEqual(pruned(object), kept))

const budget = (selector: object | undefined) => ({
  kind: 'PodDisruptionBudget',
  metadata: { name: 'all', namespace: 'shop' },
  spec: { minAvailable: 1, ...(selector && { selector }) },
})
const pod = (phase: string, more: object = {}) => ({
  kind: 'Pod',
  metadata: { ...metadata, labels: { app: 'orders' }, ...more },
  status: { phase },
})
const ownedBy = (kind: string) => ({ ownerReferences: [{ kind, name: 'orders', controller: true }] })

const ended: [what: string, pod: ReturnType<typeof pod>, budget: ReturnType<typeof budget>, stays: boolean][] = [
  [
    'a pod that has ended and that nothing counts goes',
    pod('Succeeded'),
    budget({ matchLabels: { app: 'web' } }),
    false,
  ],
  ['one that a budget selects stays', pod('Failed', ownedBy('Job')), budget({ matchLabels: { app: 'orders' } }), true],
  ['a budget of another namespace counts none', pod('Failed', { namespace: 'till' }), budget({}), false],
  ['a budget without a selector selects none', pod('Failed'), budget(undefined), false],
  ['an empty selector selects all', pod('Failed'), budget({}), true],
  [
    'a member stays until its StatefulSet takes it away',
    pod('Failed', ownedBy('StatefulSet')),
    budget(undefined),
    true,
  ],
  ['a pod of a ReplicaSet is made anew beside it', pod('Failed', ownedBy('ReplicaSet')), budget(undefined), false],
  ['a pod that runs stays', pod('Running'), budget(undefined), true],
]
for (const [what, one, guard, stays] of ended)
  test(`snapshot: ${what}`, () => assert.deepEqual(withoutEnded([one, guard]), stays ? [one, guard] : [guard]))

const container = {
  name: 'orders',
  image: 'registry.example.com/pay/orders:2',
  args: ['--token', 'abc'],
  env: [
    { name: 'TOKEN', value: 'abc' },
    { name: 'FROM', valueFrom: { secretKeyRef: { name: 'orders', key: 'token' } } },
  ],
  ports: [{ containerPort: 8080 }],
}

test('redaction takes free text out and leaves what questions read', () => {
  assert.deepEqual(redacted({ kind: 'Pod', spec: { containers: [container], hostAliases: [{ ip: '10.0.0.1' }] } }), {
    kind: 'Pod',
    spec: {
      containers: [
        {
          name: 'orders',
          image: 'redacted.invalid/orders:2',
          args: ['(redacted)'],
          env: [
            { name: 'TOKEN', value: '(redacted)' },
            { name: 'FROM', valueFrom: { secretKeyRef: { name: 'orders', key: 'token' } } },
          ],
          ports: [{ containerPort: 8080 }],
        },
      ],
    },
  })
})

test('addresses behind a Service go, that there are some stays', () => {
  const endpoints = [{ addresses: ['10.20.0.15'], conditions: { ready: true } }]
  assert.deepEqual(redacted({ kind: 'EndpointSlice', endpoints }), {
    kind: 'EndpointSlice',
    endpoints: [{ addresses: ['(redacted)'], conditions: { ready: true } }],
  })
})

test('public images stay as they are', () => {
  const { image } = redacted({ image: 'quay.io/keycloak/keycloak:26.0' })
  assert.equal(image, 'quay.io/keycloak/keycloak:26.0')
})

test('a snapshot is manifests that are read again, its head first', () => {
  const text = snapshotText(
    {
      server: { gitVersion: 'v1.34.2', minor: '1.34' },
      objects: [{ apiVersion: 'v1', kind: 'Service', metadata }],
      read: [{ resource: 'services', objects: 1 }],
      notAllowed: [],
      notServed: [],
    },
    { context: 'prod', takenAt: '2026-11-21T12:00:00Z', namespaces: [], redact: true },
  )
  const { manifests, problems } = readManifests(text, 'prod.yaml')
  assert.deepEqual(problems, [])
  assert.deepEqual(
    manifests.map(({ manifest }) => `${manifest.kind}/${manifest.metadata.name}`),
    ['Snapshot/redacted', 'Service/orders'],
  )
})
