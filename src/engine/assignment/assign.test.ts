import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { type Assignment, assign } from './assign.ts'

const hostname = 'kubernetes.io/hostname'
const zone = 'topology.kubernetes.io/zone'

function node(name: string, spec: object = {}, more: { readonly [label: string]: string } = {}): Manifest {
  const labels = { [hostname]: name, [zone]: `zone-${name.at(-1)}`, ...more }
  const status = { allocatable: { cpu: '1', memory: '4Gi', pods: '10' } }
  return { apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, spec, status }
}

function pod(name: string, spec: object = {}, metadata: object = {}): Manifest {
  const container = { name: 'main', image: 'app:1', resources: { requests: { cpu: '400m', memory: '1Gi' } } }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', labels: { app: 'web' }, ...metadata },
    spec: { containers: [container], ...spec },
  }
}

const web = { matchLabels: { app: 'web' } }
const apart = (topologyKey: string) => ({
  affinity: {
    podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: web, topologyKey }] },
  },
})
const near = (labelSelector: object) => ({
  affinity: {
    podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector, topologyKey: zone }] },
  },
})
const named = (name: string) => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }],
      },
    },
  },
})
const spread = (whenUnsatisfiable: string) => ({
  topologySpreadConstraints: [{ maxSkew: 1, topologyKey: hostname, whenUnsatisfiable, labelSelector: web }],
})
const port = { containers: [{ name: 'main', image: 'app:1', ports: [{ hostPort: 80 }] }] }
const three = [node('n1'), node('n2'), node('n3')]
const times = (count: number, spec: object) => Array.from({ length: count }, (_, index) => pod(`p${index}`, spec))

const tpu = { resources: { requests: { 'example.com/tpu': '1' } } }
const served = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'DeviceClass',
  metadata: { name: 'tpu' },
  spec: { extendedResourceName: 'example.com/tpu' },
}

const rows: [name: string, nodes: readonly Manifest[], pods: readonly Manifest[], placed: (string | undefined)[]][] = [
  ['equal nodes are taken in turn, the first first', three, times(4, {}), ['n1', 'n2', 'n3', 'n1']],
  ['a full cluster takes no more', [node('n1')], times(3, {}), ['n1', 'n1', undefined]],
  ['pods that keep apart are one a node', three, times(4, apart(hostname)), ['n1', 'n2', 'n3', undefined]],
  [
    'a whole zone is refused by one pod in it',
    [node('a1'), node('b1'), node('c2')],
    times(3, apart(zone)),
    ['a1', 'c2', undefined],
  ],
  ['company that nobody can give', three, times(1, near({ matchLabels: { app: 'db' } })), [undefined]],
  ['the first of its kind may be alone, and the others follow it', three, times(3, near(web)), ['n1', 'n1', undefined]],
  ['a pod that names its node gets that node or none', three, times(3, named('n2')), ['n2', 'n2', undefined]],
  ['a name that no node has', three, times(1, named('n9')), [undefined]],
  [
    'a spread that refuses',
    [node('n1'), node('n2', { unschedulable: true })],
    times(2, spread('DoNotSchedule')),
    ['n1', undefined],
  ],
  [
    'a spread that only scores',
    [node('n1'), node('n2', { unschedulable: true })],
    times(2, spread('ScheduleAnyway')),
    ['n1', 'n1'],
  ],
  ['a port of the node is had once', [node('n1')], times(2, port), ['n1', undefined]],
  [
    'a taint is told from nodes that are otherwise equal',
    [node('n1', { taints: [{ key: 'x', effect: 'NoSchedule' }] }), node('n2')],
    times(2, {}),
    ['n2', 'n2'],
  ],
  [
    'a taint that only deters is taken last',
    [node('n1', { taints: [{ key: 'x', effect: 'PreferNoSchedule' }] }), node('n2')],
    times(3, {}),
    ['n2', 'n2', 'n1'],
  ],
]

for (const [name, nodes, pods, placed] of rows) {
  test(`assign: ${name}`, () => {
    const found = assign({ nodes, pods: [], others: [] }, pods)
    assert.deepEqual(
      found.map((one) => one.node),
      placed,
    )
    assert.ok(found.every(({ by }) => by === 'classes'))
  })
}

test('pods that stand take room and refuse company, those that have ended do not', () => {
  const stands = { ...pod('old', { nodeName: 'n1', ...apart(hostname) }), status: { phase: 'Running' } }
  const ended = { ...pod('done', { nodeName: 'n2', ...apart(hostname) }), status: { phase: 'Succeeded' } }
  const found = assign({ nodes: three.slice(0, 2), pods: [stands, ended], others: [] }, times(1, {}))
  assert.deepEqual(found, [{ pod: 'shop/p0', node: 'n2', by: 'classes' }])
})

test('of nodes with equal room, only the one with company takes a pod that needs it on its node', () => {
  const db = { matchLabels: { app: 'db' } }
  const needed = { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: db, topologyKey: hostname }] }
  const pods = [pod('other', { nodeName: 'n1' }), pod('db', { nodeName: 'n2' }, { labels: { app: 'db' } })]
  const found = assign({ nodes: three, pods, others: [] }, times(2, { affinity: { podAffinity: needed } }))
  assert.deepEqual(
    found.map(({ node }) => node),
    ['n2', undefined],
  )
})

// podtopologyspread/scoring.go:290: a pod of three zones weighs ln 5 = 1.609, of two ln 4 = 1.386.
// With three: round(1.609 + 4) = 6 against 4, so 66 against 100, twice: 34 × 2 = 68 more than 95 − 37 for the room.
test('zones of single nodes weigh as many as they are, equal nodes or not', () => {
  const heavy = [{ name: 'main', image: 'x', resources: { requests: { cpu: '2400m', memory: '4900Mi' } } }]
  const light = [{ name: 'main', image: 'x' }]
  const spreads = { maxSkew: 5, topologyKey: zone, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: web }
  const stand = (name: string, containers: object, app: string) =>
    pod(`on-${name}`, { nodeName: name, containers }, { labels: { app } })
  const pods = [stand('n1', light, 'web'), stand('n2', heavy, 'other'), stand('n3', heavy, 'other')]
  const asked = pod('p', { containers: light, topologySpreadConstraints: [spreads] })
  const nodes = three.map((one) => ({ ...one, status: { allocatable: { cpu: '4', memory: '8Gi', pods: '10' } } }))
  assert.equal(assign({ nodes, pods, others: [] }, [asked])[0]?.node, 'n2')
})

// framework/types.go:553 (HostPortInfo.Remove): ports of a node are a set.
test('a port that two pods of a node hold is free once one of them has gone for another', () => {
  const holding = (cpu: string) => ({
    nodeName: 'n1',
    containers: [{ ...port.containers[0], resources: { requests: { cpu } } }],
  })
  const urgent = {
    priority: 10,
    containers: [{ name: 'main', image: 'app:1', resources: { requests: { cpu: '800m' } } }],
  }
  const found = assign(
    { nodes: [node('n1')], pods: [pod('large', holding('700m')), pod('small', holding('100m'))], others: [] },
    [pod('urgent', urgent), pod('late', port)],
    { preempts: true },
  )
  assert.deepEqual(
    found.map(({ node, preempted, by }) => [node, preempted, by]),
    [
      ['n1', ['shop/large'], 'nodes'],
      ['n1', undefined, 'nodes'],
    ],
  )
})

const alone: [name: string, spec: object, found: Omit<Assignment, 'pod' | 'by'>][] = [
  ['a claim that is missing', { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'gone' } }] }, {}],
  ['a gate', { schedulingGates: [{ name: 'wait' }] }, {}],
  ['another scheduler', { schedulerName: 'own' }, { unknown: ['the scheduler own (spec.schedulerName)'] }],
  [
    'claims on devices',
    { resourceClaims: [{ name: 'gpu', resourceClaimName: 'gpu' }] },
    { unknown: ['dynamic resource allocation (spec.resourceClaims)'] },
  ],
  [
    'a disk of an old kind',
    { volumes: [{ name: 'data', iscsi: { targetPortal: 'x', iqn: 'y', lun: 0 } }] },
    { node: 'n2' },
  ],
]

for (const [name, spec, found] of alone) {
  test(`node by node: ${name}; pods before and after it count all the same`, () => {
    const pods = [pod('before'), pod('it', spec), pod('after')]
    const [before, it, after] = assign({ nodes: three, pods: [], others: [] }, pods)
    assert.equal(before?.node, 'n1')
    assert.deepEqual(it, { pod: 'shop/it', by: 'nodes', ...found })
    assert.equal(after?.node, found.node === undefined ? 'n2' : 'n3')
  })
}

test('what is not modelled is said of a class as of a pod, and nothing is claimed', () => {
  const asks = pod('p0', { containers: [{ name: 'main', image: 'app:1', ...tpu }] })
  const unknown = ['example.com/tpu by a DeviceClass']
  assert.deepEqual(assign({ nodes: three, pods: [], others: [served] }, [asks]), [
    { pod: 'shop/p0', by: 'nodes', unknown },
  ])
  assert.deepEqual(assign({ nodes: three, pods: [], others: [] }, [asks]), [{ pod: 'shop/p0', by: 'classes' }])
})

test('room that is kept for a pod is judged node by node for all', () => {
  const kept = { ...pod('kept', { priority: 9 }), status: { nominatedNodeName: 'n1' } }
  const found = assign({ nodes: [node('n1')], pods: [kept], others: [] }, times(2, {}))
  assert.deepEqual(
    found.map(({ node, by }) => [node, by]),
    [
      ['n1', 'nodes'],
      [undefined, 'nodes'],
    ],
  )
})
