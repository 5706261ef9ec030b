import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { problemLine } from '../../platform/problem.ts'
import { withBeside } from './beside.ts'

const manifests = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ledger-db, namespace: shop }
spec: { template: { metadata: { labels: { tier: data } }, spec: { containers: [{ name: db, image: db }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec: { template: { metadata: { labels: { tier: web } }, spec: { containers: [{ name: web, image: web }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: audit, namespace: bank }
spec: { template: { spec: { containers: [{ name: audit, image: audit }] } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: ledger-backup, namespace: shop }
spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: { spec: { containers: [{ name: b, image: b }] } } } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: audit, namespace: bank }
spec: { suspend: true, schedule: '0 * * * *', jobTemplate: { spec: { template: { spec: { containers: [{ name: b, image: b }] } } } } }
---
apiVersion: v1
kind: Service
metadata: { name: ledger-db, namespace: shop }
spec: { selector: { tier: data }, ports: [{ name: sql, port: 5432 }] }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: copies, namespace: shop }
spec: { storageClassName: near }
`
const read = (cluster: string) => importManifests(readManifests(manifests, 'shop.yaml').manifests, { cluster }).estate
const one = [read('cluster')]
const db = 'StatefulSet/shop/ledger-db'
const web = 'Deployment/shop/checkout'

function said(entries: string, estates = one) {
  const { manifests } = readManifests(`apiVersion: seaworthy/v1\nkind: Promises\n${entries}\n`, 'p.yaml')
  const { estates: after, promises, problems } = withBeside(estates, manifests)
  const declared = after.flatMap(({ facts }) => facts.filter(({ source }) => source.at?.file === 'p.yaml'))
  return { promises, declared, lines: problems.map((problem) => problemLine(problem)) }
}

const made: [entries: string, kinds: string[]][] = [
  [`promises: [{ recovers: ${db}, from: corruption, losing: 6h }]`, ['recovers']],
  [`promises: [{ survives: node, keeps: [${db}, ${web}], within: 10m, losing: nothing }]`, ['survives']],
  [
    `promises: [{ survives: node, keeps: [{ in: shop, labels: { tier: web } }], within: 10m, losing: 0s }]`,
    ['survives'],
  ],
  ['promises: [{ separates: bank, to: shop, exceptPorts: [443] }]', ['separates']],
  ['promises: [{ separates: internet, to: shop }]', ['separates']],
  [`promises: [{ carries: buying, path: [${web}, ${db}] }]`, ['carries']],
  [`promises: [{ connects: [${web}, Deployment/bank/audit] }]`, ['connects']],
  ['promises: [{ resolves: shop }, { fits: cluster }]', ['resolves', 'fits']],
  [
    "promises: [{ availability: shop, atLeast: '99.9%', expects: [{ of: node, every: year, takes: 5m }] }]",
    ['availability'],
  ],
  ['promises: [{ figure: pods, of: shop, is: 2 }, { figure: nodes, of: cluster, is: 0 }]', ['figure', 'figure']],
  [`promises: [{ reachedOnlyBy: ${db}, by: [${web}, CronJob/shop/ledger-backup] }]`, ['reachedOnlyBy']],
  [`promises: [{ stands: ${web}, apart: kubernetes.io/hostname }]`, ['stands']],
  [`promises: [{ rolls: ${web}, available: { from: 1, to: 2 } }]`, ['rolls']],
  ['promises: [{ confines: shop, resource: cpu }, { confines: shop, resource: storage }]', ['confines', 'confines']],
  [`promises: [{ grows: ${web}, to: 4, by: person }]`, ['grows']],
  [`promises: [{ retains: ${db}, copies: 28, for: 7d }]`, ['retains']],
  [
    `procedures: { before: { steps: [{ step: look at the nodes, actor: person, does: verify, measures: requests }] } }
promises: [{ fits: shop, rollouts: together, by: before }]`,
    ['fits'],
  ],
  ['promises: [{ scrapes: Deployment/bank/audit }]', ['scrapes']],
  ['promises: [{ stays: checkout latency, below: 500ms, in: shop }]', ['stays']],
  [
    `procedures: { restore: { steps: [{ step: bring it back, actor: person, takes: 30m }] } }
promises: [{ recovers: ${db}, from: corruption, within: 1h, by: restore }]`,
    ['recovers'],
  ],
  [
    `promises:
- { recovers: ${db}, from: corruption, losing: 6h }
- { recovers: ${db}, from: corruption, losing: 24h, name: at-night, owner: payments, due: 2027-03-31 }`,
    ['recovers', 'recovers'],
  ],
]

for (const [entries, kinds] of made) {
  test(`beside manifests, promised: ${entries}`, () => {
    const { lines, promises } = said(entries)
    assert.deepEqual(lines, [])
    assert.deepEqual(
      promises.map((promise) => promise.is === 'promise' && promise.kind),
      kinds,
    )
  })
}

const facts: [entry: string, fact: object][] = [
  [
    `{ of: ${db}, replicates: { mode: asynchronous, failover: automatic, lag: 2s } }`,
    { trait: 'replicates', standing: { is: 'declared' }, lagSeconds: 2, component: 'ledger-db', environment: 'shop' },
  ],
  [
    `{ of: ${db}, backsUp: { name: nightly, by: vault, every: 6h, to: { outside: offsite bucket } } }`,
    { trait: 'backsUp', standing: { is: 'declared' }, everySeconds: 21_600 },
  ],
  [
    `{ of: ${db}, backsUp: { name: nightly, by: CronJob/shop/ledger-backup, to: { outside: offsite bucket } } }`,
    { standing: { is: 'carried', by: 'CronJob/shop/ledger-backup' }, everySeconds: 86_400 },
  ],
  [
    `{ of: ${db}, guessed: its command, backsUp: { name: nightly, by: CronJob/shop/ledger-backup, to: { claim: PersistentVolumeClaim/shop/copies } } }`,
    {
      standing: { is: 'guessed', from: 'its command' },
      to: {
        is: 'claim',
        class: 'near',
        bound: 'unknown',
        cluster: 'cluster',
        claim: 'PersistentVolumeClaim/shop/copies',
      },
    },
  ],
  [
    '{ of: Deployment/bank/audit, backsUp: { name: never, by: CronJob/bank/audit, to: { outside: vault } } }',
    { component: 'Deployment/audit', everySeconds: Number.POSITIVE_INFINITY },
  ],
  [`{ of: [${db}, ${web}], elects: keeper }`, { trait: 'elects', name: 'keeper', voters: [web, db] }],
  [`{ of: ${web}, starts: { from: 5s, to: 30s } }`, { trait: 'starts', takesSeconds: { from: 5, to: 30 } }],
  [`{ of: ${web}, metered: { port: metrics } }`, { trait: 'metered', port: 'metrics', path: '/metrics', metrics: [] }],
  [
    `{ of: ${web}, calls: { to: Service/shop/ledger-db } }`,
    {
      trait: 'calls',
      from: web,
      standing: { is: 'declared' },
      to: {
        is: 'workload',
        workload: db,
        service: 'Service/shop/ledger-db',
        port: 5432,
        protocol: 'TCP',
        portName: 'sql',
      },
    },
  ],
  [
    `{ of: ${web}, starts: 5s, stated: { document: runbook, section: '2', lines: [7] } }`,
    {
      source: { at: { file: 'p.yaml', line: 3, column: 9 }, stated: { document: 'runbook', section: '2', lines: [7] } },
    },
  ],
]

for (const [entry, fact] of facts) {
  test(`beside manifests, declared: ${entry}`, () => {
    const { lines, declared } = said(`facts: [${entry}]`)
    assert.deepEqual(lines, [])
    const [found] = declared as readonly object[]
    const same = Object.fromEntries(Object.keys(fact).map((key) => [key, Reflect.get(found ?? {}, key)]))
    assert.deepEqual(same, fact)
  })
}

const refused: [entries: string, line: string][] = [
  [
    'promises: [{ recovers: StatefulSet/shop/ledgerdb, from: corruption, losing: 6h }]',
    "p.yaml:3  promises: recovers: found 'StatefulSet/shop/ledgerdb', which is not there, allowed: a workload among the files, as StatefulSet/shop/ledger-db (did you mean 'StatefulSet/shop/ledger-db'?)",
  ],
  [
    'promises: [{ recovers: StatefulSet/shop/vault, from: corruption, losing: 6h }]',
    "p.yaml:3  promises: recovers: found 'StatefulSet/shop/vault', which is not there, allowed: a workload among the files, as StatefulSet/shop/ledger-db",
  ],
  [
    'promises: [{ recovers: Deployment/shop/ledger-db, from: corruption, losing: 6h }]',
    "p.yaml:3  promises: recovers: found 'Deployment/shop/ledger-db', which is not there, allowed: a workload among the files, as StatefulSet/shop/ledger-db (did you mean 'StatefulSet/shop/ledger-db'?)",
  ],
  [
    'promises: [{ recovers: StatefulSet/__proto__/constructor, from: corruption, losing: 6h }]',
    "p.yaml:3  promises: recovers: found 'StatefulSet/__proto__/constructor', which is not there, allowed: a workload among the files, as StatefulSet/shop/ledger-db",
  ],
  [
    `promises:\n- recovers: ${db}\n  from: fire\n  losing: 6h`,
    "p.yaml:5  promises: from: found 'fire', allowed: 'corruption', 'pod', 'node', 'zone', 'cluster', 'store'",
  ],
  [
    `promises: [{ recovers: ${db}, from: corruption }]`,
    'p.yaml:3  promises: within: found neither within nor losing, allowed: a time, a loss, or both',
  ],
  [
    `promises: [{ recovers: ${db}, in: bank, from: corruption, losing: 6h }]`,
    "p.yaml:3  promises: in: found 'bank', allowed: shop, where StatefulSet/shop/ledger-db stands",
  ],
  [
    `promises: [{ recovers: ${db}, in: shopp, from: corruption, losing: 6h }]`,
    "p.yaml:3  promises: in: found 'shopp', where nothing stands, allowed: a namespace of the files: bank, cluster, shop (did you mean 'shop'?)",
  ],
  [
    `promises: [{ recovers: ${db}, from: corruption, loosing: 6h }]`,
    "p.yaml:3  promises: loosing: found an option that is not known; did you mean 'losing'?",
  ],
  [
    `promises: [{ survives: node, keeps: [${web}, Deployment/bank/audit], within: 5m, losing: nothing }]`,
    'p.yaml:3  promises: keeps: found workloads of shop, bank, allowed: those of one namespace, each in its promise',
  ],
  [
    `promises: [{ survives: node, keeps: [{ in: shop, labels: { tier: sea } }], within: 5m, losing: nothing }]`,
    'p.yaml:3  promises: keeps[0]: found nothing that it selects, allowed: labels that pods of a workload there carry',
  ],
  [
    `promises: [{ recovers: ${db}, from: corruption, within: 1h, by: restore }]`,
    "p.yaml:3  promises: by: found 'restore', which is not there, allowed: a procedure of this file, under procedures:",
  ],
  [
    `promises:\n- { fits: shop }\n- { fits: shop }`,
    "p.yaml:5  promise.fits: name: found a second promise on fits/shop, allowed: a name of its own, as name: 'at-night'",
  ],
  [
    'promises: [{ figure: pods, of: cluster, is: 2 }]',
    'p.yaml:3  promises: of: found the cluster cluster, allowed: a namespace: pods is counted of one',
  ],
  [
    'promises: [{ separates: bank, to: cluster }]',
    'p.yaml:3  promises: to: found the cluster cluster, allowed: a namespace, or internet',
  ],
  [
    'promises: [{ holds: buying }]',
    'p.yaml:3  promises: holds: found no promise that a file can make, allowed: availability, balances, accounts, audits, carries, confines, connects, drained, figure, fits, grows, hardened, onlyCalls, operated, prepares, protects, images, reachedOnlyBy, recovers, resolves, retains, rolls, scrapes, secrets, separates, sharesLabel, stands, stays, survives',
  ],
  [
    'promises: [node]',
    "p.yaml:3  Promises: promises.0: found 'node', allowed: an entry with one of availability, balances, accounts, audits, carries, confines, connects, drained, figure, fits, grows, hardened, onlyCalls, operated, prepares, protects, images, reachedOnlyBy, recovers, resolves, retains, rolls, scrapes, secrets, separates, sharesLabel, stands, stays, survives",
  ],
  ['promises: { fits: shop }', "p.yaml:3  Promises: promises: found an object with 'fits', allowed: a list"],
  [
    'promise: []',
    "p.yaml:3  Promises: promise: found a word that is not known, allowed: cluster, facts, procedures, promises (did you mean 'promises'?)",
  ],
  ['cluster: prod', "p.yaml:3  Promises: cluster: found 'prod', allowed: a cluster of the files: cluster"],
  [
    'procedures: { restore: { steps: [{ step: bring it back, actor: wizard }] } }',
    "p.yaml:3  procedures: steps[0].actor: found 'wizard', allowed: 'kubernetes', 'controller', 'person'",
  ],
  [
    `facts: [{ of: ${db} }]`,
    'p.yaml:3  facts: found 0 facts, allowed: one of backsUp, bound, calls, elects, metered, replicates, starts, usesApi',
  ],
  [
    `facts: [{ of: ${db}, usesApi: [{ groups: [Batch Jobs], resources: [pods], verbs: [get] }] }]`,
    "p.yaml:3  facts: usesApi[0].groups[0]: found 'Batch Jobs', allowed: '', '*'; or a name of lower-case letters, digits, - and ., at most 253",
  ],
  [
    `facts: [{ of: ${db}, backsUp: { name: nightly, by: vault, to: { outside: b } } }]`,
    "p.yaml:3  facts: backsUp.every: found nothing, allowed: how often, as '6h': no CronJob here shows it",
  ],
  [
    `facts: [{ of: ${db}, backsUp: { name: nightly, by: CronJob/shop/ledger-backup, every: 6h, to: { outside: b } } }]`,
    "p.yaml:3  facts: backsUp.every: found '6h', allowed: no less than 24h, which the schedule '0 3 * * *' of CronJob/shop/ledger-backup leaves between two (or leave it out)",
  ],
  [
    `facts: [{ of: ${db}, backsUp: { name: nightly, by: ${web}, to: { outside: b } } }]`,
    "p.yaml:3  facts: backsUp.by: found 'Deployment/shop/checkout', allowed: a CronJob of cluster, or what takes them elsewhere",
  ],
  [
    `facts: [{ of: ${db}, backsUp: { name: nightly, by: vault, every: 6h, to: { claim: PersistentVolumeClaim/shop/copy } } }]`,
    "p.yaml:3  facts: backsUp.to.claim: found 'PersistentVolumeClaim/shop/copy', which is not there, allowed: a claim among the files, as PersistentVolumeClaim/shop/copies (did you mean 'PersistentVolumeClaim/shop/copies'?)",
  ],
]

test('beside manifests: the core group of the API is the empty text', () => {
  const { lines } = said(`facts: [{ of: ${db}, usesApi: [{ groups: [''], resources: [pods], verbs: [get] }] }]`)
  assert.deepEqual(lines, [])
})

for (const [entries, line] of refused) {
  test(`beside manifests, refused: ${entries}`, () => {
    const { lines, declared } = said(entries)
    assert.deepEqual(lines, [line])
    assert.deepEqual(declared, [])
  })
}

test('beside manifests: of several clusters one is said, in the entry or for the whole file', () => {
  const estates = [read('east'), read('west')]
  const entry = `recovers: ${db}, from: corruption, losing: 6h`
  assert.deepEqual(said(`promises: [{ ${entry} }]`, estates).lines, [
    'p.yaml:3  promises: recovers: found StatefulSet/shop/ledger-db in east, west, allowed: one cluster, said by in: or cluster:',
  ])
  for (const entries of [`promises: [{ ${entry}, in: west }]`, `cluster: west\npromises: [{ ${entry} }]`]) {
    const { lines, promises } = said(entries, estates)
    assert.deepEqual(lines, [])
    assert.deepEqual(
      promises.map((promise) => promise.is === 'promise' && promise.in?.on.name),
      ['west'],
    )
  }
})
