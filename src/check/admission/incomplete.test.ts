import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postgres } from '../../platform/component/postgres.ts'
import { shown } from '../../platform/language/manifest.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { admitted } from './admitted.ts'

const labels = { app: 'stock-db' }
const apart = {
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { labelSelector: { matchLabels: labels }, topologyKey: 'kubernetes.io/hostname' },
      { labelSelector: { matchLabels: { app: 'somebody-else' } }, topologyKey: 'kubernetes.io/hostname' },
    ],
  },
}
const container = { name: 'stock-db', image: 'postgres:16' }
const volumeMounts = [{ name: 'data', mountPath: '/var/lib/postgresql/data' }]
const pod = (own: object = {}) => ({ affinity: apart, containers: [{ ...container, ...own }] })
const template = { metadata: { labels }, spec: pod({ volumeMounts }) }
const selector = { matchLabels: labels }
const claim = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
}
const volumeClaimTemplates = [claim]

const rows: [name: string, spec: object, whole: boolean, lines: readonly string[]][] = [
  [
    'an excerpt may leave out what it likes',
    { template: { spec: pod() } },
    false,
    ['an excerpt: that it does not show spec.selector is not held against it'],
  ],
  [
    'what is applied may not',
    { template: { spec: pod() } },
    true,
    [
      'it is shown as what is applied, and the API server refuses it: spec.selector is missing',
      'its pods have no labels, so that what is meant for them finds none',
      'no container mounts data: what it writes goes with the container',
    ],
  ],
  [
    'without a template even less is there',
    { replicas: 2 },
    true,
    [
      'it is shown as what is applied, and the API server refuses it: spec.selector, spec.template are missing',
      'its pods have no labels, so that what is meant for them finds none',
      'no container mounts data: what it writes goes with the container',
    ],
  ],
  [
    'labels of another name',
    { selector: { matchLabels: { app: 'stock' } }, template: { ...template, metadata: { labels: { app: 'stock' } } } },
    true,
    ['its pods have app=stock, so that what is meant for them finds none'],
  ],
  [
    'a whole one',
    { selector, template, volumeClaimTemplates },
    true,
    [
      'every field is known and allowed in Kubernetes 1.34',
      'it is shown whole',
      'the rules beside it find its pods',
      'the volumes that it keeps are mounted',
    ],
  ],
]

for (const [name, spec, whole, lines] of rows)
  test(`what is shown: ${name}`, () => {
    const db = postgres('stock-db', { volume: { size: '1Gi' }, budget: { maxUnavailable: 1 } })
    const manifest = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'stock-db' }, spec }
    const world = sampleWorld({
      more: () => [db],
      live: { includes: [shown(manifest, { of: db, whole })] },
    })
    const verdict = verdictsOf(admitted, world).find(({ id }) => id.endsWith('/shown'))
    const found = verdict ? linesOf(verdict) : []
    assert.deepEqual(
      found.filter((line) => lines.includes(line)),
      lines,
      found.join('\n'),
    )
  })

test('what is shown: each rule that finds none is named', () => {
  const db = postgres('stock-db', { volume: { size: '1Gi' }, budget: { maxUnavailable: 1 } })
  const spec = { selector, template: { spec: template.spec } }
  const manifest = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'stock-db' }, spec }
  const world = sampleWorld({ more: () => [db], live: { includes: [shown(manifest, { of: db, whole: true })] } })
  const verdict = verdictsOf(admitted, world).find(({ id }) => id.endsWith('/shown'))
  assert.deepEqual(verdict?.because.find(({ rule }) => rule === 'unlabelled')?.says.rows, [
    ['podAntiAffinity', 'app=stock-db'],
    ['budget stock-db', 'app=stock-db'],
  ])
})
