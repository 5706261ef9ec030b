import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { importManifests } from '../import.ts'
import { comparedWithLive } from './compared.ts'
import { liveCluster } from './live-cluster.ts'

const head = 'apiVersion: seaworthy/v1\nkind: Snapshot\nmetadata: { name: prod }\nserver: { minor: "1.34" }\n'

function estateOf(written: string, live: string, more = '') {
  const cluster = liveCluster(readManifests(`${head}${more}\n---\n${live}`, 'prod.yaml').manifests)
  assert.ok(cluster)
  const { estate } = importManifests(readManifests(written, 'shop.yaml').manifests, { live: cluster })
  return { estate, compared: comparedWithLive(estate, cluster) }
}

const object = (kind: string, name: string, more = '') =>
  `---\napiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop, ${more} }\nstatus: { allocatable: { cpu: 4 } }\n`
const ownedBy = (kind: string, name: string) => `ownerReferences: [{ kind: ${kind}, name: ${name}, controller: true }]`

const rows: [what: string, written: string, live: string, stands: string[]][] = [
  ['what a file holds is not taken from there', object('ConfigMap', 'a'), object('ConfigMap', 'a'), []],
  ['what no file holds is', object('ConfigMap', 'a'), object('ConfigMap', 'b'), ['ConfigMap/shop/b']],
  ['nodes too', object('ConfigMap', 'a'), object('Node', 'n1'), ['Node//n1']],
  ['but not beside nodes that somebody says', object('Node', 'n1'), object('Node', 'n2'), []],
  [
    'pods of a workload in a file show where it stands',
    object('ReplicationController', 'a'),
    object('Pod', 'a-1', ownedBy('ReplicationController', 'a')),
    ['Pod/shop/a-1'],
  ],
  [
    'what an operator is known to make of a resource in a file stands for what it made',
    '---\napiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: db, namespace: shop }\nspec: { instances: 2, storage: { size: 1Gi } }\n',
    object('Pod', 'db-1', ownedBy('Cluster', 'db')),
    [],
  ],
]

for (const [what, written, live, stands] of rows) {
  test(`live: ${what}`, () => {
    const { estate } = estateOf(written, live)
    const found = estate.objects.filter(({ source, implied }) => source.live && !implied)
    assert.deepEqual(
      found.map(({ ref }) => ref),
      stands,
    )
  })
}

test('live: what an operator makes and the cluster shows is no assumption', () => {
  const written =
    '---\napiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: db, namespace: shop }\nspec: { instances: 2, storage: { size: 1Gi } }\n'
  const { estate } = estateOf(written, object('Service', 'db-rw', ownedBy('Cluster', 'db')))
  const made = estate.objects.filter(({ ref }) => ref.startsWith('Service/'))
  assert.deepEqual(
    made.map(({ ref, origin, source }) => [ref, origin, source.made?.by, source.live]),
    [
      ['Service/shop/db-r', 'made', 'Cluster/shop/db', undefined],
      ['Service/shop/db-ro', 'made', 'Cluster/shop/db', undefined],
      ['Service/shop/db-rw', 'made', undefined, undefined],
    ],
  )
})

test('live: places are those of the files, the version that of the cluster', () => {
  const { estate } = estateOf(
    object('ConfigMap', 'a'),
    '---\napiVersion: v1\nkind: Pod\nmetadata: { name: b, namespace: bank }\n',
  )
  assert.deepEqual([estate.environments.map(({ name }) => name), estate.minor], [['shop'], '1.34'])
})

test('live: neighbours are named by whoever made them', () => {
  const live = [
    object('Pod', 'a-1', ownedBy('ReplicationController', 'a')),
    object('Pod', 'reef-0', ownedBy('Reef', 'reef')),
    object('Pod', 'etcd-n1', ownedBy('Node', 'n1')),
    object('Pod', 'alone'),
    object('ConfigMap', 'kube-root-ca.crt'),
    object('ConfigMap', 'other'),
  ]
  const { neighbours, others } = estateOf(object('ReplicationController', 'a'), live.join('')).compared
  assert.deepEqual(neighbours, ['Pod/shop/alone', 'Pod/shop/etcd', 'Reef/shop/reef'])
  assert.deepEqual(others, [{ kind: 'ConfigMap', objects: 1 }])
})

test('live: files without a namespace that were applied to one', () => {
  const names = ['a', 'b', 'c']
  const written = names.map((name) => object('ConfigMap', name).replace('namespace: shop,', ''))
  const there = names.map((name) => object('ConfigMap', name)).join('')
  const more = 'read: [{ resource: configmaps }]'
  assert.deepEqual(estateOf(written.join(''), there, more).compared.elsewhere, { namespace: 'shop', objects: 3 })
  assert.equal(estateOf(written.slice(1).join(''), there, more).compared.elsewhere, undefined)
  assert.equal(estateOf(written.join(''), '', more).compared.elsewhere, undefined)
})

const unseen: [what: string, more: string, found: [string, readonly string[] | undefined][]][] = [
  ['Secrets are never in it', '', [['unread/secrets', undefined]]],
  [
    'what its taker may not read',
    'notAllowed: [{ resource: services, kind: Service }]',
    [
      ['unread/secrets', undefined],
      ['unread/services', undefined],
    ],
  ],
  [
    'of some namespaces, the others that files use',
    'namespaces: [bank]',
    [
      ['unread/other-namespaces', ['shop']],
      ['unread/secrets', undefined],
    ],
  ],
]

for (const [what, more, found] of unseen) {
  test(`live, not seen: ${what}`, () => {
    const { estate } = estateOf(object('ConfigMap', 'a'), '', more)
    assert.deepEqual(
      (estate.unseen ?? []).map(({ id, namespaces }) => [id, namespaces]),
      found,
    )
  })
}

test('live: a file without a head is no snapshot', () => {
  assert.equal(liveCluster(readManifests(object('Node', 'n1'), 'nodes.yaml').manifests), undefined)
})
