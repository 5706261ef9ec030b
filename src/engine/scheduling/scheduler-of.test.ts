import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  claimVolume,
  sampleClaim,
  sampleClass,
  sampleNode,
  sampleObject,
  samplePod,
  sampleVolume,
} from './sample-cluster.ts'
import { schedulerOf } from './scheduler-of.ts'

const nodes = [sampleNode('n1', { allocatable: { cpu: '2' } }), sampleNode('n2', { allocatable: { cpu: '2' } })]

test('a cluster without nodes takes nothing', () => {
  assert.deepEqual(schedulerOf({ nodes: [], pods: [], others: [] }).judge(samplePod('web')).feasible, [])
})

test('what is bound takes room, and what is removed gives it back', () => {
  const scheduler = schedulerOf({ nodes, pods: [], others: [] })
  const [one, two] = [samplePod('a', { requests: { cpu: '2' } }), samplePod('b', { requests: { cpu: '2' } })]
  scheduler.bind(one, 'n1')
  assert.deepEqual(scheduler.judge(two).feasible, ['n2'])
  scheduler.bind(two, 'n2')
  assert.deepEqual(scheduler.judge(samplePod('c')).feasible, [])
  scheduler.remove({ namespace: 'shop', name: 'a' })
  assert.deepEqual(scheduler.judge(samplePod('c')).feasible, ['n1'])
})

test('a claim is bound with the first pod that uses it', () => {
  const others = [
    sampleClass(),
    sampleClaim('data'),
    sampleVolume('v1', { node: 'n1' }),
    sampleVolume('v2', { node: 'n2' }),
  ]
  const scheduler = schedulerOf({ nodes, pods: [], others })
  assert.deepEqual(scheduler.judge(samplePod('a', claimVolume('data'))).feasible, ['n1', 'n2'])
  scheduler.bind(samplePod('a', claimVolume('data')), 'n2')
  const { refused } = scheduler.judge(samplePod('b', claimVolume('data')))
  assert.deepEqual(
    refused.map(({ node }) => node),
    ['n1'],
  )
})

test('a volume that is to be made is made for the node of the first pod', () => {
  const others = [sampleClass({ provisioner: 'disk.example' }), sampleClaim('data')]
  const scheduler = schedulerOf({ nodes, pods: [], others })
  scheduler.bind(samplePod('a', claimVolume('data')), 'n2')
  assert.deepEqual(scheduler.judge(samplePod('b', claimVolume('data'))).feasible, ['n2'])
})

const rows: readonly (readonly [
  name: string,
  pod: Parameters<typeof samplePod>[1],
  others: Parameters<typeof sampleObject>[2] | undefined,
  says: readonly string[] | undefined,
])[] = [
  ['nothing out of the ordinary', {}, undefined, undefined],
  [
    'claims of devices',
    { resourceClaims: [{ name: 'gpu' }] },
    undefined,
    ['dynamic resource allocation (spec.resourceClaims)'],
  ],
  ['a pod group', { schedulingGroup: { podGroupName: 'g' } }, undefined, ['pod groups (spec.schedulingGroup)']],
  ['another scheduler', { schedulerName: 'mine' }, undefined, ['the scheduler mine (spec.schedulerName)']],
  ['more than a double holds', { requests: { 'example.com/gpu': '2Ei' } }, undefined, ['amounts beyond 2^53']],
  [
    'a resource that a DeviceClass serves',
    { requests: { 'example.com/gpu': '1' } },
    { spec: { extendedResourceName: 'example.com/gpu' } },
    ['example.com/gpu by a DeviceClass'],
  ],
  [
    'a DeviceClass for others',
    { requests: { 'example.com/gpu': '1' } },
    { spec: { extendedResourceName: 'example.com/nic' } },
    undefined,
  ],
]
for (const [name, pod, device, says] of rows) {
  test(`not modelled: ${name}`, () => {
    const others = device ? [sampleObject('DeviceClass', 'one', device)] : []
    const judged = schedulerOf({ nodes, pods: [], others }).judge(samplePod('web', pod))
    assert.deepEqual(judged.unknown, says)
    if (says) assert.deepEqual([judged.feasible, judged.refused], [[], []])
  })
}

for (const spec of [
  undefined,
  null,
  3,
  [],
  { containers: 'x', affinity: 3, topologySpreadConstraints: {}, volumes: [null] },
  {
    nodeSelector: [],
    tolerations: 'all',
    affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{}] } },
  },
]) {
  test(`a pod that is none is judged all the same: ${JSON.stringify(spec)}`, () => {
    const hostile = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'constructor', labels: 7 as never }, spec }
    const scheduler = schedulerOf({
      nodes: [...nodes, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n3' } }],
      pods: [hostile],
      others: [],
    })
    assert.doesNotThrow(() => scheduler.judge(hostile))
    assert.doesNotThrow(() => scheduler.bind(hostile, 'n1'))
    assert.doesNotThrow(() => scheduler.preempt(hostile))
  })
}

test('not modelled: a claim that was not made for the pod that uses it, on a node whose volumes are counted', () => {
  const ephemeral = { volumes: [{ name: 'data', ephemeral: {} }] }
  const claim = sampleObject('PersistentVolumeClaim', 'a-data', { namespace: 'shop' })
  const csiNode = sampleObject('CSINode', 'n1', { spec: { drivers: [{ name: 'd', allocatable: { count: 3 } }] } })
  const others = [sampleClass(), sampleClaim('data'), claim]
  const pods = [samplePod('a', { nodeName: 'n1', ...ephemeral })]
  const asked = samplePod('web', claimVolume('data'))
  const unknown = (more: typeof others) =>
    schedulerOf({ nodes, pods, others: [...others, ...more] }).judge(asked).unknown
  assert.deepEqual(unknown([csiNode]), ['a claim that was not made for the pod that uses it'])
  assert.equal(unknown([]), undefined)
})
