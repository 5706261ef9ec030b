// What is promised of stores that manifests show: what nobody says of their members is unknown, what an operator does is told.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { withBeside } from '../beside/beside.ts'
import { runEstates } from '../run-estates.ts'
import { survives } from './survives.ts'

const nodes = ['n1', 'n2', 'n3', 'n4']
  .map(
    (name) => `
---
apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name} } }
status: { allocatable: { cpu: "8", memory: 32Gi, pods: "110" } }`,
  )
  .join('')

const fast = `
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: kubernetes.io/no-provisioner`

const apart = `podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, labelSelector: {} }] }`

const sets = (replicas: number) => `
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ledger, namespace: shop }
spec:
  replicas: ${replicas}
  serviceName: ledger
  selector: { matchLabels: { app: ledger } }
  template:
    metadata: { labels: { app: ledger } }
    spec: { affinity: { ${apart} }, containers: [{ name: main, image: example.test/ledger }] }
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: fast, resources: { requests: { storage: 1Gi } } } }]`

const postgres = (instances: number) => `
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: ledger, namespace: shop }
spec: { instances: ${instances}, affinity: { podAntiAffinityType: required }, storage: { size: 1Gi, storageClass: fast } }`

const kafka = (config: string) => `
---
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: { name: events, namespace: shop }
spec: { kafka: { config: { ${config} }, template: { pod: { affinity: { ${apart} } } } } }
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: { name: brokers, namespace: shop, labels: { strimzi.io/cluster: events } }
spec: { replicas: 3, roles: [broker], storage: { type: persistent-claim, size: 1Gi, class: fast } }`
const topic = (replicas: number) => `
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: { name: orders, namespace: shop, labels: { strimzi.io/cluster: events } }
spec: { partitions: 1, replicas: ${replicas} }`
const two = 'default.replication.factor: 3, min.insync.replicas: "2"'

const prometheus = (replicas: number) => `
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: shop }
spec:
  replicas: ${replicas}
  affinity: { ${apart} }
  storage: { volumeClaimTemplate: { spec: { storageClassName: fast, resources: { requests: { storage: 1Gi } } } } }`

const ledger = 'StatefulSet/shop/ledger'
const brokers = 'StatefulSet/shop/events-brokers'

function judgedOf(yaml: string, of: string) {
  const { manifests } = readManifests(nodes + fast + yaml, 'shop.yaml')
  const { estate } = importManifests(manifests, { kubernetes: '1.34' })
  const promised = `apiVersion: seaworthy/v1\nkind: Promises\npromises: [{ survives: node, keeps: [${of}], within: 15m, losing: nothing }]`
  const { estates, promises, problems } = withBeside([estate], readManifests(promised, 'promises.yaml').manifests)
  assert.deepEqual(problems, [])
  const { verdicts } = runEstates(estates, {
    title: 'shop',
    asOf: '2026-11-21',
    unread: [],
    promises,
    judges: { survives },
  })
  return verdicts.find(({ kind }) => kind === 'promise')
}

test('survives, of stores that are seen: what nobody says is asked once, in the same words', () => {
  const verdicts = [sets(3), kafka(two) + topic(3)].map((yaml, i) => judgedOf(yaml, i === 0 ? ledger : brokers))
  assert.deepEqual(
    verdicts.map((verdict) => [...new Set(verdict?.because.map(({ waitsFor }) => waitsFor))].filter(Boolean)),
    [
      ['how the members of StatefulSet/shop/ledger follow each other: the fact "replicates" of a promises file'],
      ['how long it takes until another member leads: "promotes" of the facts "replicates" in a promises file'],
    ],
  )
})

type Row = [name: string, yaml: string, of: string, word: string, rules: readonly string[], says?: RegExp]

const unsaid = ['?carries', '?data', '?whole']
const rows: Row[] = [
  ['members of which nobody says more', sets(3), 'StatefulSet/shop/ledger', 'unknown', unsaid, /nobody says how they/],
  [
    'one that nobody fences',
    sets(1),
    'StatefulSet/shop/ledger',
    'broken',
    ['volume', 'replaced', 'data'],
    /a StatefulSet/,
  ],
  [
    'members that may stand together',
    sets(3).replace('required', 'preferred'),
    'StatefulSet/shop/ledger',
    'broken',
    ['volume', 'replaced', 'data', '?whole'],
    /0 of 3 members of ledger may be left and 1 must be; no pod of ledger is replaced/,
  ],
  [
    'an operator streams and promotes: a follower may lack the last rows',
    postgres(2),
    'StatefulSet/shop/ledger',
    'broken',
    ['?carries', 'data'],
    /survive on a follower, but for/,
  ],
  [
    'an operator, and one',
    postgres(1),
    'StatefulSet/shop/ledger',
    'broken',
    ['volume', 'replaced', 'data'],
    /CloudNativePG starts/,
  ],
  [
    'records that two brokers have',
    kafka(two) + topic(3),
    'StatefulSet/shop/events-brokers',
    'unknown',
    ['?carries'],
    /one is promoted in a time that nobody says: nobody can tell/,
  ],
  [
    'records that one may have alone',
    kafka('default.replication.factor: 3'),
    'StatefulSet/shop/events-brokers',
    'broken',
    ['?carries', 'data'],
  ],
  ['topics of one copy', kafka(two) + topic(1), 'StatefulSet/shop/events-brokers', 'unknown', unsaid],
  ['nobody says how many copies', kafka(''), 'StatefulSet/shop/events-brokers', 'unknown', unsaid],
  [
    'each gathers the same',
    prometheus(2),
    'StatefulSet/shop/prometheus-main',
    'assumed',
    [],
    /1 of 2 members .* left at worst and carries on/,
  ],
  ['one gathers alone', prometheus(1), 'StatefulSet/shop/prometheus-main', 'broken', ['volume', 'replaced', 'data']],
]

for (const [name, yaml, of, word, rules, says] of rows)
  test(`survives, of stores that are seen: ${name}`, () => {
    const verdict = judgedOf(yaml, of)
    assert.equal(verdict?.verdict, word)
    const open = verdict.because.filter(({ truth }) => truth !== true)
    assert.deepEqual(
      open.map(({ rule, truth }) => (truth === undefined ? `?${rule}` : rule)),
      rules,
    )
    if (says) assert.match(verdict.because.map(({ says: { line } }) => line).join('\n'), says)
  })
