import assert from 'node:assert/strict'
import { test } from 'node:test'
import { network, segment } from '../../platform/language/network.ts'
import { pool } from '../../platform/language/pool.ts'
import { answersOf, type ShopOptions, sampleWorld } from '../sample.ts'
import { addresses } from './addresses.ts'

type Block = `${string}/${number}`
type Answer = readonly [verdict: string, ...says: readonly string[]]

const vpc = (cidr: Block) => network('vpc', { cidr })
const standing = (whole: Block, apps: Block, rows: Block): ShopOptions => {
  const of = vpc(whole)
  return {
    cluster: { in: segment('apps', { of, cidr: apps }) },
    ledgerDb: { in: segment('rows', { of, cidr: rows }) },
  }
}
const pods = (...blocks: readonly Block[]): ShopOptions => ({
  cluster: { cni: { enforcesPolicy: true, pods: blocks } },
})
const apart = standing('10.8.0.0/16', '10.8.0.0/20', '10.8.16.0/20')

const rows: readonly (readonly [name: string, options: ShopOptions, ...answers: readonly Answer[]])[] = [
  [
    'cut out of one block',
    apart,
    [
      'kept',
      'apps, 10.8.0.0/20, is cut out of vpc, 10.8.0.0/16',
      'apps shares none of 10.8.0.0/20',
      'rows, 10.8.16.0/20, is cut out of vpc, 10.8.0.0/16',
      'rows shares none of 10.8.16.0/20',
    ],
  ],
  [
    'one of another block',
    standing('10.8.0.0/16', '10.8.0.0/20', '10.9.16.0/20'),
    ['broken', 'rows, 10.9.16.0/20, does not lie in vpc, 10.8.0.0/16'],
  ],
  [
    'one within the other',
    standing('10.8.0.0/16', '10.8.0.0/17', '10.8.16.0/20'),
    [
      'broken',
      'apps shares addresses of 10.8.0.0/17 with rows, 10.8.16.0/20',
      'rows shares addresses of 10.8.16.0/20 with apps, 10.8.0.0/17',
    ],
  ],
  [
    'an address for each pod',
    pods('100.80.0.0/24'),
    ['kept', '100.80.0.0/24 has 256 addresses for 4 pods; 3 nodes of 110 pods each would take 330'],
  ],
  ['too few', pods('100.80.0.0/31'), ['broken', '100.80.0.0/31 has 2 addresses, and there are 4 pods']],
  [
    'nodes that there may be',
    {
      nodes: [],
      cluster: {
        pools: [pool('all', { nodes: { from: 2, to: 9 }, scales: 'autoscaler', cpu: 8, memory: '32Gi' })],
        cni: { enforcesPolicy: true, pods: ['100.80.0.0/24'] },
      },
    },
    ['kept', '100.80.0.0/24 has 256 addresses for 4 pods; 9 nodes of 110 pods each would take 990'],
  ],
  [
    'addresses of a store outside',
    {
      ...pods('10.8.0.0/17'),
      ledgerDb: { in: segment('rows', { of: vpc('10.8.0.0/16') }) },
    },
    [
      'broken',
      'pods of harbour get addresses of 10.8.0.0/17, and vpc has 10.8.0.0/16: what answers there is a pod, or nobody',
    ],
  ],
  [
    'addresses of the network that it stands in',
    {
      cluster: {
        in: segment('apps', { of: vpc('10.8.0.0/16') }),
        cni: { enforcesPolicy: true, pods: ['10.8.0.0/17'] },
      },
    },
    ['kept', '10.8.0.0/17 has 32768 addresses for 4 pods; 3 nodes of 110 pods each would take 330'],
  ],
  ['nobody says any', {}],
]

for (const [name, options, ...answers] of rows)
  test(`addresses: ${name}`, () => {
    assert.deepEqual(answersOf(addresses, sampleWorld(options)), answers)
  })
