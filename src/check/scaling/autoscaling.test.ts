import assert from 'node:assert/strict'
import { test } from 'node:test'
import { metricsAdapter } from '../../platform/component/metrics-adapter.ts'
import { type ServiceOptions, service } from '../../platform/component/service.ts'
import type { Component } from '../../platform/component.ts'
import { written } from '../../platform/language/manifest.ts'
import { metric } from '../../platform/language/metric.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { autoscaling } from './autoscaling.ts'

const requests = metric('requests')
const bounds = { from: 2, to: 8 } as const
const byCpu = { ...bounds, on: [{ cpu: '70%' }] } as const
const byRequests = { ...bounds, on: [{ metric: requests, target: '1000/min' }] } as const
const step = { pods: 2, every: '30s' } as const

const rows: [says: string, checkout: ServiceOptions, verdict: string | undefined, line?: string][] = [
  ['an autoscaler that does all that is said', { scales: byCpu }, undefined],
  ['nothing is said', {}, undefined],
  [
    'nobody says the maximum',
    { scales: { on: ['cpu'] } },
    'unknown',
    'nobody says the most pods, the target of cpu: without that there is no autoscaler',
  ],
  [
    'a metric with bounds of its own',
    {
      scales: {
        ...bounds,
        on: [
          { cpu: '70%', from: 2, to: 8 },
          { memory: '80%', to: 15 },
        ],
      },
    },
    'broken',
    'its metrics have bounds of their own, and an autoscaler has one pair for all: 2 to 8 pods',
  ],
  [
    'metrics with the bounds of the whole',
    { scales: { ...bounds, on: [{ cpu: '70%', from: 2, to: 8 }] } },
    'kept',
    'each of its metrics has the bounds of the whole: 2 to 8 pods',
  ],
  [
    'steps of their own',
    {
      scales: {
        ...bounds,
        on: [
          { cpu: '70%', up: step },
          { memory: '80%', up: { ...step, pods: 3 } },
        ],
      },
    },
    'broken',
    'its metrics scale up in steps of their own, and an autoscaler takes the largest whichever metric asks: 2 pods every 30s, 3 pods every 30s',
  ],
  [
    'one step for all',
    {
      scales: {
        ...bounds,
        on: [
          { cpu: '70%', up: step },
          { memory: '80%', up: step },
        ],
      },
    },
    'kept',
    'it scales up in one step for all its metrics: 2 pods every 30s',
  ],
  [
    'a time between changes',
    { scales: { ...byCpu, cooldown: '2m' } },
    'broken',
    '2m between two changes are said, and an autoscaler has no such setting: each direction has a window, and steps with a period',
  ],
  [
    'a time between changes, for KEDA',
    { scales: { ...byCpu, by: 'keda', cooldown: '2m' } },
    'broken',
    '2m between two changes are said: KEDA waits so only before it scales to none',
  ],
  [
    'a metric that nothing serves',
    { scales: byRequests },
    'broken',
    'nothing serves requests: an autoscaler asks custom.metrics.k8s.io for it, and nobody there does',
  ],
  [
    'more pods than may be',
    { replicas: 9, scales: byCpu },
    'broken',
    '9 pods are said, and its autoscaler moves them to between 2 and 8 at once',
  ],
  ['as many as may be', { replicas: 8, scales: byCpu }, 'kept', 'it begins with 8 pods, between 2 and 8'],
  [
    'over how long usage is looked at',
    { resizes: { mode: 'Initial', history: '24h' } },
    'assumed',
    'usage is looked at over 1d',
  ],
  [
    'how often somebody looks',
    { resizes: { mode: 'Off', evaluates: 'week' } },
    'assumed',
    'somebody looks at what is recommended every 7d',
  ],
]

for (const [says, checkout, verdict, line] of rows) {
  test(`autoscaling: ${says}`, () => {
    const found = verdictsOf(autoscaling, sampleWorld({ checkout })).find(
      ({ id }) => id === 'autoscaling/live/checkout',
    )
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

test('autoscaling: a metric that somebody serves', () => {
  const service = { name: 'adapter', namespace: 'monitoring' }
  const served = written({
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: 'v1beta1.custom.metrics.k8s.io' },
    spec: {
      group: 'custom.metrics.k8s.io',
      version: 'v1beta1',
      service,
      groupPriorityMinimum: 100,
      versionPriority: 100,
    },
  })
  const world = sampleWorld({ checkout: { scales: byRequests }, live: { includes: [served] } })
  const [found] = verdictsOf(autoscaling, world)
  assert.equal(found?.verdict, 'kept')
  assert.equal(found && linesOf(found)[0], 'requests is served as custom.metrics.k8s.io')
})

test('autoscaling: an adapter serves the kinds of metrics that it is said to', () => {
  const more = ({ orders }: { readonly orders: Component }) => [
    metricsAdapter('adapter', { asks: orders, serves: ['pods'] }),
  ]
  const lag = ({ orders }: { readonly orders: Component }) => metric('lag', { of: orders })
  const ofOthers = service('other', {})
  const scales = { ...bounds, on: [requests, lag({ orders: ofOthers })].map((one) => ({ metric: one, target: 5 })) }
  const [found] = verdictsOf(autoscaling, sampleWorld({ checkout: { scales }, more }))
  assert.deepEqual(
    found?.because.map(({ truth, says }) => [truth, says.line]),
    [
      [false, 'nothing serves lag: an autoscaler asks external.metrics.k8s.io for it, and nobody there does'],
      [true, 'requests is served as custom.metrics.k8s.io'],
    ],
  )
})
