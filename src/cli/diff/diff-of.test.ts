import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report } from '../../check/report.ts'
import { verdict } from '../../check/sample-verdict.ts'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { diffOf } from './diff-of.ts'
import { diffTask } from './diff-task.ts'
import { diffText } from './diff-text.ts'

const report: Report = {
  version: 1,
  asOf: '2026-11-21',
  title: 'k8s',
  counts: { environments: 1, planned: 0, clusters: 1, nodes: 0, objects: 1 },
  verdicts: [],
  advice: [],
  unread: [],
  summary: [],
  notes: [],
}

const app = (name: string, more = 'replicas: 2', cpu = '') => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  ${more}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers: [{ name: app, image: "plants/app:1"${cpu} }]
`
const policy = (name: string, ingress: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop }
spec: { podSelector: { matchLabels: { app: ${name} } }, policyTypes: [Ingress], ingress: ${ingress} }
`

function lines(before: string, after: string): readonly string[] {
  const sides = [before, after].map((text) => {
    const { estate } = importManifests(readManifests(text, 'shop.yaml').manifests, { enforcesPolicy: true })
    return { report, sides: diffTask([estate]) }
  })
  const [old, now] = sides
  assert.ok(old && now)
  return diffText(diffOf(old, now), { paths: ['a', 'b'] })
    .trimEnd()
    .split('\n')
    .slice(1)
}

const both = app('web') + app('api')
const fromWeb = '[{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 80 }, { port: 443 }] }]'
const api = 'Deployment/shop/api'
const web = 'Deployment/shop/web'

const rows: [name: string, before: string, after: string, shows: readonly string[]][] = [
  ['nothing', both, both, ['nothing is different']],
  ['the order of objects', both, app('api') + app('web'), ['nothing is different']],
  [
    'a port more',
    both + policy('api', '[{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 80 }] }]'),
    both + policy('api', fromWeb),
    [
      '',
      'opens',
      `  ${web} → ${api}   TCP 443`,
      '',
      'objects that changed',
      '  NetworkPolicy/shop/api   spec.ingress[0].ports[1]',
    ],
  ],
  [
    'a policy that isolates',
    both,
    both + policy('api', fromWeb),
    [
      '',
      'closes',
      `  0.0.0.0-255.255.255.255 → ${api}   every port`,
      `  ${web} → ${api}   SCTP 1-65535, TCP 1-79, TCP 81-442, TCP 444-65535, UDP 1-65535`,
      '',
      'objects that came',
      '  NetworkPolicy/shop/api',
    ],
  ],
  [
    'addresses outside, cut where neither side had cut them before',
    both + policy('api', '[{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]'),
    both + policy('api', '[{ from: [{ ipBlock: { cidr: 10.0.0.0/9 } }] }]'),
    [
      '',
      'closes',
      `  10.128.0.0-10.255.255.255 → ${api}   every port`,
      '',
      'objects that changed',
      '  NetworkPolicy/shop/api   spec.ingress[0].from[0].ipBlock.cidr',
    ],
  ],
  [
    'replicas and requests',
    both,
    app('web', 'replicas: 3') + app('api', 'replicas: 2', ', resources: { requests: { cpu: 250m } }'),
    [
      '',
      'pods',
      `  ${api}   2 pods of cpu 250m, before nothing`,
      `  ${web}   2 → 3 pods`,
      '',
      'objects that changed',
      `  ${api}   spec.template.spec.containers[0].resources`,
      `  ${web}   spec.replicas`,
    ],
  ],
  [
    'a workload that came and one that went',
    app('web'),
    app('api'),
    [
      '',
      'pods',
      `  ${api}   is new, 2 pods`,
      `  ${web}   had 2 pods, is gone`,
      '',
      'objects that came',
      `  ${api}`,
      '',
      'objects that went',
      `  ${web}`,
    ],
  ],
]

for (const [name, before, after, shows] of rows) {
  test(`diff: ${name}`, () => {
    assert.deepEqual(lines(before, after), shows)
  })
}

test('diff: what nobody asks about any more is told apart from what is gone', () => {
  const held = [{ cluster: 'harbour', refs: ['Deployment/shop/web'] }] as const
  const broken = (name: string) => verdict(`drains/shop/${name}`, 'broken', { about: [`Deployment/shop/${name}`] })
  const before = { report: { ...report, verdicts: [broken('web'), broken('api')] }, sides: [] }
  const text = diffText(diffOf(before, { report: { ...report, held }, sides: [] }), { paths: ['a', 'b'] })
  assert.deepEqual(text.trimEnd().split('\n').slice(1), [
    '',
    'no longer broken',
    '  drains/shop/api   is gone from the files',
    '',
    'no longer asked: this mends nothing and proves nothing',
    '  ✗ drains/shop/web   was broken',
  ])
})
