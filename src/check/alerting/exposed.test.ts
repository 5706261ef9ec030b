import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withMonitoring } from '../../estate/monitoring/with-monitoring.ts'
import { prometheus } from '../../platform/component/prometheus.ts'
import { service } from '../../platform/component/service.ts'
import { alert } from '../../platform/language/alert.ts'
import { above } from '../../platform/language/condition.ts'
import { metric } from '../../platform/language/metric.ts'
import { type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Verdict } from '../verdict.ts'
import { worldOf } from '../world.ts'
import { fires } from './fires.ts'

const measured = (names: readonly string[]) =>
  ({ listens: { http: 8080, metrics: 9090 }, metrics: { port: 'metrics', names } }) as const
const state = (image: string) => service('state', { image, listens: { metrics: 8080 }, metrics: { port: 'metrics' } })

const rows: [name: string, on: string, options: ShopOptions, ends: readonly [string, ...string[]], line: string][] = [
  [
    'a metric that a service is said to expose',
    'orders_open',
    { orders: measured(['orders_open']) },
    ['kept'],
    'orders exposes orders_open',
  ],
  [
    'one that nobody is said to expose',
    'orders_open',
    { orders: measured(['orders_total']) },
    ['assumed', 'exposed/harbour/orders_open'],
    'orders_open is exposed by what is scraped',
  ],
  [
    'an exporter that stands there',
    'kube_pod_status_ready',
    { more: () => [state('registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.17.0')] },
    ['kept'],
    'state exposes kube_pod_status_ready',
  ],
  [
    'another program in its place',
    'kube_pod_status_ready',
    { more: () => [state('registry.k8s.io/pause:3.10')] },
    ['assumed', 'exporter/harbour/kube-state-metrics'],
    'kube_pod_status_ready is exposed by what is scraped',
  ],
  [
    'what kubelets serve, of which nobody shows that it is scraped',
    'container_cpu_usage_seconds_total',
    { orders: measured(['orders_open']) },
    ['assumed', 'exporter/harbour/cAdvisor'],
    'container_cpu_usage_seconds_total is exposed by what is scraped',
  ],
]

for (const [name, on, options, ends, line] of rows) {
  test(`exposed: ${name}`, () => {
    const collector = prometheus('prometheus', { operatedBy: 'prometheus-operator' })
    const more: ShopOptions['more'] = (shop) => [collector, ...(options.more?.(shop) ?? [])]
    const alerts = () => [alert('it', { when: above(metric(on), 1), severity: 'P1' })]
    const world = sampleWorld({ ...options, more, alerts })
    const estates = world.views.map(({ estate }) => withMonitoring(estate))
    const [verdict] = verdictsOf(fires, worldOf(estates, { asOf: world.asOf })) as [Verdict]
    assert.deepEqual([verdict.verdict, ...verdict.assumes.map(({ id }) => id)], ends)
    assert.equal(verdict.because.find(({ rule }) => rule === 'exposed')?.says.line, line)
  })
}
