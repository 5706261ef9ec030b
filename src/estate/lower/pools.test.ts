import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { type ClusterOptions, cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { platform } from '../../platform/language/platform.ts'
import { pool } from '../../platform/language/pool.ts'
import { PlatformProblems } from '../../platform/problem.ts'
import { lower } from '../lower.ts'

const gpu = pool('gpu', {
  nodes: { from: 1, to: 3 },
  scales: 'autoscaler',
  cpu: 8,
  memory: '32Gi',
  gpu: 2,
  zones: ['a'],
  taints: [
    { key: 'gpu', effect: 'NoSchedule' },
    { key: 'dear', effect: 'PreferNoSchedule' },
  ],
})

function estateOn(options: Omit<ClusterOptions, 'kubernetes'>) {
  const on = cluster('harbour', { kubernetes: '1.34', ...options })
  const scan = service('scan', { pool: gpu })
  const made = platform('shop', { environments: [environment('live', { on, namespace: 'shop', runs: [scan] })] })
  const [estate] = lower(made)
  assert.ok(estate)
  const object = estate.objects.find(({ ref }) => ref === 'Deployment/shop/scan')
  assert.ok(object)
  const { spec } = (object.manifest as unknown as { spec: { template: { spec: Record<string, unknown> } } }).spec
    .template
  return { estate, spec }
}

const labels: [distribution: string, label: string][] = [
  ['k3s', 'pool'],
  ['EKS', 'eks.amazonaws.com/nodegroup'],
  ['gke', 'cloud.google.com/gke-nodepool'],
  ['aks', 'kubernetes.azure.com/agentpool'],
]

for (const [distribution, label] of labels) {
  test(`pods choose a pool on ${distribution} by ${label}, and tolerate its taints`, () => {
    const { estate, spec } = estateOn({ distribution, pools: [gpu], region: 'north' })
    const [machine] = estate.nodes
    assert.equal(machine?.labels[label], 'gpu')
    assert.equal(machine?.labels['topology.kubernetes.io/region'], 'north')
    assert.equal(machine?.allocatable['nvidia.com/gpu'], '2')
    assert.deepEqual(spec.affinity, {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: label, operator: 'In', values: ['gpu'] }] }],
        },
      },
    })
    assert.deepEqual(spec.tolerations, [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }])
    assert.deepEqual(
      estate.nodePools?.map(({ name, standing, most, further }) => [
        name,
        standing,
        most,
        further.map((one) => one.name),
      ]),
      [['gpu', 1, 3, ['gpu-2', 'gpu-3']]],
    )
  })
}

test('a cluster that is not divided leaves no pool to choose', () => {
  const { spec } = estateOn({ nodes: 1 })
  assert.equal(spec.affinity, undefined)
})

test('a pool that the cluster has not is told', () => {
  assert.throws(
    () => estateOn({ pools: [pool('app', { nodes: 2 })] }),
    (error) => error instanceof PlatformProblems && error.message.includes('a pool of cluster harbour: app'),
  )
})

test('machines of which nobody says the size refuse nothing and are marked', () => {
  const { estate } = estateOn({ nodes: 2 })
  assert.deepEqual(
    estate.nodes.map(({ name, unsized }) => [name, unsized]),
    [
      ['harbour-1', ['cpu', 'memory']],
      ['harbour-2', ['cpu', 'memory']],
    ],
  )
})
