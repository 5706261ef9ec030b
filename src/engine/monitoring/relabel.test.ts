import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scrapeJobsOf } from '../../estate/monitoring/scrape-job.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { relabeled } from './relabel.ts'

type Labels = { readonly [label: string]: string | null }

function run(rules: string, labels: Labels) {
  const text = `scrape_configs: [{ job_name: a, relabel_configs: ${rules} }]`
  const [other] = readManifests(text, 'prometheus.yml').others
  const [job] = scrapeJobsOf(other?.value)
  const known = new Map(Object.entries(labels).map(([name, value]) => [name, value ?? undefined]))
  const { kept, labels: left } = relabeled(known, job?.relabel ?? assert.fail())
  return { kept, ...Object.fromEntries([...left].map(([name, value]) => [name, value ?? null])) }
}

const rows: [name: string, rules: string, labels: Labels, left: object][] = [
  ['keep', '[{ source_labels: [a], regex: "true", action: keep }]', { a: 'true' }, { kept: true, a: 'true' }],
  [
    'keep of a value in YAML that is no text',
    '[{ source_labels: [a], regex: true, action: keep }]',
    { a: 'true' },
    { kept: true, a: 'true' },
  ],
  ['keep what is not there', '[{ source_labels: [a], regex: "true", action: keep }]', {}, { kept: false }],
  [
    'keep what is not known',
    '[{ source_labels: [a], regex: x, action: keep }]',
    { a: null },
    { kept: undefined, a: null },
  ],
  [
    'drop',
    '[{ source_labels: [a, b], regex: x;y, action: drop }]',
    { a: 'x', b: 'y' },
    { kept: false, a: 'x', b: 'y' },
  ],
  [
    'the port of an annotation',
    '[{ source_labels: [__address__, port], regex: "([^:]+)(?::\\\\d+)?;(\\\\d+)", replacement: "$1:$2", target_label: __address__ }]',
    { __address__: '192.0.2.1:8080', port: '9100' },
    { kept: true, __address__: '192.0.2.1:9100', port: '9100' },
  ],
  [
    'no port, nothing to replace',
    '[{ source_labels: [__address__, port], regex: "([^:]+)(?::\\\\d+)?;(\\\\d+)", replacement: "$1:$2", target_label: __address__ }]',
    { __address__: '192.0.2.1:8080' },
    { kept: true, __address__: '192.0.2.1:8080' },
  ],
  [
    'labelmap',
    '[{ action: labelmap, regex: __meta_kubernetes_pod_label_(.+) }]',
    { __meta_kubernetes_pod_label_app: 'orders' },
    { kept: true, __meta_kubernetes_pod_label_app: 'orders', app: 'orders' },
  ],
  ['labeldrop', '[{ action: labeldrop, regex: a.* }]', { ab: '1', b: '2' }, { kept: true, b: '2' }],
  ['labelkeep', '[{ action: labelkeep, regex: a.* }]', { ab: '1', b: '2' }, { kept: true, ab: '1' }],
  ['an empty replacement takes the label away', '[{ target_label: a, replacement: "" }]', { a: '1' }, { kept: true }],
  [
    'what is set whatever stood there',
    '[{ source_labels: [a], target_label: b, replacement: c }]',
    { a: null },
    { kept: true, a: null, b: 'c' },
  ],
  [
    'what is made of the unknown',
    '[{ source_labels: [a], target_label: b }]',
    { a: null },
    { kept: true, a: null, b: null },
  ],
  [
    'keepequal',
    '[{ source_labels: [a], target_label: b, action: keepequal }]',
    { a: '1', b: '2' },
    { kept: false, a: '1', b: '2' },
  ],
  [
    'lowercase',
    '[{ source_labels: [a], target_label: b, action: Lowercase }]',
    { a: 'X' },
    { kept: true, a: 'X', b: 'x' },
  ],
  [
    'hashmod',
    '[{ source_labels: [a], target_label: b, action: hashmod, modulus: 2 }]',
    { a: 'X' },
    { kept: true, a: 'X', b: null },
  ],
  ['another action', '[{ action: split }]', { a: 'X' }, { kept: undefined, a: null }],
  [
    'what is dropped by a pattern that is not told may be gone for the next rule',
    '[{ action: labeldrop, regex: (b)+ }, { action: keepequal, source_labels: [a], target_label: b }]',
    { b: 'X' },
    { kept: undefined, b: null },
  ],
]

for (const [name, rules, labels, left] of rows) {
  test(`relabel: ${name}`, () => assert.deepEqual(run(rules, labels), left))
}
