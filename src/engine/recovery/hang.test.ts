import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Probe } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { hangRestart, noticed } from './hang.ts'

const podOf = (liveness?: Probe, readiness?: Probe, grace?: unknown) =>
  ({
    spec: {
      terminationGracePeriodSeconds: grace,
      containers: [{ name: 'app', livenessProbe: liveness, readinessProbe: readiness }],
    },
  }) as unknown as PodClass

const usual: Probe = { httpGet: { port: 8080 } }
const starts = { from: 5, to: 20 }

const rows: [name: string, pod: PodClass, ready: { from: number; to: number } | undefined][] = [
  ['the defaults: 3 × 10s, and 30s of grace', podOf(usual), { from: 25, to: 81 }],
  ['asked more often', podOf({ ...usual, periodSeconds: 2, failureThreshold: 2 }), { from: 7, to: 55 }],
  ['a longer wait for each answer', podOf({ ...usual, timeoutSeconds: 5 }), { from: 25, to: 85 }],
  ['a grace period of the pod', podOf(usual, undefined, 5), { from: 25, to: 56 }],
  [
    'one of the probe comes first',
    podOf({ ...usual, terminationGracePeriodSeconds: 0 }, undefined, 5),
    { from: 25, to: 51 },
  ],
  [
    'it is not ready before it is probed',
    podOf(usual, { ...usual, initialDelaySeconds: 15, periodSeconds: 10 }),
    { from: 35, to: 86 },
  ],
  [
    'fields that hold anything count as the defaults',
    podOf({ periodSeconds: 'often' } as unknown as Probe, undefined, {}),
    { from: 25, to: 81 },
  ],
  ['nobody notices', podOf(undefined, usual), undefined],
]

for (const [name, pod, ready] of rows)
  test(`hang: ${name}`, () => assert.deepEqual(hangRestart(pod, starts)?.ready, ready))

test('hang: how long a start takes is open where nobody says', () => {
  assert.deepEqual(hangRestart(podOf(usual), { from: 0, to: undefined })?.ready, { from: 20, to: undefined })
})

test('hang: readiness has an arithmetic of its own', () => {
  assert.deepEqual(noticed(podOf(usual, { ...usual, periodSeconds: 5 }), 'readiness')?.span, { from: 10, to: 16 })
  assert.equal(noticed(podOf(usual), 'readiness'), undefined)
})
