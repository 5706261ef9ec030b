import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClusterOptions } from '../../platform/language/cluster.ts'
import { machine, sampleWorld } from '../sample.ts'
import { oneDisk } from './one-disk.ts'

const servers = [
  machine('n1', 'east', { roles: ['control-plane'] }),
  machine('n2', 'east', { roles: ['control-plane'] }),
  machine('n3', 'west'),
]
const disk = { storage: { 'local-path': { bound: 'node', default: true } } } as const
const own = { storage: { 'local-path': { bound: 'node', default: true, ownDevice: true } } } as const
const onWorker = { place: { require: [{ label: 'kubernetes.io/hostname', in: ['n3'] }] } }

const rows: [name: string, cluster: Partial<ClusterOptions>, ledgerDb: object, rows: (readonly [string, string])[]][] =
  [
    [
      'volumes of K3s lie beside its etcd',
      { distribution: 'k3s', ...disk },
      {},
      [
        ['etcd', 'n1, n2'],
        ['ledger-db', 'local-path'],
      ],
    ],
    ['on a device of their own', { distribution: 'k3s', ...own }, {}, []],
    ['on a node without etcd', { distribution: 'k3s', ...disk }, onWorker, []],
    [
      'of another class, of which nobody says where it lies',
      { distribution: 'k3s', storage: { lvm: { bound: 'node' }, 'local-path': { bound: 'node' } } },
      { volume: { size: '10Gi', class: 'lvm' } },
      [],
    ],
    ['where nobody says what brings the cluster', disk, {}, []],
  ]

for (const [name, cluster, ledgerDb, expected] of rows) {
  test(`one-disk: ${name}`, () => {
    const [found] = oneDisk(sampleWorld({ nodes: servers, cluster, ledgerDb }))
    assert.deepEqual(found?.says.rows ?? [], expected)
  })
}
