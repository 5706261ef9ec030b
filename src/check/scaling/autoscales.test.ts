import assert from 'node:assert/strict'
import { test } from 'node:test'
import { metric } from '../../platform/language/metric.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Scaling } from '../../platform/model.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { autoscales } from './autoscales.ts'

const requests = metric('requests')
const there: Scaling = {
  from: 2,
  to: 8,
  on: [{ cpu: '70%' }, { metric: requests, target: '60/min' }],
  up: { window: '30s', pods: 2, every: '30s' },
}
const scaler = 'HorizontalPodAutoscaler checkout'

const rows: [says: string, scales: Scaling | undefined, so: Scaling, verdict: string, line: string][] = [
  ['the same', there, there, 'kept', `${scaler} has at least 2 pods, as it is said`],
  ['another maximum', there, { to: 10 }, 'broken', `${scaler} has at most 8 pods, and 10 are said`],
  ['another minimum', there, { from: 3 }, 'broken', `${scaler} has at least 2 pods, and 3 are said`],
  ['the same share', there, { on: [{ cpu: '70%' }] }, 'kept', `${scaler} holds cpu at 70%, as it is said`],
  ['another share', there, { on: [{ cpu: '60%' }] }, 'broken', `${scaler} holds cpu at 70%, and 60% is said`],
  [
    'the same rate',
    there,
    { on: [{ metric: requests, target: '1/s' }] },
    'kept',
    `${scaler} holds requests at 1, as it is said`,
  ],
  [
    'something that it does not measure',
    there,
    { on: [{ memory: '80%' }] },
    'broken',
    `${scaler} does not measure memory, and 80% is said`,
  ],
  ['a name alone', there, { on: [requests] }, 'kept', `${scaler} holds requests at 1, as it is said`],
  [
    'another window',
    there,
    { up: { window: '1m' } },
    'broken',
    `${scaler} waits 30s before it scales up, and 60s is said`,
  ],
  [
    'the window that is usual',
    there,
    { down: { window: '5m' } },
    'kept',
    `${scaler} waits 300s before it scales down, as it is said`,
  ],
  [
    'the same step',
    there,
    { up: { pods: 2, every: '30s' } },
    'kept',
    `${scaler} scales up by 2 pods every 30s, as it is said`,
  ],
  [
    'another step',
    there,
    { up: { pods: 3, every: '30s' } },
    'broken',
    `${scaler} scales up by 2 pods every 30s, and 3 pods every 30s is said`,
  ],
  [
    'a step where none is told',
    there,
    { down: { pods: 1, every: '60s' } },
    'broken',
    `${scaler} scales down by as many as Kubernetes lets, and 1 pods every 60s is said`,
  ],
  [
    'a time between changes',
    there,
    { cooldown: '2m' },
    'broken',
    '2m between two changes are said, and an autoscaler has no such setting: each direction has a window, and steps with a period',
  ],
  ['nobody scales it', undefined, { to: 10 }, 'broken', 'nobody scales checkout: there is no autoscaler for it'],
  [
    'nobody says the maximum',
    { on: [{ cpu: '70%' }] },
    { to: 10 },
    'unknown',
    'an autoscaler of checkout is said, and nobody says the most pods',
  ],
]

for (const [says, scales, so, verdict, line] of rows) {
  test(`autoscales: ${says}`, () => {
    const world = sampleWorld({
      ...(scales && { checkout: { scales } }),
      promises: ({ live, checkout }) => [promise.autoscales(so, { in: live, of: [checkout] })],
    })
    const [found] = verdictsOf(autoscales, world)
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

test('autoscales: of all, each has a verdict of its own', () => {
  const world = sampleWorld({
    live: { scales: { from: 2, to: 4, on: [{ cpu: '70%' }] } },
    promises: ({ live }) => [promise.autoscales({ to: 4 }, { in: live })],
  })
  const found = verdictsOf(autoscales, world)
  assert.deepEqual(
    found.map(({ id, verdict }) => [id, verdict]),
    [
      ['autoscales/live/checkout', 'kept'],
      ['autoscales/live/orders', 'kept'],
    ],
  )
})
