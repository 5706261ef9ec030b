// Scores plugin by plugin: two nodes that differ in one thing, and what each is given.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { nearTo, sampleNode, sampleObject, samplePod, spreadOver } from './sample-cluster.ts'
import { schedulerOf } from './scheduler-of.ts'

interface Scene {
  readonly nodes: readonly Manifest[]
  readonly pods?: readonly Manifest[]
  readonly others?: readonly Manifest[]
  readonly pod?: Parameters<typeof samplePod>[1]
}

/** Weighted scores of one plugin, in node order; `skipped` where it passes the pod over. */
function scoresBy(plugin: string, { nodes, pods = [], others = [], pod }: Scene): readonly number[] | 'skipped' {
  const namespace = sampleObject('Namespace', 'shop')
  const { scores } = schedulerOf({ nodes, pods, others: [namespace, ...others] }).judge(samplePod('web', pod))
  const found = scores.flatMap(({ by }) => (by[plugin] === undefined ? [] : [by[plugin]]))
  return found.length === 0 ? 'skipped' : found
}

const [n1, n2] = [sampleNode('n1'), sampleNode('n2', { labels: { 'topology.kubernetes.io/zone': 'b' } })]
const n3 = sampleNode('n3', { labels: { 'topology.kubernetes.io/zone': null } })
const soft = (...keys: string[]) => ({ taints: keys.map((key) => ({ key, effect: 'PreferNoSchedule' })) })
const on = (node: string, name: string, more: Parameters<typeof samplePod>[1] = {}) =>
  samplePod(name, { nodeName: node, requests: {}, ...more })
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'
const zone = 'topology.kubernetes.io/zone'
const prefers = (key: string, value: string, weight: number) => ({
  weight,
  preference: { matchExpressions: [{ key, operator: 'In', values: [value] }] },
})
const rather = (kind: string, app: string, weight = 100, topologyKey = zone) => ({
  affinity: {
    [kind]: { [preferred]: [{ weight, podAffinityTerm: { topologyKey, labelSelector: { matchLabels: { app } } } }] },
  },
})
const image = (name: string, mebibytes: number) => ({
  status: { images: [{ names: [name], sizeBytes: mebibytes * 2 ** 20 }] },
})
const service = sampleObject('Service', 'web', { namespace: 'shop', spec: { selector: { app: 'web' } } })
const sibling = { labels: { app: 'web' } }

const rows: readonly (readonly [name: string, plugin: string, scene: Scene, says: readonly number[] | 'skipped'])[] = [
  ['no taints: all the most', 'TaintToleration', { nodes: [n1, n2] }, [300, 300]],
  [
    'one taint and two: 100 − 50, 100 − 100',
    'TaintToleration',
    { nodes: [n1, sampleNode('n2', soft('a')), sampleNode('n3', soft('a', 'b'))] },
    [300, 150, 0],
  ],
  [
    'a taint that is tolerated',
    'TaintToleration',
    { nodes: [n1, sampleNode('n2', soft('a'))], pod: { tolerations: [{ key: 'a', operator: 'Exists' }] } },
    [300, 300],
  ],
  ['nothing preferred', 'NodeAffinity', { nodes: [n1, n2] }, 'skipped'],
  [
    'weights are summed, the largest is 100',
    'NodeAffinity',
    {
      nodes: [n1, n2],
      pod: { affinity: { nodeAffinity: { [preferred]: [prefers(zone, 'a', 3), prefers(zone, 'b', 1)] } } },
    },
    [200, 66],
  ],
  [
    'nothing preferred is met',
    'NodeAffinity',
    { nodes: [n1, n2], pod: { affinity: { nodeAffinity: { [preferred]: [prefers(zone, 'c', 3)] } } } },
    [0, 0],
  ],
  [
    'room: 4 cores and 8Gi, and 100m and 200Mi of the pod that says nothing',
    'NodeResourcesFit',
    { nodes: [n1, n2], pods: [on('n2', 'a')] },
    [81, 78],
  ],
  [
    'balance',
    'NodeResourcesBalancedAllocation',
    { nodes: [n1, n2], pods: [on('n2', 'a', { requests: { memory: '2Gi' } })] },
    [71, 78],
  ],
  [
    'balance of a pod that asks for nothing',
    'NodeResourcesBalancedAllocation',
    { nodes: [n1, n2], pod: { requests: {} } },
    'skipped',
  ],
  [
    'an image on one of two nodes counts half',
    'ImageLocality',
    { nodes: [n1, sampleNode('n2', image('web:1', 1023))] },
    [0, 50],
  ],
  ['a small image does not count', 'ImageLocality', { nodes: [n1, sampleNode('n2', image('web:1', 40))] }, [0, 0]],
  [
    'a name without a tag is the latest',
    'ImageLocality',
    { nodes: [n1, sampleNode('n2', image('web:latest', 4000))], pod: { container: { image: 'web' } } },
    [0, 100],
  ],
  [
    'nobody says how the pods spread',
    'PodTopologySpread',
    { nodes: [n1, n2], pods: [on('n1', 'web-0', sibling)] },
    'skipped',
  ],
  [
    'a Service: its pods are spread over nodes and zones',
    'PodTopologySpread',
    { nodes: [n1, n2], pods: [on('n1', 'web-0', sibling)], others: [service] },
    [132, 200],
  ],
  [
    'nodes without a zone take part, as one zone',
    'PodTopologySpread',
    { nodes: [n1, n3], pods: [on('n1', 'web-0', sibling)], others: [service] },
    [44, 200],
  ],
  [
    'a constraint that only scores',
    'PodTopologySpread',
    {
      nodes: [n1, n2],
      pods: [on('n1', 'web-0', sibling)],
      pod: spreadOver(zone, 'web', { whenUnsatisfiable: 'ScheduleAnyway' }),
    },
    [0, 200],
  ],
  [
    'a node without the key gets nothing',
    'PodTopologySpread',
    { nodes: [n1, n3], pod: spreadOver(zone, 'web', { whenUnsatisfiable: 'ScheduleAnyway' }) },
    [200, 0],
  ],
  [
    'a constraint that refuses does not score',
    'PodTopologySpread',
    { nodes: [n1, n2], pod: spreadOver(zone, 'web') },
    'skipped',
  ],
  ['nobody to be near to', 'InterPodAffinity', { nodes: [n1, n2], pod: rather('podAffinity', 'db') }, 'skipped'],
  [
    'rather near',
    'InterPodAffinity',
    { nodes: [n1, n2], pods: [on('n2', 'db')], pod: rather('podAffinity', 'db') },
    [0, 200],
  ],
  [
    'rather apart',
    'InterPodAffinity',
    { nodes: [n1, n2], pods: [on('n2', 'db')], pod: rather('podAntiAffinity', 'db') },
    [200, 0],
  ],
  [
    'those that stand would rather have it near',
    'InterPodAffinity',
    { nodes: [n1, n2], pods: [on('n2', 'db', rather('podAffinity', 'web'))] },
    [0, 200],
  ],
  [
    'those that need it near draw with weight 1',
    'InterPodAffinity',
    { nodes: [n1, n2], pods: [on('n2', 'db', nearTo('web', zone)), on('n1', 'api', rather('podAffinity', 'web', 2))] },
    [200, 0],
  ],
]

for (const [name, plugin, scene, says] of rows) {
  test(`scores: ${plugin}: ${name}`, () => assert.deepEqual(scoresBy(plugin, scene), says))
}

test('scores: a single node that takes the pod is not scored', () => {
  const { scores, best } = schedulerOf({ nodes: [n1], pods: [], others: [] }).judge(samplePod('web'))
  assert.deepEqual([scores, best], [[], ['n1']])
})

test('scores: the total is the sum, and the best are those with the highest, in node order', () => {
  const nodes = [n1, sampleNode('n2', soft('a')), sampleNode('n3')]
  const { scores, best } = schedulerOf({ nodes, pods: [], others: [] }).judge(samplePod('web'))
  for (const { by, total } of scores)
    assert.equal(
      Object.values(by).reduce((sum, one) => sum + one, 0),
      total,
    )
  assert.deepEqual(best, ['n1', 'n3'])
})
