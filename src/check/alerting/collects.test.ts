import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prometheus } from '../../platform/component/prometheus.ts'
import { service } from '../../platform/component/service.ts'
import { mesh } from '../../platform/language/mesh.ts'
import { metric } from '../../platform/language/metric.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Metric } from '../../platform/model.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { collects } from './collects.ts'

const exporter = (name: string, image: string, more: object = {}) =>
  service(name, { image, listens: { metrics: 9187 }, metrics: { port: 'metrics' }, ...more })
const measured = {
  listens: { http: 8080, metrics: 9090 },
  metrics: { port: 'metrics', names: ['orders_open'] },
} as const

type Metrics = (shop: Shop) => readonly Metric[]
const rowsRead: Metrics = ({ ledgerDb }) => [metric('pg_stat_database_tup_returned', { of: ledgerDb })]
const phases: Metrics = () => [metric('kube_pod_status_phase')]
const open: Metrics = ({ orders }) => [metric('orders_open', { of: orders })]

const rows: [name: string, metrics: Metrics, options: ShopOptions, verdict: Word, line: string][] = [
  [
    'a store without an exporter',
    rowsRead,
    {},
    'broken',
    'nothing exposes pg_stat_database_tup_returned: ledger-db has no page of metrics, and no postgres_exporter is declared',
  ],
  [
    'an exporter beside it',
    rowsRead,
    { ledgerDb: { exporter: {} } },
    'assumed',
    'pg_stat_database_tup_returned: exposed by ledger-db',
  ],
  [
    'an exporter of another brand',
    rowsRead,
    { ledgerDb: { exporter: { image: 'docker.io/oliver006/redis_exporter:v1' } } },
    'broken',
    'nothing exposes pg_stat_database_tup_returned: ledger-db has no page of metrics, and no postgres_exporter is declared',
  ],
  [
    'an exporter that calls it',
    rowsRead,
    {
      more: ({ ledgerDb }) => [exporter('pg', 'prometheuscommunity/postgres-exporter:v0.18.1', { calls: [ledgerDb] })],
    },
    'assumed',
    'pg_stat_database_tup_returned: exposed by pg',
  ],
  [
    'an exporter that calls nothing',
    rowsRead,
    { more: () => [exporter('pg', 'prometheuscommunity/postgres-exporter:v0.18.1')] },
    'broken',
    'nothing exposes pg_stat_database_tup_returned: ledger-db has no page of metrics, and no postgres_exporter is declared',
  ],
  [
    'what the API server says of pods',
    phases,
    {},
    'broken',
    'nothing exposes kube_pod_status_phase, and no kube-state-metrics is declared',
  ],
  [
    'and somebody who asks it',
    phases,
    { more: () => [exporter('ksm', 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.17.0')] },
    'assumed',
    'kube_pod_status_phase: exposed by ksm',
  ],
  [
    'and one that nobody may scrape',
    phases,
    { more: () => [service('ksm', { image: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.17.0' })] },
    'broken',
    'nothing exposes kube_pod_status_phase, and no kube-state-metrics is declared',
  ],
  [
    'what the kubelets serve',
    () => [metric('container_cpu_usage_seconds_total')],
    {},
    'assumed',
    'container_cpu_usage_seconds_total: exposed by the kubelets',
  ],
  [
    'what the proxies of a mesh say',
    () => [metric('istio_requests_total')],
    { live: { mesh: mesh('traffic', { by: 'istio' }) } },
    'kept',
    'istio_requests_total: exposed by the proxies of Istio',
  ],
  [
    'and nobody has a proxy',
    () => [metric('istio_requests_total')],
    {},
    'broken',
    'nothing exposes istio_requests_total, and no Istio is declared',
  ],
  [
    'what is counted in logs',
    ({ orders }) => [metric('orders_open', { of: orders, seenBy: 'logs' })],
    { orders: measured },
    'broken',
    'orders_open: learned from logs, and checkout reads what is scraped alone',
  ],
  [
    'what is scraped, and said to be',
    ({ orders }) => [metric('orders_open', { of: orders, seenBy: 'scrapes' })],
    { orders: measured },
    'assumed',
    'orders_open: exposed by orders',
  ],
  ['what a program says of itself', open, { orders: measured }, 'assumed', 'orders_open: exposed by orders'],
  [
    'and whoever collects calls that page',
    open,
    { orders: measured, checkout: { calls: [service('orders', measured).port('metrics')] } },
    'kept',
    'orders_open: exposed by orders',
  ],
  [
    'what is said in words to say it',
    ({ orders }) => [metric('orders_open', { of: orders, exposedBy: ['agents'] })],
    {},
    'unknown',
    'orders_open: said to be exposed by agents, and nobody says what of that runs in live',
  ],
  [
    'what is said to say it, and runs',
    ({ orders, checkout }) => [metric('orders_open', { of: orders, exposedBy: [checkout] })],
    {},
    'kept',
    'orders_open: exposed by checkout',
  ],
  ['what no program is said to say', open, {}, 'unknown', 'nobody says what exposes orders_open'],
  ['what another program says', open, { checkout: measured }, 'unknown', 'nobody says what exposes orders_open'],
]

for (const [name, metrics, options, verdict, line] of rows) {
  test(`collects: ${name}`, () => {
    const promises = (shop: Shop) => [promise.collects(shop.checkout, { in: shop.live, metrics: metrics(shop) })]
    const [found, ...others] = verdictsOf(collects, sampleWorld({ ...options, promises }))
    assert.ok(found)
    assert.deepEqual([found.verdict, others.length], [verdict, 0])
    assert.deepEqual(linesOf(found), [line])
  })
}

test('what an exporter beside each pod would ask for at least', () => {
  const found = verdictsOf(
    collects,
    sampleWorld({
      ledgerDb: { members: 3, replication: 'none' },
      live: { limits: { min: { cpu: '100m', memory: '128Mi' } } },
      promises: (shop) => [promise.collects(shop.checkout, { in: shop.live, metrics: rowsRead(shop) })],
    }),
  )
  assert.deepEqual(found[0]?.because[0]?.says.rows, [
    ['beside each pod', '3 × 100m, 128Mi (the least that live lets a container have) = 300m, 384Mi'],
  ])
})

test('and where nothing scrapes the kubelets it is not to be had', () => {
  const promises = (shop: Shop) => [
    promise.collects(shop.checkout, { in: shop.live, metrics: [metric('container_cpu_usage_seconds_total')] }),
  ]
  const [found] = verdictsOf(collects, sampleWorld({ promises }, { denied: ['exporter/harbour/cAdvisor'] }))
  assert.equal(found?.verdict, 'broken')
  assert.deepEqual(found && linesOf(found), [
    'container_cpu_usage_seconds_total: exposed by the kubelets, and nothing scrapes those',
  ])
})

test('what an operator runs finds what is metered; what is run by hand is told, as nobody shows', () => {
  const asked = (operatedBy: 'prometheus-operator' | undefined, denied: readonly string[] = []) => {
    const watching = prometheus('metrics', operatedBy ? { operatedBy } : {})
    const options: ShopOptions = {
      ledgerDb: { exporter: {} },
      more: () => [watching],
      promises: (shop) => [promise.collects(watching, { in: shop.live, metrics: rowsRead(shop) })],
    }
    const [found] = verdictsOf(collects, sampleWorld(options, { denied }))
    return [found?.verdict, ...(found?.assumes.map(({ says }) => says) ?? []), ...(found ? linesOf(found) : [])]
  }
  const line = 'pg_stat_database_tup_returned: exposed by ledger-db'
  assert.deepEqual(asked('prometheus-operator'), ['kept', line])
  assert.deepEqual(asked(undefined), ['assumed', 'metrics is told to scrape ledger-db', line])
  assert.deepEqual(asked(undefined, ['scraped/harbour/metrics/shop/ledger-db']), [
    'broken',
    `${line}, and nothing scrapes those`,
  ])
})
