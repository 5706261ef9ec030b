import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClusterOptions, cluster } from '../../platform/language/cluster.ts'
import { node } from '../../platform/language/node.ts'
import { clusterTaken } from './taken.ts'

const nodes = [node('n1', { cpu: 16, memory: '64G' }), node('n2', { cpu: '500m', memory: '2Gi' })]
const nowhere = () => undefined

const rows: [name: string, taken: ClusterOptions['taken'], cpu?: string, memory?: string, says?: string][] = [
  ['nothing said', undefined],
  ['a share of all nodes', { cpu: '60%' }, '9900m', undefined, '60%'],
  ['a broken share', { cpu: '12.5%' }, '2062500u', undefined, '12.5%'],
  ['of different families', { memory: '50%' }, undefined, '33073741824', '50%'],
  ['amounts as they are written', { cpu: 35, memory: '160G' }, '35', '160G', 'cpu 35, memory 160G'],
  ['the same share of both', { cpu: '100%', memory: '100%' }, '16500m', '66147483648', '100%'],
]

for (const [name, taken, cpu, memory, says] of rows) {
  test(`taken: ${name}`, () => {
    const { source: _, ...found } = clusterTaken(cluster('east', { kubernetes: '1.33', nodes, taken }), nowhere)
    assert.deepEqual({ cpu: undefined, memory: undefined, says: undefined, ...found }, { cpu, memory, says })
  })
}
