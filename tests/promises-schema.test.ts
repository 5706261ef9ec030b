// The published schema and the reader say the same of a file of promises, but for what only a reader can know: whether the
// things that are named are there, and how they stand to each other.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { Ajv as AjvType, ValidateFunction } from 'ajv'
import { inventedPlatform } from '../oracle/render/invent.ts'
import { schemaFile, schemaText } from '../scripts/promises-schema.ts'
import { withBeside } from '../src/check/beside/beside.ts'
import { importManifests } from '../src/estate/import.ts'
import { lower } from '../src/estate/lower.ts'
import { readManifests } from '../src/kubernetes/read.ts'
import { worldsOf } from '../src/platform/worlds.ts'
import { kubernetes } from '../src/render/kubernetes/kubernetes.ts'

test('promises schema: the published file is made of the tables of today', () => {
  assert.equal(readFileSync(schemaFile, 'utf8'), schemaText(), 'node scripts/promises-schema.ts writes it again')
})

const { estate } = importManifests(
  readManifests(
    `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { template: { metadata: { labels: { tier: data } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: dump, namespace: shop }
spec: { schedule: '0 3 * * *' }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { tier: data }, ports: [{ port: 5432 }] }
`,
    'shop.yaml',
  ).manifests,
)
const validate = validator()

function validator(): ValidateFunction {
  const require = createRequire(import.meta.url)
  const { default: Ajv } = require('ajv') as { default: typeof AjvType }
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(schemaText()))
}

for (const seed of [1, 2, 3, 4, 5])
  test(`promises schema: takes the seaworthy.yaml of the platform of seed ${seed}, and no word that nobody reads`, () => {
    const platform = inventedPlatform(seed)
    const decided = worldsOf(platform).worlds[0]?.platform ?? platform
    const { files } = kubernetes.render({ platform, estates: lower(decided), asOf: '2026-11-21' })
    const text = files.find(({ path }) => path === 'seaworthy.yaml')?.text ?? ''
    const [document] = readManifests(text, 'seaworthy.yaml').manifests
    const manifest = document?.manifest
    assert.ok(validate(manifest), JSON.stringify(validate.errors))
    assert.ok(!validate({ ...manifest, promisses: [] }))
    assert.ok(!validate({ ...manifest, components: { web: { is: 'servise' } } }))
  })

const db = 'StatefulSet/shop/db'
const web = 'Deployment/shop/web'
const recovers = `recovers: ${db}, from: corruption`
const survives = `survives: node, keeps: [${web}]`
const backsUp = `of: ${db}, backsUp: { name: nightly, by: CronJob/shop/dump`

const sound: string[] = [
  'promises: []',
  'promises:\nfacts:\nprocedures:',
  'cluster: cluster',
  'metadata: { name: shop }',
  `promises: [{ ${recovers}, losing: nothing }]`,
  `promises: [{ ${recovers}, within: 1.5h, owner: ledger, due: 2027-03-31, name: at-night, was: recovers/shop/db }]`,
  `promises: [{ ${recovers}, losing: 6h, in: shop, stated: { document: SLA, section: 3.1, lines: [4, 5] } }]`,
  `promises: [{ ${survives}, within: 5m, losing: nothing, restores: replicas }]`,
  'promises: [{ survives: pod, keeps: [{ in: shop, labels: { tier: data } }], within: 5m, losing: 1d }]',
  'promises: [{ separates: internet, to: shop, exceptPorts: [443] }]',
  `promises: [{ connects: [${web}, ${db}], pairs: all }]`,
  `promises: [{ reachedOnlyBy: ${db}, by: [], port: sql }]`,
  'promises: [{ resolves: shop }, { fits: cluster }]',
  `promises: [{ confines: shop, resource: memory }, { grows: ${web}, by: person }, { retains: ${db}, copies: 28 }]`,
  'promises: [{ figure: pods, of: shop, is: 2 }, { figure: cpu, of: cluster, is: 16 }, { figure: storage, of: shop, is: 1Gi }]',
  `promises: [{ stands: ${web}, apart: kubernetes.io/hostname }, { rolls: ${web}, available: { from: 0, to: 2 } }]`,
  `promises: [{ carries: buying, path: [${web}, ${db}] }]`,
  `promises: [{ scrapes: ${web}, every: 30s }, { stays: latency, below: 500ms }, { stays: load, above: 3, name: low }]`,
  `procedures: { back: { steps: [{ step: bring it back, actor: person, takes: { from: 10m, to: 1h }, does: restore }] } }\npromises: [{ ${recovers}, within: 1h, by: back }]`,
  `facts: [{ ${backsUp}, takes: 20m, keep: 14, to: { outside: bucket }, restores: { from: 5m, to: 9m } } }]`,
  `facts: [{ of: ${db}, guessed: its image, replicates: { mode: consensus, failover: automatic, promotes: 30s, lag: 1s } }]`,
  `facts: [{ of: [${db}, { in: shop }], elects: keeper }, { of: ${web}, starts: 30s }]`,
  `facts: [{ of: ${web}, metered: { port: metrics, path: /m, names: [up] } }]`,
  `facts: [{ of: ${web}, calls: { to: Service/shop/db, port: 5432 } }, { of: ${web}, calls: { to: Service/shop/db } }]`,
]

const unsound: string[] = [
  'promise: []',
  'promises: {}',
  'promises: [node]',
  'procedures: []',
  'cluster: 7',
  'promises: [{}]',
  'promises: [{ survive: node }]',
  `promises: [{ ${recovers} }]`,
  `promises: [{ ${recovers}, losing: 6 h }]`,
  `promises: [{ ${recovers}, loosing: 6h, within: 1h }]`,
  `promises: [{ ${recovers}, losing: 6h, due: tomorrow }]`,
  `promises: [{ ${recovers}, losing: 6h, stated: SLA }]`,
  `promises: [{ ${recovers}, losing: 6h, stated: { document: SLA, section: 1, lines: [] } }]`,
  `promises: [{ recovers: ${db}, from: fire, losing: 6h }]`,
  `promises: [{ recovers: [${db}], from: corruption, losing: 6h }]`,
  `promises: [{ ${survives}, within: 5m }]`,
  'promises: [{ survives: node, keeps: [], within: 5m, losing: 6h }]',
  'promises: [{ survives: node, keeps: [{ in: shop, label: {} }], within: 5m, losing: 6h }]',
  `promises: [{ ${survives}, within: 5m, losing: 6h, restores: all }]`,
  `promises: [{ ${survives}, recovers: ${db}, within: 5m, losing: 6h, from: node }]`,
  'promises: [{ separates: internet }]',
  'promises: [{ separates: internet, to: shop, exceptPorts: [http] }]',
  'promises: [{ separates: internet, to: shop, exceptPorts: [70000] }]',
  'promises: [{ resolves: true }]',
  `promises: [{ carries: buying, path: [${web}] }]`,
  `promises: [{ carries: buying }]`,
  'promises: [{ figure: pods, of: shop }]',
  'promises: [{ figure: cats, of: shop, is: 2 }]',
  'promises: [{ stays: latency }]',
  `promises: [{ stands: ${web}, pool: front, apart: zone }]`,
  `promises: [{ stands: ${web}, apart: a/b/c }]`,
  `promises: [{ rolls: ${web}, available: { from: -1, to: 2 } }]`,
  'procedures: { back: {} }',
  'procedures: { back: { steps: [] } }',
  'procedures: { back: { steps: [{ step: restore }] } }',
  `facts: [{ of: ${db} }]`,
  `facts: [{ of: ${db}, starts: soon }]`,
  `facts: [{ of: ${web}, calls: Service/shop/db }]`,
  `facts: [{ of: ${web}, calls: { to: Service/shop/db, port: 0 } }]`,
  `facts: [{ of: ${web}, calls: { port: 5432 } }]`,
  `facts: [{ of: ${db}, starts: 5s, elects: keeper }]`,
  `facts: [{ starts: 5s }]`,
  `facts: [{ of: [], starts: 5s }]`,
  `facts: [{ ${backsUp} } }]`,
  `facts: [{ ${backsUp}, to: { outside: 7 } } }]`,
  `facts: [{ ${backsUp}, to: { bucket: far } } }]`,
  `facts: [{ ${backsUp}, keep: 0, to: { outside: far } } }]`,
  `facts: [{ of: ${db}, replicates: { mode: raft, failover: automatic } }]`,
  `facts: [{ of: ${web}, metered: { port: METRICS } }]`,
]

function asked(entries: string) {
  const { manifests } = readManifests(`apiVersion: seaworthy/v1\nkind: Promises\n${entries}\n`, 'p.yaml')
  assert.equal(manifests.length, 1)
  return {
    schema: validate(manifests[0]?.manifest),
    reader: withBeside([estate], manifests).problems.length === 0,
    why: JSON.stringify(validate.errors),
  }
}

for (const entries of sound)
  test(`promises schema and reader take: ${entries}`, () => {
    const { schema, reader, why } = asked(entries)
    assert.deepEqual({ schema, reader }, { schema: true, reader: true }, why)
  })

for (const entries of unsound)
  test(`promises schema and reader refuse: ${entries}`, () => {
    const { schema, reader } = asked(entries)
    assert.deepEqual({ schema, reader }, { schema: false, reader: false })
  })
