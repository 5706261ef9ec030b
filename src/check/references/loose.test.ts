// What a thing names and can do without, and what may be kept elsewhere: assumed by name, and broken where it is a slip.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { refers } from './refers.ts'

const object = (kind: string, name: string, spec: string, apiVersion = 'v1') => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec: ${spec}
`
const pods = '{ metadata: { labels: { app: ledger-db } }, spec: { containers: [{ name: db }] } }'
const store = (more: string) => object('StatefulSet', 'ledger-db', `{ template: ${pods}, ${more} }`, 'apps/v1')
const classed = (name: string) =>
  store(`volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: ${name} } }]`)
const storageClass = (name: string) => `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: ${name} }
provisioner: example.com/disk
`
const volume = `
apiVersion: v1
kind: PersistentVolume
metadata: { name: v }
spec: { storageClassName: fst-ssd }
`
const service = (name: string) => object('Service', name, '{ clusterIP: None, selector: { app: ledger-db } }')
const door = (secret: string, hosts = '[shop.example.com]') =>
  object('Ingress', 'door', `{ tls: [{ secretName: ${secret}, hosts: ${hosts} }] }`, 'networking.k8s.io/v1')
const certificate = object(
  'Certificate',
  'storefront',
  '{ secretName: storefront-tls, dnsNames: [shop.example.com] }',
  'cert-manager.io/v1',
)
const opaque = object('Storefront', 'x', '{}', 'example.com/v1')

const own = 'the controller answers with a certificate of its own'

const rows: [name: string, manifests: readonly string[], of: string, verdict: string | undefined, line?: string][] = [
  [
    'a Service for the names of the pods, in no file',
    [store('serviceName: ledger'), service('ledger-db')],
    'StatefulSet/ledger-db',
    'assumed',
    'Service ledger is in no file, and is taken to be there',
  ],
  [
    'a Service for the names of the pods',
    [store('serviceName: ledger-db'), service('ledger-db')],
    'StatefulSet/ledger-db',
    'kept',
    'there: Service ledger-db',
  ],
  [
    'a class where no file shows any',
    [classed('ceph')],
    'StatefulSet/ledger-db',
    'assumed',
    'StorageClass ceph is in no file, and is taken to be there',
  ],
  [
    'a class that is a slip of one',
    [classed('fst-ssd'), storageClass('fast-ssd')],
    'StatefulSet/ledger-db',
    'broken',
    'StorageClass fst-ssd does not exist: its claims stay Pending',
  ],
  [
    'a class that volumes bear',
    [classed('fst-ssd'), storageClass('fast-ssd'), volume],
    'StatefulSet/ledger-db',
    'assumed',
    'StorageClass fst-ssd is in no file, and is taken to be there',
  ],
  [
    'a class of another zone',
    [classed('disk-b'), storageClass('disk-a')],
    'StatefulSet/ledger-db',
    'assumed',
    'StorageClass disk-b is in no file, and is taken to be there',
  ],
  [
    'a claim whose class is a slip',
    [object('PersistentVolumeClaim', 'files', '{ storageClassName: fst-ssd }'), storageClass('fast-ssd')],
    'PersistentVolumeClaim/files',
    'broken',
    'StorageClass fst-ssd does not exist: the claim stays Pending',
  ],
  [
    'a class that is there',
    [classed('fast-ssd'), storageClass('fast-ssd')],
    'StatefulSet/ledger-db',
    'kept',
    'there: StorageClass fast-ssd',
  ],
  ['no class at all', [classed('""')], 'StatefulSet/ledger-db', undefined],
  [
    'a certificate that nobody shows',
    [door('shop-tls')],
    'Ingress/door',
    'assumed',
    'Secret shop-tls is in no file, and is taken to be there',
  ],
  [
    'another name than that of the certificate for its hosts',
    [door('shop-tls'), certificate],
    'Ingress/door',
    'broken',
    `Secret shop-tls does not exist: ${own}`,
  ],
  [
    'a certificate for other hosts',
    [door('shop-tls', '[shop.example.com, www.example.com]'), certificate],
    'Ingress/door',
    'assumed',
    'Secret shop-tls is in no file, and is taken to be there',
  ],
  [
    'the certificate for its hosts, where more may be deployed',
    [door('shop-tls'), certificate, opaque],
    'Ingress/door',
    'assumed',
    'Secret shop-tls is in no file, and is taken to be there',
  ],
  [
    'the certificate for its hosts is used by another',
    [door('shop-tls'), certificate, door('storefront-tls').replace('name: door', 'name: other')],
    'Ingress/door',
    'assumed',
    'Secret shop-tls is in no file, and is taken to be there',
  ],
  [
    'the name of the certificate',
    [door('storefront-tls'), certificate],
    'Ingress/door',
    'assumed',
    'Secret storefront-tls: cert-manager 1.21 makes of its resources what is known here of that version',
  ],
]

for (const [name, manifests, of, verdict, line] of rows) {
  test(`refers: what may be kept elsewhere: ${name}`, () => {
    const found = verdictsOf(refers, manifestWorld(manifests.join('---'))).find(({ id }) => id === `refers/shop/${of}`)
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

test('refers: a certificate by another name: what was meant', () => {
  const [found] = verdictsOf(refers, manifestWorld([door('shop-tls'), certificate].join('---')))
  assert.equal(found?.because.find(({ truth }) => truth === false)?.hint, 'did you mean storefront-tls?')
})

test('refers: what can be done without, denied, is missing', () => {
  const denied = ['service/cluster/shop/ledger']
  const [found] = verdictsOf(refers, manifestWorld(store('serviceName: ledger'), { denied }))
  assert.equal(found?.verdict, 'broken')
})
