// Where the volumes of a class lie: known of its provisioner, or said by a file.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { podsOf } from '../../engine/pods/pods-of.ts'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { problemLine } from '../../platform/problem.ts'
import { withBeside } from './beside.ts'

const shop = (provisioner: string) => `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast, annotations: { storageclass.kubernetes.io/is-default-class: "true" } }
provisioner: ${provisioner}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ledger, namespace: shop }
spec:
  selector: { matchLabels: { app: ledger } }
  template: { metadata: { labels: { app: ledger } }, spec: { containers: [{ name: main, image: ledger }] } }
  volumeClaimTemplates: [{ metadata: { name: a }, spec: {} }, { metadata: { name: b }, spec: { storageClassName: far } }]
`

const rows: [name: string, provisioner: string, fact: string, bound: string, says?: RegExp][] = [
  ['nobody says', 'example.test/disk', '', 'unknown unknown'],
  ['known of a driver', 'ebs.csi.aws.com', '', 'zone unknown'],
  ['of a driver that carries a namespace', 'storage.rbd.csi.ceph.com', '', 'cluster unknown'],
  ['of no driver of that name', 'rbd.csi.ceph.com.example.test', '', 'unknown unknown'],
  ['said', 'example.test/disk', '{ of: StorageClass//fast, bound: cluster }', 'cluster unknown'],
  ['said with one slash', 'example.test/disk', '{ of: StorageClass/fast, bound: zone }', 'zone unknown'],
  ['said against what is known', 'ebs.csi.aws.com', '{ of: StorageClass//fast, bound: cluster }', 'cluster unknown'],
  ['of a class that only a claim names', 'example.test/disk', '{ of: StorageClass//far, bound: node }', 'unknown node'],
  [
    'of a class that is not there',
    'example.test/disk',
    '{ of: StorageClass//fats, bound: node }',
    'unknown unknown',
    /'StorageClass\/\/fats', which is not there.*did you mean 'StorageClass\/\/fast/,
  ],
  ['no such place', 'example.test/disk', '{ of: StorageClass//fast, bound: rack }', 'unknown unknown', /rack/],
  ['a guess', 'example.test/disk', '{ of: StorageClass//fast, bound: node, guessed: x }', 'unknown unknown', /guessed/],
]

for (const [name, provisioner, fact, bound, says] of rows)
  test(`where volumes lie: ${name}`, () => {
    const { estate } = importManifests(readManifests(shop(provisioner), 'shop.yaml').manifests, { kubernetes: '1.34' })
    const file = readManifests(`apiVersion: seaworthy/v1\nkind: Promises\nfacts: [${fact}]\n`, 'promises.yaml')
    const { estates, problems } = withBeside([estate], file.manifests)
    const claims = estates.flatMap((one) => podsOf(one)).flatMap((pod) => pod.claims)
    assert.equal(claims.map((claim) => claim.bound).join(' '), bound)
    assert.match(problems.map((problem) => problemLine(problem)).join('\n'), says ?? /^$/)
  })
