import assert from 'node:assert/strict'
import { test } from 'node:test'
import { environment } from '../../platform/language/environment.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, machine, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { confines } from './confines.ts'

const limits = { default: { cpu: '500m', memory: '512Mi' } } as const
const east = ['n1', 'n2'].map((name) => machine(name, 'east', { taken: { cpu: '50%', memory: '25%' } }))
const shop: ShopOptions = {
  nodes: [...east, machine('n3', 'west')],
  cluster: { pools: { front: east } },
  live: { pool: 'front', limits, quota: { 'requests.cpu': 4, 'requests.memory': '8Gi' } },
}

type Row = [name: string, resource: 'cpu' | 'memory' | 'storage', shop: ShopOptions, verdict: string, lines: string[]]

const lvm = { bound: 'node', provisioner: 'topolvm.io', default: true } as const

const rows: Row[] = [
  [
    'a quota no larger than what is free',
    'cpu',
    shop,
    'assumed',
    [
      'quota live ends requests.cpu at 4 cores',
      'every container of 4 pods has a limit for cpu',
      '4 cores of cpu may be requested ≤ 4 cores free on the pool front',
    ],
  ],
  [
    'a quota larger than what is free',
    'cpu',
    { ...shop, live: { ...shop.live, quota: { 'requests.cpu': '4100m' } } },
    'broken',
    ['4.1 cores of cpu may be requested > 4 cores free on the pool front'],
  ],
  [
    'a quota that says cpu means requests',
    'cpu',
    { ...shop, live: { ...shop.live, quota: { cpu: 5 } } },
    'broken',
    ['5 cores of cpu may be requested > 4 cores free on the pool front'],
  ],
  [
    'memory that is known for the cluster as a whole may stand here',
    'memory',
    {
      ...shop,
      nodes: undefined,
      cluster: { taken: { memory: '40Gi' } },
      live: { limits, quota: { 'requests.memory': '9Gi' } },
    },
    'broken',
    ['9Gi of memory may be requested > 48Gi free on all nodes, 40Gi being taken in the cluster as a whole'],
  ],
  [
    'no quota',
    'cpu',
    { ...shop, live: { ...shop.live, quota: undefined } },
    'broken',
    ['no quota of shop counts requests.cpu'],
  ],
  [
    'no limit',
    'memory',
    { ...shop, live: { ...shop.live, limits: undefined } },
    'broken',
    ['without a limit for memory: checkout, orders, ledger-db'],
  ],
  [
    'volumes that end at their size, in a quota',
    'storage',
    { cluster: { storage: { disk: lvm } }, live: { quota: { 'requests.storage': '10Gi' } } },
    'kept',
    ['quota live ends requests.storage at 10Gi', 'volumes of class disk end at the size that is asked for'],
  ],
  [
    'volumes that do not',
    'storage',
    {
      cluster: { storage: { disk: { ...lvm, provisioner: 'rancher.io/local-path' } } },
      live: { quota: { 'requests.storage': '10Gi' } },
    },
    'broken',
    [
      'volumes of class disk do not end at the size that is asked for: any of them can fill the disk that it shares with what else stands there',
    ],
  ],
  [
    'volumes of a class that nobody knows',
    'storage',
    { live: { quota: { 'requests.storage': '10Gi' } } },
    'unknown',
    ['nobody knows whether volumes of class disk end at their size'],
  ],
  [
    'claims of any size',
    'storage',
    { cluster: { storage: { disk: lvm } }, live: { quota: { persistentvolumeclaims: 3 } } },
    'broken',
    ['no quota of shop counts requests.storage: 3 claims of any size are allowed'],
  ],
]

for (const [name, resource, given, verdict, lines] of rows) {
  test(`confines ${resource}: ${name}`, () => {
    const world = sampleWorld({ ...given, promises: ({ live }) => [promise.confines(resource, { in: live })] })
    const [found] = verdictsOf(confines, world)
    assert.equal(found?.id, `confines/live/${resource}`)
    assert.equal(found.verdict, verdict)
    assert.deepEqual(linesOf(found), lines)
  })
}

test('confines cpu: what is planned for the same nodes counts, and once it stands it counts once', () => {
  const lineOf = (isThere: boolean) => {
    const world = sampleWorld({
      ...shop,
      live: { ...shop.live, quota: { 'requests.cpu': 3 } },
      environments: ({ harbour }) => (isThere ? [next(harbour)] : []),
      promises: ({ live, harbour }) => [promise.confines('cpu', { in: live, beside: [next(harbour)] })],
    })
    const [found] = verdictsOf(confines, world)
    return found && linesOf(found).at(-1)
  }
  const next = (on: Parameters<typeof environment>[1]['on']) =>
    environment('next', { on, pool: 'front', namespace: 'next', quota: { 'requests.cpu': 2 }, runs: [] })
  const sum = '3 cores + 2 cores = 5 cores of cpu may be requested > 4 cores free on the pool front'
  assert.equal(lineOf(false), sum)
  assert.equal(lineOf(true), sum)
})

test('confines cpu: what stands there without a quota counts with what it requests', () => {
  const world = sampleWorld({
    ...shop,
    environments: ({ harbour, orders, ledgerDb }) => [
      environment('next', { on: harbour, pool: 'front', namespace: 'next', runs: [orders, ledgerDb] }),
    ],
    promises: ({ live }) => [promise.confines('cpu', { in: live })],
  })
  const [found] = verdictsOf(confines, world)
  assert.deepEqual(found && linesOf(found), [
    '4 cores + 500m = 4.5 cores of cpu may be requested > 4 cores free on the pool front',
  ])
})
