import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { problemLine } from '../../platform/problem.ts'
import { withBeside } from './beside.ts'

const ledger = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ledger-db, namespace: shop }
spec: { template: { spec: { containers: [{ name: db, image: db }] } } }
`
const shop = importManifests(readManifests(ledger, 'ledger.yaml').manifests, { cluster: 'cluster' }).estate
const db = 'StatefulSet/shop/ledger-db'
const copies = 'name: six-hourly, by: vault, every: 6h, to: { outside: offsite bucket }'

type Row = [entries: string, told: string | { promises: string[] } | { facts: string[] }]

const rows: Row[] = [
  [`promises: [{ recovers: ${db}, from: corruption, losing: 6h }]`, { promises: ['recovers'] }],
  [`promises: [{ survives: node, keeps: [${db}], within: 10m, losing: nothing }]`, { promises: ['survives'] }],
  [`facts: [{ of: ${db}, backsUp: { ${copies} } }]`, { facts: ['backsUp'] }],
  [`facts: [{ of: ${db}, replicates: { mode: asynchronous, failover: automatic } }]`, { facts: ['replicates'] }],
  [
    'promises: [{ recovers: StatefulSet/shop/ledgerdb, from: corruption, losing: 6h }]',
    "p.yaml:3  promises: recovers: found 'StatefulSet/shop/ledgerdb', which is not there, allowed: a workload among the files, as StatefulSet/shop/ledger-db (did you mean 'StatefulSet/shop/ledger-db'?)",
  ],
  [
    'promises: [{ recovers: StatefulSet/__proto__/constructor, from: corruption, losing: 6h }]',
    "p.yaml:3  promises: recovers: found 'StatefulSet/__proto__/constructor', which is not there, allowed: a workload among the files, as StatefulSet/shop/ledger-db",
  ],
  [
    `promises: [{ recovers: ${db}, from: fire, losing: 6h }]`,
    "p.yaml:3  promises: from: found 'fire', allowed: corruption, pod, node, zone, cluster, store",
  ],
  [
    `promises: [{ recovers: ${db}, from: corruption }]`,
    'p.yaml:3  promises: within: found neither within nor losing, allowed: a time, a loss, or both',
  ],
  [
    `promises: [{ recovers: ${db}, in: staging, from: corruption, losing: 6h }]`,
    'p.yaml:3  promises: in: found a word too many, allowed: the references alone',
  ],
  [
    'promises: [{ survive: node }]',
    "p.yaml:3  promises: survive: found no promise that a file can make, allowed: recovers or survives (did you mean 'survives'?)",
  ],
  ['promises: [node]', 'p.yaml:3  Promises: promises.0: found no mapping, allowed: an entry with recovers or survives'],
  [
    'promise: []',
    "p.yaml:3  Promises: promise: found a word that is not known, allowed: cluster, facts, promises (did you mean 'promises'?)",
  ],
  [`facts: [{ of: ${db} }]`, 'p.yaml:3  facts: found 0 facts, allowed: one of backsUp, replicates'],
]

for (const [entries, told] of rows) {
  test(`promises beside manifests: ${entries}`, () => {
    const { manifests } = readManifests(`apiVersion: seaworthy/v1\nkind: Promises\n${entries}\n`, 'p.yaml')
    const { estates, promises, problems } = withBeside([shop], manifests)
    const lines = problems.map((problem) => problemLine(problem))
    const made = {
      promises: promises.map((promise) => (promise.is === 'promise' ? promise.kind : promise.is)),
      facts: (estates[0]?.facts ?? []).filter(({ standing }) => standing.is === 'declared').map(({ trait }) => trait),
    }
    if (typeof told === 'string') assert.deepEqual({ lines, ...made }, { lines: [told], promises: [], facts: [] })
    else assert.deepEqual({ lines, ...made }, { lines: [], promises: [], facts: [], ...told })
  })
}
