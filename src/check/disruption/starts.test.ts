import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { linesOf, manifestWorld, sampleWorld, verdictsOf } from '../sample.ts'
import { starts } from './starts.ts'

const slow = { starts: { from: '30s', to: '90s' } } as const
const readiness = { path: '/ready', port: 8080, delay: '10s', every: '5s' } as const
const liveness = { path: '/alive', port: 8080, delay: '30s', every: '10s' } as const
const waits = 'a new pod of checkout is ready after 30s to 90s, and a rollout waits 10m for the next'

const rows: [name: string, checkout: ServiceOptions, verdict: string | undefined, lines?: readonly string[]][] = [
  ['nobody says how long it takes', { readiness, liveness }, undefined],
  ['nothing ends it', { ...slow, readiness }, 'assumed', [waits]],
  [
    'a start that fits before the first three failures',
    { ...slow, liveness: { ...liveness, delay: '70s' } },
    'assumed',
    ['checkout is ready 30s to 90s after its start, and its liveness probe ends it after 90s at the soonest', waits],
  ],
  [
    'one second less, and it asks what readiness asks',
    { ...slow, readiness: liveness, liveness: { ...liveness, delay: '69s' } },
    'broken',
    ['checkout is ready 30s to 90s after its start, and its liveness probe, which asks the same, ends it after 89s'],
  ],
  [
    'one failure more',
    { ...slow, readiness: liveness, liveness: { ...liveness, delay: '69s', failures: 4 } },
    'assumed',
    [
      'checkout is ready 30s to 90s after its start, and its liveness probe ends it after 99s at the soonest',
      'a new pod of checkout is ready after 30s to 90s, and a rollout waits 10m for the next',
    ],
  ],
  [
    'it asks for something else, which may be answered sooner',
    { ...slow, readiness, liveness },
    'assumed',
    [
      'checkout is ready 30s to 90s after its start, and its liveness probe asks for something that it answers sooner, within 50s',
      waits,
    ],
  ],
  [
    'a start that a rollout does not wait for',
    { starts: { from: '5m', to: '10m' } },
    'broken',
    ['a new pod of checkout is ready after 5m to 10m, and after 10m without one its rollout counts as failed'],
  ],
  [
    'a readiness probe that begins too late for it',
    { ...slow, readiness: { ...readiness, delay: '10m' } },
    'broken',
    ['a new pod of checkout is ready after 10m to 10m5s, and after 10m without one its rollout counts as failed'],
  ],
]

for (const [name, checkout, verdict, lines] of rows)
  test(`starts: ${name}`, () => {
    const [found] = verdictsOf(starts, sampleWorld({ checkout }))
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), lines)
  })

test('starts: each time that nobody shows is named, and without it the verdict breaks', () => {
  const options = { checkout: { ...slow, readiness, liveness } }
  const [found] = verdictsOf(starts, sampleWorld(options))
  assert.deepEqual(
    found?.assumes.map(({ id, kind, says }) => [id, kind, says]),
    [
      [
        'answers-while-starting/live/checkout',
        'outside',
        'checkout answers GET /alive on port 8080 within 50s of its start, before it is ready',
      ],
      ['starts/live/checkout', 'estimate', 'a pod of checkout is ready no later than estimated'],
    ],
  )
  for (const { id } of found?.assumes ?? [])
    assert.equal(verdictsOf(starts, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken')
})

test('starts: the derivation shows what is asked, and the sum', () => {
  const [found] = verdictsOf(starts, sampleWorld({ checkout: { ...slow, readiness, liveness } }))
  assert.deepEqual(
    found?.because.flatMap(({ says }) => says.rows),
    [
      ['liveness', 'GET /alive on port 8080: 30s + 2 × 10s = 50s'],
      ['ready', 'answers GET /ready on port 8080'],
      ['start', '30s to 90s'],
      ['readiness', 'GET /ready on port 8080: after 10s, every 5s'],
    ],
  )
})

test('starts: manifests alone do not say how long a start takes', () =>
  assert.deepEqual(
    verdictsOf(
      starts,
      manifestWorld(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: slow, namespace: shop }
spec:
  selector: { matchLabels: { app: slow } }
  template:
    metadata: { labels: { app: slow } }
    spec: { containers: [{ name: app, image: slow, livenessProbe: { httpGet: { port: 80 }, periodSeconds: 1 } }] }`),
    ),
    [],
  ))
