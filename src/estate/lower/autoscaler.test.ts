import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cluster,
  environment,
  metric,
  node,
  platform,
  prometheus,
  type Scaling,
  type ScalingTarget,
  service,
  sized,
} from '../../index.ts'
import { makingOf } from '../../platform/made.ts'
import { lower } from '../lower.ts'
import { targetAmount } from './target-amount.ts'

const harbour = cluster('harbour', { kubernetes: '1.34', nodes: [node('n1', { cpu: 4, memory: '8Gi' })] })
const collector = prometheus('prometheus', { listens: { http: 9090 } })
const broker = service('broker', {})
const requests = metric('requests')
const lag = metric('lag', { of: broker })

function objects(scales: Scaling | undefined, more: object = {}, live: object = {}) {
  const checkout = service('checkout', { ...(scales && { scales }), ...more })
  const place = environment('live', { on: harbour, namespace: 'shop', runs: [checkout, broker], ...live })
  return lower(platform('shop', { environments: [place] })).flatMap((estate) => estate.objects)
}

function specOf(kind: string, scales: Scaling | undefined, more?: object, live?: object): unknown {
  const found = objects(scales, more, live).find(({ ref }) => ref === `${kind}/shop/checkout`)
  const {
    scaleTargetRef: _,
    targetRef: __,
    ...rest
  } = (found?.manifest.spec ?? {}) as { readonly [field: string]: unknown }
  return found && rest
}

const resource = (name: string, averageUtilization: number) => ({
  type: 'Resource',
  resource: { name, target: { type: 'Utilization', averageUtilization } },
})
const bounds = { minReplicas: 2, maxReplicas: 10 }
const said = { from: 2, to: 10 } as const

const rows: [says: string, scales: Scaling, spec: object | undefined][] = [
  ['a share of the cpu', { ...said, on: [{ cpu: '70%' }] }, { ...bounds, metrics: [resource('cpu', 70)] }],
  [
    'an amount of memory',
    { ...said, on: [{ memory: '1Gi' }] },
    {
      ...bounds,
      metrics: [
        { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } } },
      ],
    },
  ],
  [
    'its own metric is of each pod, that of another is outside',
    {
      ...said,
      on: [
        { metric: requests, target: '1200/min' },
        { metric: lag, target: 100 },
      ],
    },
    {
      ...bounds,
      metrics: [
        {
          type: 'External',
          external: { metric: { name: 'lag' }, target: { type: 'AverageValue', averageValue: '100' } },
        },
        { type: 'Pods', pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '20' } } },
      ],
    },
  ],
  [
    'steps and windows',
    { ...said, on: [{ cpu: '70%' }], up: { pods: 2, every: '30s' }, down: { pods: '50%', every: '1m', window: '5m' } },
    {
      ...bounds,
      metrics: [resource('cpu', 70)],
      behavior: {
        scaleUp: { policies: [{ type: 'Pods', value: 2, periodSeconds: 30 }] },
        scaleDown: {
          stabilizationWindowSeconds: 300,
          policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }],
        },
      },
    },
  ],
  [
    'what is said of single metrics becomes the widest bounds, and one list of steps',
    {
      on: [
        { cpu: '70%', from: 2, to: 10, up: { pods: 2, every: '30s' } },
        { memory: '80%', from: 3, to: 15, up: { pods: 3, every: '30s' } },
      ],
    },
    {
      minReplicas: 2,
      maxReplicas: 15,
      metrics: [resource('cpu', 70), resource('memory', 80)],
      behavior: {
        scaleUp: {
          policies: [
            { type: 'Pods', value: 2, periodSeconds: 30 },
            { type: 'Pods', value: 3, periodSeconds: 30 },
          ],
        },
      },
    },
  ],
  ['nothing without a maximum', { from: 2, on: [{ cpu: '70%' }] }, undefined],
  ['nothing without a target', { ...said, on: ['cpu', lag] }, undefined],
]

for (const [says, scales, spec] of rows) {
  test(`autoscaler: ${says}`, () => assert.deepEqual(specOf('HorizontalPodAutoscaler', scales), spec))
}

test('autoscaler: what nobody says is kept by name', () => {
  const checkout = service('checkout', { scales: { from: 2, on: ['cpu', lag], cooldown: '2m' } })
  const live = environment('live', { on: harbour, namespace: 'shop', runs: [checkout, broker] })
  const facts = lower(platform('shop', { environments: [live] })).flatMap((estate) => estate.facts)
  const [fact] = facts.flatMap((one) => (one.trait === 'scales' ? one : []))
  assert.deepEqual(fact?.unsaid, ['the most pods', 'the target of cpu', 'the target of lag'])
  assert.equal(fact?.cooldownSeconds, 120)
})

const replicas: [says: string, more: object, is: number | undefined][] = [
  ['who scales decides how many there are', {}, undefined],
  ['unless more are said to begin with', { replicas: 3 }, 3],
]
for (const [says, more, is] of replicas) {
  test(`autoscaler: ${says}`, () => {
    const spec = specOf('Deployment', { ...said, on: [{ cpu: '70%' }] }, more) as { replicas?: number }
    assert.equal(spec.replicas, is)
  })
}

const everywhere: [says: string, more: object, is: number | undefined][] = [
  ['of an environment for all that say nothing', {}, 10],
  ['whoever says something is left alone', { scales: { ...said, to: 4, on: [{ cpu: '70%' }] } }, 4],
]
for (const [says, more, is] of everywhere) {
  test(`autoscaler: ${says}`, () => {
    const live = { scales: { ...said, on: [{ cpu: '70%' }] } }
    const spec = specOf('HorizontalPodAutoscaler', undefined, more, live) as { maxReplicas?: number } | undefined
    assert.equal(spec?.maxReplicas, is)
  })
}

test('autoscaler: another environment of the same kind has none by it', () => {
  const live = environment('live', {
    on: harbour,
    namespace: 'shop',
    runs: [broker],
    scales: { ...said, on: [{ cpu: '70%' }] },
  })
  const test = environment('test', {
    on: harbour,
    namespace: 'test',
    like: live,
    sized: [sized(broker, { replicas: 1 })],
  })
  const made = lower(platform('shop', { environments: [live, test] })).flatMap((estate) => estate.objects)
  const scalers = made.filter(({ manifest }) => manifest.kind === 'HorizontalPodAutoscaler')
  assert.deepEqual(
    scalers.map(({ ref }) => ref),
    ['HorizontalPodAutoscaler/shop/broker'],
  )
})

test('KEDA asks a collector by the name of its Service', () => {
  const scales = {
    ...said,
    by: 'keda',
    asks: collector,
    cooldown: '5m',
    on: [{ cpu: '70%' }, { metric: lag, target: 100 }],
  } as const
  assert.deepEqual(specOf('ScaledObject', scales), {
    minReplicaCount: 2,
    maxReplicaCount: 10,
    cooldownPeriod: 300,
    triggers: [
      { type: 'cpu', metricType: 'Utilization', metadata: { value: '70' } },
      {
        type: 'prometheus',
        metadata: { serverAddress: 'http://prometheus.shop:9090', query: 'sum(lag)', threshold: '100' },
      },
    ],
  })
})

test('what sets requests', () => {
  const spec = specOf('VerticalPodAutoscaler', undefined, { resizes: { mode: 'Auto', of: ['memory'], history: '24h' } })
  assert.deepEqual(spec, {
    updatePolicy: { updateMode: 'Auto' },
    resourcePolicy: { containerPolicies: [{ containerName: '*', controlledResources: ['memory'] }] },
  })
})

const amounts: [target: ScalingTarget, unit: 'ms' | 'percent' | undefined, is: string][] = [
  [100, undefined, '100'],
  ['1000/min', undefined, '16667m'],
  ['90/s', undefined, '90'],
  ['200ms', undefined, '200m'],
  ['200ms', 'ms', '200'],
  ['70%', undefined, '700m'],
  ['70%', 'percent', '70'],
  ['2Gi', undefined, '2Gi'],
]
for (const [target, unit, is] of amounts) {
  test(`autoscaler: ${target}${unit ? ` of a metric in ${unit}` : ''} is ${is}`, () => {
    assert.equal(targetAmount(target, metric('m', unit && { unit })), is)
  })
}

const slips: [says: string, scales: object, told: readonly string[]][] = [
  [
    'one metric in each entry',
    { on: [{ cpu: '70%', memory: '80%' }] },
    ['scales.on[0]: exactly one of cpu, memory and metric'],
  ],
  [
    'cpu says its own target',
    { on: [{ cpu: '70%', target: 3 }] },
    ['scales.on[0].target: nothing (cpu and memory say it themselves)'],
  ],
  [
    'KEDA has to ask somebody',
    { by: 'keda', on: [lag] },
    ['scales.asks: the component that KEDA asks for its metrics'],
  ],
  ['but not for cpu', { by: 'keda', on: ['cpu'] }, []],
]
for (const [says, scales, told] of slips) {
  test(`autoscaler: ${says}`, () => {
    const problems = makingOf(service('checkout', { scales } as object))?.problems ?? []
    assert.deepEqual(
      problems.map(({ path, allowed }) => `${path}: ${allowed}`),
      told,
    )
  })
}

test('the autoscaler of an environment scales what says none of its own, and not what says that it has none', () => {
  const live = { scales: { ...said, on: [{ cpu: '70%' }] } }
  assert.ok(specOf('HorizontalPodAutoscaler', undefined, {}, live))
  assert.equal(specOf('HorizontalPodAutoscaler', undefined, { scales: 'none' }, live), undefined)
})
