import assert from 'node:assert/strict'
import { test } from 'node:test'
import { podsOf } from './pods-of.ts'
import { estateOf } from './sample-estate.ts'

const groups: { readonly [kind: string]: string } = { Pod: 'v1', Node: 'v1', Job: 'batch/v1', CronJob: 'batch/v1' }

function object(kind: string, name: string, more: { owner?: [string, string]; [field: string]: unknown } = {}): object {
  const { owner, ...fields } = more
  const ownerReferences = owner && [
    { apiVersion: groups[owner[0]] ?? 'apps/v1', kind: owner[0], name: owner[1], controller: true },
  ]
  const metadata = { name, namespace: 'shop', ...(ownerReferences && { ownerReferences }) }
  return { apiVersion: groups[kind] ?? 'apps/v1', kind, metadata, spec: {}, ...fields }
}

const checkout = object('Deployment', 'checkout')
const set = object('ReplicaSet', 'checkout-1', { owner: ['Deployment', 'checkout'] })
const pod = (name: string, owner: [string, string], node: string, more: object = {}) =>
  object('Pod', name, { owner, spec: { nodeName: node }, ...more })

const rows: [name: string, objects: object[], classes: string[]][] = [
  [
    'a set is counted with its Deployment, and so are its pods',
    [checkout, set, pod('b', ['ReplicaSet', 'checkout-1'], 'n2'), pod('a', ['ReplicaSet', 'checkout-1'], 'n1')],
    ['Deployment/shop/checkout × 1: a on n1, b on n2'],
  ],
  ['a set whose Deployment nobody shows', [set], ['ReplicaSet/shop/checkout-1 × 1']],
  ['a pod whose set nobody shows', [pod('a', ['ReplicaSet', 'gone'], 'n1')], ['Pod/shop/a × 1: a on n1']],
  ['a pod of the kubelet', [pod('proxy-n1', ['Node', 'n1'], 'n1')], ['Pod/shop/proxy-n1 × 1: proxy-n1 on n1']],
  ['a pod that has ended', [object('Pod', 'a', { status: { phase: 'Succeeded' } })], ['Pod/shop/a × 0']],
  [
    'a pod of a set that has ended stands nowhere',
    [checkout, set, pod('a', ['ReplicaSet', 'checkout-1'], 'n1', { status: { phase: 'Failed' } })],
    ['Deployment/shop/checkout × 1'],
  ],
  [
    'a job that has ended',
    [object('Job', 'move', { status: { conditions: [{ type: 'Complete', status: 'True' }] } })],
    ['Job/shop/move × 0'],
  ],
  [
    'a run of a schedule is counted with it',
    [object('CronJob', 'nightly'), object('Job', 'nightly-1', { owner: ['CronJob', 'nightly'] })],
    ['CronJob/shop/nightly × 1'],
  ],
  [
    'an owner of the same name in another group is somebody else',
    [{ ...checkout, apiVersion: 'boats.example/v1' }, set],
    ['ReplicaSet/shop/checkout-1 × 1'],
  ],
  [
    'owners in a circle own nothing',
    [
      object('ReplicaSet', 'a', { owner: ['ReplicaSet', 'b'] }),
      object('ReplicaSet', 'b', { owner: ['ReplicaSet', 'a'] }),
    ],
    ['ReplicaSet/shop/a × 1', 'ReplicaSet/shop/b × 1'],
  ],
]

for (const [name, objects, classes] of rows) {
  test(`owners: ${name}`, () => {
    for (const ordered of [objects, objects.toReversed()]) {
      const found = podsOf(estateOf(ordered)).map(({ workload, count, standing = [] }) => {
        const stands = standing.map((one) => `${one.pod} on ${one.node}`).join(', ')
        return `${workload} × ${count}${stands && `: ${stands}`}`
      })
      assert.deepEqual(found, classes)
    }
  })
}

test('owners: what an operator would make is there already where its own is shown', () => {
  const shown = estateOf([object('StatefulSet', 'ledger-db-real', { owner: ['Cluster', 'ledger-db'] })])
  const would = estateOf([object('StatefulSet', 'ledger-db')])
  const made = { id: 'made/harbour/db', says: 'made', by: 'Cluster/shop/ledger-db' as const }
  const objects = would.objects.map((one) => ({ ...one, origin: 'made' as const, source: { made } }))
  const names = (all: typeof shown.objects) => podsOf({ ...shown, objects: all }).map((found) => found.name)
  assert.deepEqual(names([...shown.objects, ...objects]), ['ledger-db-real'])
  assert.deepEqual(names(objects), ['ledger-db'])
})
