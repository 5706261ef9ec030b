import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { metric } from '../../platform/language/metric.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { throughput } from './throughput.ts'

const scales = { from: 2, to: 8, on: [{ cpu: '70%' }] } as const
const byRate = { ...scales, on: [{ metric: metric('requests'), target: '1000/min' }] } as const
const measured = ['measurement/live/checkout/throughput']

const rows: [
  says: string,
  checkout: ServiceOptions,
  atLeast: string,
  verdict: string,
  line: string,
  denied?: string[],
][] = [
  [
    'enough at the maximum',
    { scales, handles: '1000/min' },
    '8000/min',
    'assumed',
    '8 pods at most of checkout × 1000/min = 8000/min, at least 8000/min',
  ],
  [
    'too little at the maximum',
    { scales, handles: '1000/min' },
    '8001/min',
    'broken',
    '8 pods at most of checkout × 1000/min = 8000/min, and 8001/min are promised',
  ],
  [
    'without an autoscaler as many as there are',
    { replicas: 2, handles: '50/s' },
    '100/s',
    'assumed',
    '2 pods of checkout × 50/s = 100/s, at least 100/s',
  ],
  [
    'a pod that does not carry it',
    { scales, handles: '1000/min' },
    '8000/min',
    'broken',
    '8 pods at most of checkout × 1000/min = 8000/min, and 8000/min are promised',
    measured,
  ],
  [
    'nobody says what a pod carries',
    { scales },
    '8000/min',
    'assumed',
    'nobody says what a pod of checkout carries: 8 pods at most have to carry 1000/min each',
  ],
  [
    'and it is measured that it does not',
    { scales },
    '8000/min',
    'broken',
    'a measurement says that a pod of checkout does not carry 1000/min',
    measured,
  ],
  [
    'the autoscaler cannot hold its own target',
    { scales: byRate },
    '10000/min',
    'broken',
    'at 10000/min the autoscaler of checkout wants 10 pods to hold requests at 1000/min by pod, and ends at 8: each takes 1250/min',
  ],
  [
    'and can',
    { scales: byRate },
    '8000/min',
    'assumed',
    'at 8000/min the autoscaler of checkout wants 8 pods to hold requests at 1000/min by pod, and may have 8',
  ],
]

for (const [says, checkout, atLeast, verdict, line, denied = []] of rows) {
  test(`throughput: ${says}`, () => {
    const promises = ({ live, checkout }: { live: never; checkout: never }) => [
      promise.throughput(checkout, { in: live, atLeast }),
    ]
    const world = sampleWorld({ checkout, promises: promises as never }, { denied })
    const [found] = verdictsOf(throughput, world)
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

for (const [now, verdict, line] of [
  [
    '8000/min',
    'broken',
    '8000/min are carried now, and 10000/min are promised\n8 of 10 pods: checkout, to hold requests',
  ],
  ['10000/min', 'assumed', '10000/min are carried now\n10 of 10 pods: checkout, to hold requests'],
] as const)
  test(`throughput: ${now} now`, () => {
    const world = sampleWorld({
      checkout: { scales: { ...byRate, to: 10 } },
      promises: ({ live, checkout }) => [promise.throughput(checkout, { in: live, atLeast: '10000/min', now })],
    })
    const [found] = verdictsOf(throughput, world)
    const said = found?.because.find(({ rule }) => rule === 'now')?.says
    assert.equal(found?.verdict, verdict)
    assert.equal([said?.line, ...(said?.rows ?? []).map(([label, text]) => `${label}: ${text}`)].join('\n'), line)
  })
