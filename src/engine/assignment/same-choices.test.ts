// Whatever the cluster, classes of pods choose what the engine that judges node by node chooses.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Labels, Manifest } from '../../kubernetes/types.ts'
import type { SchedulingCluster } from '../scheduling/scheduler.ts'
import { schedulerOf } from '../scheduling/scheduler-of.ts'
import { type Assignment, assign } from './assign.ts'

const hostname = 'kubernetes.io/hostname'
const zone = 'topology.kubernetes.io/zone'
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)
/** There in one of so many cases. */
const oneIn = <T>(cases: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: cases - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const namespaces = ['one', 'two', 'three'] as const
const apps = ['a', 'b'] as const

const taint = fc.record({ key: oneOf('red', 'blue'), effect: oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute') })
const toleration = fc.record({ key: oneOf('red', 'blue'), operator: fc.constant('Exists') })

const node = fc
  .record({
    zone: oneOf('z1', 'z1', 'z2', 'z2', 'z3', 'z3', '', undefined),
    host: oneOf('own', 'own', 'own', 'own', 'own', 'own', 'shared', 'none'),
    disk: oneOf('ssd', 'ssd', 'hdd'),
    rack: oneOf('r1', 'r2'),
    taint: oneIn(5, taint),
    unschedulable: oneIn(8, fc.constant(true)),
    cpu: oneOf('4', '4', '4', '1500m'),
    memory: oneOf('8Gi', '8Gi', '4Gi'),
    pods: oneOf('110', '110', '3'),
    gpu: oneIn(2, oneOf('1', '2')),
    image: oneIn(4, fc.constant(300_000_000)),
  })
  .map((drawn) => (index: number): Manifest => {
    const host = { own: `n${index}`, shared: 'shared', none: undefined }[drawn.host as 'own' | 'shared' | 'none']
    const allocatable = {
      cpu: drawn.cpu,
      memory: drawn.memory,
      pods: drawn.pods,
      ...(drawn.gpu && { 'example.com/gpu': drawn.gpu }),
    }
    const labels = {
      disk: drawn.disk,
      rack: drawn.rack,
      ...(drawn.zone !== undefined && { [zone]: drawn.zone }),
      ...(host !== undefined && { [hostname]: host }),
    }
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: `n${index}`, labels },
      spec: { taints: drawn.taint ? [drawn.taint] : [], unschedulable: drawn.unschedulable === true },
      status: { allocatable, images: drawn.image ? [{ names: ['app:1'], sizeBytes: drawn.image }] : [] },
    }
  })

/** Most clusters have many nodes of a kind. */
const equalNodes = fc
  .tuple(node, node, fc.array(fc.boolean(), { minLength: 3, maxLength: 9 }))
  .map(([one, other, which]) => which.map((isOne) => (isOne ? one : other)))

/** So many that nodes of a kind are no longer kept as a list. */
const manyNodes = fc
  .tuple(node, node, fc.array(fc.boolean(), { minLength: 40, maxLength: 70 }))
  .map(([one, other, which]) => which.map((isOne) => (isOne ? one : other)))

const selector = oneOf(
  { matchLabels: { app: 'a' } },
  { matchLabels: { app: 'b' } },
  {},
  {
    matchExpressions: [{ key: 'app', operator: 'Exists' }],
  },
)
const topologyKey = oneOf(hostname, hostname, zone, 'rack')
const term = fc.record(
  {
    labelSelector: selector,
    topologyKey,
    namespaces: fc.subarray([...namespaces]),
    namespaceSelector: oneOf({}, { matchLabels: { team: 'x' } }),
  },
  { requiredKeys: ['labelSelector', 'topologyKey'] },
)
const required = fc.array(term, { minLength: 1, maxLength: 2 }).map((terms) => ({
  requiredDuringSchedulingIgnoredDuringExecution: terms,
}))
const preferred = fc
  .array(fc.record({ podAffinityTerm: term, weight: oneOf(1, 7, 100) }), { minLength: 1, maxLength: 2 })
  .map((terms) => ({ preferredDuringSchedulingIgnoredDuringExecution: terms }))
const rules: fc.Arbitrary<object> = oneOf('required', 'preferred', 'both').chain((kind): fc.Arbitrary<object> => {
  if (kind === 'required') return required
  return kind === 'preferred' ? preferred : fc.tuple(required, preferred).map((both) => Object.assign({}, ...both))
})
const diskIs = (value: string) => ({ matchExpressions: [{ key: 'disk', operator: 'In', values: [value] }] })
const nodeAffinity = oneOf(
  { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [diskIs('ssd')] } },
  { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 5, preference: diskIs('ssd') }] },
  {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }] }],
    },
  },
)
const constraint = fc.record(
  {
    topologyKey,
    whenUnsatisfiable: oneOf('DoNotSchedule', 'ScheduleAnyway'),
    maxSkew: oneOf(1, 2, 5),
    labelSelector: selector,
    minDomains: oneOf(2, 3),
    nodeAffinityPolicy: oneOf('Honor', 'Ignore'),
    nodeTaintsPolicy: oneOf('Honor', 'Ignore'),
    matchLabelKeys: fc.constant(['version']),
  },
  { requiredKeys: ['topologyKey', 'whenUnsatisfiable', 'maxSkew', 'labelSelector'] },
)

/** What pods of one workload have in common. */
const workload = fc
  .record({
    namespace: oneOf(...namespaces),
    app: oneOf(...apps, undefined),
    version: oneOf('1', '2'),
    cpu: oneOf(undefined, '100m', '500m', '1'),
    memory: oneOf(undefined, '256Mi', '1Gi'),
    gpu: oneIn(8, fc.constant('1')),
    hostPort: oneIn(8, oneOf(80, 443)),
    toleration: oneIn(3, toleration),
    nodeSelector: oneIn(6, fc.constant({ disk: 'ssd' })),
    podAffinity: oneIn(4, rules),
    podAntiAffinity: oneIn(3, rules),
    nodeAffinity: oneIn(5, nodeAffinity),
    spread: oneIn(2, fc.array(constraint, { minLength: 1, maxLength: 2 })),
    claim: oneIn(12, fc.constant(true)),
    owner: oneIn(3, fc.constant('set')),
    priority: oneOf(undefined, 0, 5, 5, 10),
    preemptionPolicy: oneIn(10, fc.constant('Never')),
  })
  .map((drawn) => (name: string): Manifest => {
    const { podAffinity, podAntiAffinity, spread, hostPort, owner } = drawn
    const requests = { cpu: drawn.cpu, memory: drawn.memory, 'example.com/gpu': drawn.gpu }
    const container = { name: 'main', image: 'app:1', resources: { requests }, ports: hostPort ? [{ hostPort }] : [] }
    const spec = {
      containers: [container],
      tolerations: drawn.toleration ? [drawn.toleration] : [],
      affinity: { nodeAffinity: drawn.nodeAffinity, podAffinity, podAntiAffinity },
      nodeSelector: drawn.nodeSelector,
      topologySpreadConstraints: spread,
      priority: drawn.priority,
      preemptionPolicy: drawn.preemptionPolicy,
      volumes: drawn.claim ? [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] : undefined,
    }
    const labels = { ...(drawn.app && { app: drawn.app }), version: drawn.version }
    const ownerReferences = owner ? [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: owner, controller: true }] : []
    const metadata = { name, namespace: drawn.namespace, labels, ownerReferences }
    return JSON.parse(JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata, spec }))
  })

const others: readonly Manifest[] = [
  ...namespaces.map((name): Manifest => {
    const labels: Labels = name === 'one' ? { team: 'x' } : {}
    return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }
  }),
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', namespace: 'one' }, spec: { selector: { app: 'a' } } },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'v', namespace: 'two' },
    spec: { selector: { version: '1' } },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'set', namespace: 'three' },
    spec: { selector: { matchLabels: { version: '2' } } },
  },
  ...(['one', 'two'] as const).map(
    (namespace, disruptionsAllowed): Manifest => ({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'budget', namespace },
      spec: { selector: { matchLabels: { version: '1' } } },
      status: { disruptionsAllowed },
    }),
  ),
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: 'one', uid: 'c1', annotations: { 'pv.kubernetes.io/bind-completed': 'yes' } },
    spec: { volumeName: 'pv', accessModes: ['ReadWriteMany'] },
    status: { phase: 'Bound' },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'pv' },
    spec: {
      claimRef: { namespace: 'one', name: 'data', uid: 'c1' },
      nodeAffinity: { required: { nodeSelectorTerms: [diskIs('ssd')] } },
      nfs: {},
    },
    status: { phase: 'Bound' },
  },
]

const cluster = fc
  .record({
    nodes: fc.oneof(
      { weight: 4, arbitrary: fc.array(node, { minLength: 1, maxLength: 8 }) },
      { weight: 4, arbitrary: equalNodes },
      { weight: 1, arbitrary: manyNodes },
    ),
    workloads: fc.array(workload, { minLength: 1, maxLength: 4 }),
    standing: fc.array(fc.tuple(fc.nat(3), fc.nat(8), fc.boolean(), fc.nat(2)), { maxLength: 10 }),
    order: fc.array(fc.nat(3), { minLength: 1, maxLength: 20 }),
  })
  .map(({ nodes, workloads, standing, order }) => {
    const pod = (workload: number, name: string) => workloads[workload % workloads.length]?.(name) as Manifest
    return {
      cluster: {
        nodes: nodes.map((make, index) => make(index)),
        pods: standing.map(([workload, at, isEnding, hour], index) =>
          standingPod(pod(workload, `s${index}`), `n${at}`, { isEnding, hour }),
        ),
        others,
      },
      pods: order.map((workload, index) => pod(workload, `p${index}`)),
    }
  })

function standingPod(
  pod: Manifest,
  nodeName: string,
  { isEnding, hour }: { isEnding: boolean; hour: number },
): Manifest {
  const metadata = isEnding ? { ...pod.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } : pod.metadata
  const status = hour === 0 ? undefined : { startTime: `2026-01-01T0${hour}:00:00Z` }
  return { ...pod, metadata, spec: { ...(pod.spec as object), nodeName }, ...(status && { status }) }
}

type Choice = Pick<Assignment, 'node' | 'preempted'>

function nodeByNode(cluster: SchedulingCluster, pods: readonly Manifest[], preempts: boolean): readonly Choice[] {
  const scheduler = schedulerOf(cluster)
  return pods.map((pod) => {
    const { best } = scheduler.judge(pod)
    const [node] = best
    const [made] = preempts && node === undefined ? scheduler.preempt(pod).candidates : []
    for (const victim of made?.victims ?? []) {
      const [namespace = '', name = ''] = victim.split('/')
      scheduler.remove({ namespace, name })
    }
    const stands = node ?? made?.node
    if (stands !== undefined) scheduler.bind(pod, stands)
    return { node: stands, preempted: made?.victims }
  })
}

const runs = Number(process.env.RUNS ?? 300)

type Drawn = { readonly cluster: SchedulingCluster; readonly pods: readonly Manifest[] }

/** Few nodes with little room, and pods most of which ask for nothing else: many find no place, unless others go. */
function scarce({ cluster, pods }: Drawn): Drawn {
  const nodes = cluster.nodes.slice(0, 4).map((one, index): Manifest => {
    const { allocatable } = one.status as { readonly allocatable: object }
    const little = { ...allocatable, cpu: index % 2 === 0 ? '1200m' : '900m', pods: index < 3 ? '4' : '2' }
    return { ...one, spec: {}, status: { ...(one.status as object), allocatable: little } }
  })
  const plain = (pod: Manifest, index: number): Manifest => {
    const { affinity: _, topologySpreadConstraints: __, nodeSelector: ___, ...spec } = pod.spec as Labels
    return index % 5 === 4 ? pod : { ...pod, spec }
  }
  return { cluster: { ...cluster, nodes, pods: cluster.pods.map(plain) }, pods: pods.map(plain) }
}

const ways: [says: string, preempts: boolean, drawn: fc.Arbitrary<Drawn>][] = [
  ['where nobody goes for another', false, cluster],
  ['where pods go for others', true, cluster],
  ['where many have to go', true, cluster.map(scarce)],
]

for (const [says, preempts, drawn] of ways) {
  test(`on every cluster, the choices are those of the engine that judges node by node: ${says}`, () => {
    fc.assert(
      fc.property(drawn, ({ cluster, pods }) => {
        const chosen = assign(cluster, pods, { preempts })
        assert.deepEqual(
          chosen.map(({ node, preempted }) => ({ node, preempted })),
          nodeByNode(cluster, pods, preempts),
        )
      }),
      { numRuns: runs },
    )
  })
}
