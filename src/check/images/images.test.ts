import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mesh } from '../../platform/language/mesh.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { movingTags, noMoreFixes } from './aging.ts'
import { images } from './images.ts'

const digest = `@sha256:${'a'.repeat(64)}`
type Are = Parameters<typeof promise.images>[0]

const all = (image: string): ShopOptions => ({ checkout: { image }, orders: { image }, ledgerDb: { image } })
const ask = (are: Are, options: ShopOptions, denied: readonly string[] = []) =>
  verdictsOf(
    images,
    sampleWorld({ ...options, promises: ({ live }) => [promise.images(are, { in: live })] }, { denied }),
  )[0]

const rows: [name: string, are: Are, options: ShopOptions, verdict: string, lines: readonly string[]][] = [
  ['by digest', 'pinned', all(`shop.example/a:1${digest}`), 'kept', ['the one image is named by its digest']],
  [
    'by a tag',
    'pinned',
    { ...all(`shop.example/a:1${digest}`), checkout: { image: 'shop.example/b:1' } },
    'broken',
    [
      'shop.example/b:1 is named by a tag alone, which may name another image tomorrow: 2 pods of checkout may run different ones, and going back is not defined',
    ],
  ],
  [
    'not said at all',
    'pinned',
    { ...all(`shop.example/a:1${digest}`), orders: {} },
    'unknown',
    ['nobody says what image orders has'],
  ],
  [
    'a version that gets fixes',
    'supported',
    { ...all('postgres:16.2'), cluster: { kubernetes: '1.36' } },
    'kept',
    [
      'Kubernetes 1.36 gets fixes until 2027-06-28, which is after 2026-11-21',
      'PostgreSQL 16 gets fixes until 2028-11-09, which is after 2026-11-21',
    ],
  ],
  [
    'versions that get none',
    'supported',
    { ...all('postgres:13.21'), cluster: { kubernetes: '1.33' } },
    'broken',
    [
      'Kubernetes 1.33 gets fixes until 2026-06-28, and this is 2026-11-21',
      'PostgreSQL 13 gets fixes until 2025-11-13, and this is 2026-11-21',
    ],
  ],
  [
    'software by its name',
    'supported',
    {
      ...all('postgres:16.2'),
      checkout: { image: 'shop.example/in:1', software: { name: 'ingress-nginx' } },
      cluster: { kubernetes: '1.36' },
    },
    'broken',
    ['ingress-nginx gets fixes until 2026-03-31, and this is 2026-11-21'],
  ],
  [
    'a store by its version alone, and a mesh',
    'supported',
    {
      checkout: { image: 'shop.example/in:1' },
      orders: { image: 'shop.example/in:1' },
      ledgerDb: { version: '13' },
      live: { mesh: mesh('traffic', { by: 'istio', version: '1.17' }) },
      cluster: { kubernetes: '1.28' },
    },
    'broken',
    [
      'Istio 1.17 gets fixes until 2023-10-27, and this is 2026-11-21',
      'Kubernetes 1.28 gets fixes until 2024-10-22, and this is 2026-11-21',
      'PostgreSQL 13 gets fixes until 2025-11-13, and this is 2026-11-21',
    ],
  ],
  [
    'a Kubernetes that may be newer',
    'supported',
    { ...all('postgres:16.2'), cluster: { kubernetes: '1.28', orNewer: true } },
    'broken',
    ['Kubernetes 1.28, the oldest that may run, gets fixes until 2024-10-22, and this is 2026-11-21'],
  ],
  [
    'software that nobody says the version of',
    'supported',
    {
      ...all('postgres:16.2'),
      checkout: { software: { name: 'jaeger' } },
      cluster: { kubernetes: '1.36' },
    },
    'unknown',
    ['nobody says what image checkout has'],
  ],
]

for (const [name, are, options, verdict, lines] of rows)
  test(`images ${are}: ${name}`, () => {
    const found = ask(are, options)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), lines)
  })

test('images supported: what no table knows is assumed to get fixes', () => {
  const options = { ...all('shop.example/a:1'), cluster: { kubernetes: '1.36' } }
  assert.deepEqual(
    ask('supported', options)?.assumes.map(({ id }) => id),
    ['other-versions/harbour'],
  )
  assert.equal(ask('supported', options, ['other-versions/harbour'])?.verdict, 'broken')
})

test('worth knowing: tags that move, of what runs in several pods', () => {
  const lines = (options: ShopOptions) => [...movingTags(sampleWorld(options))].map(({ says }) => says.line)
  assert.deepEqual(lines({ checkout: { image: 'postgres:15', replicas: 3 } }), [
    'the tag of postgres:15 moves: pods that start at different times may run different ones, and going back is not defined',
  ])
  assert.deepEqual(lines({ checkout: { image: 'postgres:15', replicas: 1 } }), [])
  assert.deepEqual(lines({ checkout: { image: 'postgres:15.4', replicas: 3 } }), [])
  assert.deepEqual(lines({ checkout: { image: `postgres:15${digest}`, replicas: 3 } }), [])
  assert.deepEqual(lines({ checkout: { image: 'shop.example/a:1', replicas: 3 } }), [])
})

test('worth knowing: software that gets no more fixes on the day', () => {
  const lines = (kubernetes: string, asOf: string) =>
    [...noMoreFixes(sampleWorld({ cluster: { kubernetes } }, { asOf }))].map(({ says }) => says.line)
  assert.deepEqual(lines('1.33', '2026-11-21'), ['Kubernetes 1.33 gets no more fixes since 2026-06-28'])
  assert.deepEqual(lines('1.33', '2026-06-28'), [])
  assert.deepEqual(lines('1.36', '2026-11-21'), [])
})
