// Nodes attach so many volumes of a driver, where CSINodes say how many.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { placed } from './placed.ts'

const node = (name: string) => `apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name} } }
status: { allocatable: { cpu: "4", memory: 16Gi, pods: "110" } }
`
const attaching = (name: string, count: string) => `apiVersion: storage.k8s.io/v1
kind: CSINode
metadata: { name: ${name} }
spec: { drivers: [{ name: disk.example.com, nodeID: ${name}${count && `, allocatable: { count: ${count} }`} }] }
`
const storage = (provisioner: string) => `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: disk }
provisioner: ${provisioner}
`
const claim = (name: string) =>
  `{ metadata: { name: ${name} }, spec: { storageClassName: disk, resources: { requests: { storage: 1Gi } } } }`
const members = (replicas: number, claims: readonly string[]) => `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ledger-db, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ledger-db } }
  template: { metadata: { labels: { app: ledger-db } }, spec: { containers: [{ name: main, image: db }] } }
  volumeClaimTemplates: [${claims.map(claim).join(', ')}]
`
const nodes = [node('n1'), node('n2')]
const one = [attaching('n1', '1'), attaching('n2', '1')]
const disk = storage('disk.example.com')
const follows = 'StorageClass disk gives each volume where its pod may stand'

const rows: [name: string, yaml: readonly string[], said: string][] = [
  [
    'one volume a node',
    [members(2, ['data']), disk, ...nodes, ...one],
    `assumed: ledger-db can stand on n1, n2 if ${follows}`,
  ],
  [
    'more members than volumes',
    [members(3, ['data']), disk, ...nodes, ...one],
    'broken: at most 2 of the 3 pods of ledger-db can be placed: the nodes have room for so many by volumes of disk.example.com that they attach',
  ],
  [
    'two volumes each',
    [members(1, ['data', 'log']), disk, ...nodes, ...one],
    'broken: the pod of ledger-db cannot be placed: no node takes it; n1, n2: attaches 1 more volume of disk.example.com, and the pod has 2',
  ],
  [
    'one node without a number attaches them all',
    [members(5, ['data']), disk, ...nodes, attaching('n1', '1'), attaching('n2', '')],
    `assumed: ledger-db can stand on n1, n2 (4) if ${follows}`,
  ],
  [
    'volumes of another driver',
    [members(3, ['data']), storage('other.example.com'), ...nodes, ...one],
    `assumed: ledger-db can stand on n1 (2), n2 if ${follows}`,
  ],
  ['no CSINodes', [members(3, ['data']), disk, ...nodes], `assumed: ledger-db can stand on n1 (2), n2 if ${follows}`],
  [
    'a driver that took over from a built-in one',
    [
      members(3, ['data']),
      storage('kubernetes.io/aws-ebs'),
      ...nodes,
      ...one.map((yaml) => yaml.replace('disk.example.com', 'ebs.csi.aws.com')),
    ],
    'broken: at most 2 of the 3 pods of ledger-db can be placed: the nodes have room for so many by volumes of ebs.csi.aws.com that they attach',
  ],
]

for (const [name, yaml, said] of rows) {
  test(`placed, with volumes: ${name}`, () => {
    const [verdict] = verdictsOf(placed, manifestWorld(yaml.join('---\n')))
    assert.ok(verdict)
    const [why] = verdict.because.flatMap(({ says }) => says.rows ?? [])
    const noNode = linesOf(verdict)[0]?.includes('no node takes it') && why ? `; ${why.join(': ')}` : ''
    const rests = verdict.assumes.map(({ says }) => ` if ${says}`).join()
    assert.equal(`${verdict.verdict}: ${linesOf(verdict)[0]}${noNode}${rests}`, said)
  })
}
