import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Estate, EstatePool } from '../../estate/estate.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { type SmallNode, smallEstate, smallObject } from '../placement/small-cluster.ts'
import { growsBy, growsUnbounded } from './grows.ts'
import { atMost, settled } from './settled.ts'

interface Row {
  readonly app?: number
  readonly data?: number
  readonly most?: number
  readonly cpu?: string
  readonly choose?: string
  readonly replicas: number
}

// Two pools of nodes with 4 cores, and a workload whose pods ask for one each unless the row says otherwise.
function estateOf({ app = 1, data = 1, most = 5, cpu = '1', choose, replicas }: Row): Estate {
  const poolNode = (pool: string, at: number): SmallNode => ({
    name: `${pool}-${at}`,
    cpu: '4',
    memory: '16Gi',
    labels: { pool },
  })
  const numbered = (pool: string, from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => poolNode(pool, from + at + 1))
  const poolOf = (name: string, standing: number): EstatePool => ({
    name,
    standing,
    most,
    scales: 'autoscaler',
    further: smallEstate(numbered(name, standing, most)).nodes,
    source: {},
  })
  const container = { name: 'main', image: 'shop', resources: { requests: { cpu } } }
  const deployment = smallObject('Deployment', 'checkout', {
    spec: {
      replicas,
      template: {
        metadata: { labels: { app: 'checkout' } },
        spec: { containers: [container], ...(choose && { nodeSelector: { pool: choose } }) },
      },
    },
  })
  const manifest = { ...deployment.manifest, apiVersion: 'apps/v1' } as Manifest
  const names = (pool: string, standing: number) => numbered(pool, 0, standing).map(({ name }) => name)
  return smallEstate([...numbered('app', 0, app), ...numbered('data', 0, data)], {
    pools: { app: names('app', app), data: names('data', data) },
    nodePools: [poolOf('app', app), poolOf('data', data)],
    objects: [{ ...deployment, manifest }],
  })
}

const rows: [name: string, row: Row, stands: string][] = [
  ['what stands is enough', { replicas: 8 }, 'app 1, data 1'],
  ['one node more is', { replicas: 9 }, 'app 1, data 2'],
  ['pods choose the pool that grows', { replicas: 9, choose: 'app' }, 'app 3, data 1'],
  ['none stands and none is asked for', { app: 0, data: 0, replicas: 0 }, 'app 0, data 0'],
  ['none stands before a pod asks', { app: 0, data: 0, replicas: 1, choose: 'data' }, 'app 0, data 1'],
  ['the most is too few, and holds as many as it can', { replicas: 41 }, 'app 5, data 5'],
  ['no node of the kind is large enough', { cpu: '5', replicas: 1 }, 'app 1, data 1'],
]

for (const [name, row, stands] of rows) {
  test(`pools settle: ${name}`, () => {
    const { pools, nodes } = settled(estateOf(row))
    assert.equal(
      Object.entries(pools)
        .map(([pool, of]) => `${pool} ${of.length}`)
        .join(', '),
      stands,
    )
    assert.equal(nodes.length, Object.values(pools).flat().length)
  })
}

// One on each node that stands is all that they ask for: an autoscaler makes no node for them.
test('pools settle: a DaemonSet adds no node', () => {
  const daemonSet = smallObject('DaemonSet', 'exporter', {
    spec: {
      template: {
        metadata: { labels: { app: 'exporter' } },
        spec: { containers: [{ name: 'main', image: 'exporter' }] },
      },
    },
  })
  for (const [replicas, many] of [
    [4, 2],
    [9, 3],
  ] as const) {
    const estate = estateOf({ replicas })
    const exporter = { ...daemonSet, manifest: { ...daemonSet.manifest, apiVersion: 'apps/v1' } as Manifest }
    assert.equal(settled({ ...estate, objects: [...estate.objects, exporter] }).nodes.length, many)
  }
})

test('pools settle: an estate without pools that grow stays the same value', () => {
  const estate = smallEstate([{ name: 'n1' }])
  assert.equal(settled(estate), estate)
  assert.equal(atMost(estate), estate)
})

test('pools settle: what is left of a pool may still be added after a loss, and nothing beyond', () => {
  const estate = settled(estateOf({ replicas: 9 }))
  assert.deepEqual(growsBy(estate), ['pool app', 'pool data'])
  assert.deepEqual(growsBy(atMost(estate)), [])
  assert.deepEqual(growsUnbounded(estate), [])
})
