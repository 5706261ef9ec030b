import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alertmanager } from '../../platform/component/alertmanager.ts'
import { external } from '../../platform/component/external.ts'
import { postgres } from '../../platform/component/postgres.ts'
import { prometheus } from '../../platform/component/prometheus.ts'
import { service } from '../../platform/component/service.ts'
import { alert } from '../../platform/language/alert.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { above, absent, always, below, down, occurs, rises, trend } from '../../platform/language/condition.ts'
import { environment } from '../../platform/language/environment.ts'
import { metric } from '../../platform/language/metric.ts'
import { node } from '../../platform/language/node.ts'
import { platform } from '../../platform/language/platform.ts'
import { receiver } from '../../platform/language/receiver.ts'
import { team } from '../../platform/language/team.ts'
import type { Alert, Receiver } from '../../platform/model.ts'
import type { Estate } from '../estate.ts'
import { lower } from '../lower.ts'

const harbour = cluster('harbour', { kubernetes: '1.34', nodes: [node('n1', { cpu: 4, memory: '8Gi' })] })
const ledgerDb = postgres('ledger-db', { members: 3, replication: 'none', exporter: {} })
const checkout = service('checkout', { listens: { http: 8080, metrics: 9090 }, metrics: { port: 'metrics' } })
const pager = external('pager', { listens: 443 })
const alarms = alertmanager('alarms', { replicas: 2, calls: [pager] })
const operated = { operatedBy: 'prometheus-operator', calls: [alarms] } as const
const onCall = receiver('on-call', { by: 'PagerDuty', secret: 'pagerduty-key' })
const chat = receiver('chat', { by: 'Slack' })
const outside = receiver('outside', { by: 'a service elsewhere', expects: '5m' })
const live = environment('live', { on: harbour, namespace: 'shop', runs: [ledgerDb, checkout] })
const latency = metric('latency', { unit: 'ms' })
const share = metric('failing', { unit: 'percent' })
const restarts = metric('restarts_total', { unit: 'count' })

function estateWith(alerts: readonly Alert[], options: Parameters<typeof prometheus>[1] = operated): Estate {
  const collector = prometheus('metrics', { every: '15s', retention: '30d', ...options })
  const watch = environment('watch', { on: harbour, namespace: 'watch', runs: [collector, alarms, pager] })
  const [estate] = lower(platform('shop', { environments: [live, watch], alerts }))
  assert.ok(estate)
  return estate
}

function specOf(estate: Estate, ref: string): unknown {
  return estate.objects.find((object) => object.ref === ref)?.manifest.spec
}

const severity = 'critical'
const rows: [name: string, options: Omit<Parameters<typeof alert>[1], 'severity'>, expr: string][] = [
  ['above, in the unit of the metric', { when: above(latency, '2s') }, 'latency > 2000'],
  ['below, a share', { when: below(share, '15%') }, 'failing < 15'],
  ['above a plain number', { when: above(latency, 80) }, 'latency > 80'],
  ['of one environment', { when: above(latency, '2s'), in: live }, 'latency{namespace="shop"} > 2000'],
  ['no longer there', { when: absent(latency) }, 'absent(latency)'],
  ['a counter that rises', { when: rises(restarts, { by: 5, over: '10m' }) }, 'increase(restarts_total[10m]) >= 5'],
  [
    'one of three down',
    { when: down(ledgerDb, 'any') },
    'count(up{job="shop/ledger-db"} == 1) < 3 or absent(up{job="shop/ledger-db"} == 1)',
  ],
  ['all of them down', { when: down(ledgerDb, 'all') }, 'absent(up{job="shop/ledger-db"} == 1)'],
  ['a counter, by how fast it grows', { when: above(restarts, '10/h') }, 'increase(restarts_total[1h]) > 10'],
  ['a counter that counts anything', { when: occurs(restarts) }, 'increase(restarts_total[5m]) > 0'],
  ['a sign of life', { when: always() }, 'vector(1)'],
  ['said in PromQL', { when: above(share, '1%'), expression: 'sum(a) / sum(b) > 0.01' }, 'sum(a) / sum(b) > 0.01'],
]

for (const [name, options, expr] of rows) {
  test(`rule: ${name}`, () => {
    const spec = specOf(estateWith([alert('it', { severity, ...options })]), 'PrometheusRule/watch/metrics-alerts')
    const [group] = (spec as { groups: readonly { rules: readonly { expr: string }[] }[] }).groups
    assert.deepEqual(
      group?.rules.map((rule) => rule.expr),
      [expr],
    )
  })
}

test('a rule has what it is declared with, and the receiver by name', () => {
  const slow = alert('slow', {
    when: above(latency, '2s'),
    for: '2m',
    severity,
    to: onCall,
    in: live,
    runbook: 'https://runbooks.example.com/slow',
  })
  assert.deepEqual(specOf(estateWith([slow]), 'PrometheusRule/watch/metrics-alerts'), {
    groups: [
      {
        name: 'alerts',
        rules: [
          {
            alert: 'slow',
            expr: 'latency{namespace="shop"} > 2000',
            for: '2m',
            labels: { severity, receiver: 'on-call', environment: 'live' },
            annotations: { runbook_url: 'https://runbooks.example.com/slow' },
          },
        ],
      },
    ],
  })
})

test('each receiver has a route, and its key stays in its Secret', () => {
  const to = (name: string, receiver: Receiver) => alert(name, { when: always(), severity, to: receiver })
  const spec = specOf(estateWith([to('a', onCall), to('b', chat), to('c', outside)]), 'AlertmanagerConfig/watch/alarms')
  const match = (value: string) => [{ name: 'receiver', value, matchType: '=' }]
  assert.deepEqual(spec, {
    route: {
      receiver: 'chat',
      groupBy: ['alertname', 'namespace'],
      groupWait: '30s',
      routes: [
        { receiver: 'chat', matchers: match('chat') },
        { receiver: 'on-call', matchers: match('on-call') },
        { receiver: 'outside', matchers: match('outside'), repeatInterval: '1m', groupInterval: '1m' },
      ],
    },
    receivers: [
      { name: 'chat', slackConfigs: [{ apiURL: { name: 'chat', key: 'key' }, sendResolved: true }] },
      { name: 'on-call', pagerdutyConfigs: [{ routingKey: { name: 'pagerduty-key', key: 'key' } }] },
      { name: 'outside', webhookConfigs: [{ urlSecret: { name: 'outside', key: 'key' } }] },
    ],
  })
})

test('of several receivers of one alert, one of Alertmanager tells each', () => {
  const both = alert('slow', { when: always(), severity, to: [onCall, team('people', { reachedBy: [chat] })] })
  const estate = estateWith([both])
  const spec = specOf(estate, 'AlertmanagerConfig/watch/alarms') as { receivers: readonly object[] }
  assert.deepEqual(spec.receivers, [
    {
      name: 'chat and on-call',
      slackConfigs: [{ apiURL: { name: 'chat', key: 'key' }, sendResolved: true }],
      pagerdutyConfigs: [{ routingKey: { name: 'pagerduty-key', key: 'key' } }],
    },
  ])
})

test('what nobody says, and what somebody sees by the trend, is no rule', () => {
  const alerts = [alert('unsaid', { severity }), alert('odd', { when: trend(latency), severity })]
  assert.equal(specOf(estateWith(alerts), 'PrometheusRule/watch/metrics-alerts'), undefined)
})

test('Prometheus is a resource that says what is declared, and its pods are made of it', () => {
  const estate = estateWith([])
  const spec = specOf(estate, 'Prometheus/watch/metrics') as { readonly [field: string]: unknown }
  assert.deepEqual(
    [spec.scrapeInterval, spec.evaluationInterval, spec.retention, spec.alerting],
    ['15s', '1m', '30d', { alertmanagers: [{ name: 'alertmanager-operated', namespace: 'watch', port: 'web' }] }],
  )
  const made = estate.objects.filter(({ origin }) => origin === 'made').map(({ ref, component }) => [ref, component])
  assert.deepEqual(made, [
    ['Service/watch/alertmanager-operated', 'alarms'],
    ['Service/watch/prometheus-operated', 'metrics'],
    ['StatefulSet/watch/alertmanager-alarms', 'alarms'],
    ['StatefulSet/watch/prometheus-metrics', 'metrics'],
  ])
})

test('whatever is metered has a monitor, and is called by what collects', () => {
  const estate = estateWith([])
  const monitors = estate.objects.filter(({ manifest }) => manifest.kind === 'PodMonitor')
  assert.deepEqual(
    monitors.map(({ ref, manifest }) => [ref, manifest.spec]),
    [
      [
        'PodMonitor/shop/checkout',
        {
          selector: { matchLabels: { app: 'checkout' } },
          podMetricsEndpoints: [{ port: 'metrics', path: '/metrics' }],
        },
      ],
      [
        'PodMonitor/shop/ledger-db',
        {
          selector: { matchLabels: { app: 'ledger-db' } },
          podMetricsEndpoints: [{ port: 'metrics', path: '/metrics' }],
        },
      ],
    ],
  )
  const scraped = estate.facts.flatMap((fact) =>
    fact.trait === 'calls' && fact.component === 'metrics' && fact.to.is === 'workload'
      ? [[fact.to.workload, fact.to.port]]
      : [],
  )
  assert.deepEqual(scraped.sort(), [
    ['Deployment/shop/checkout', 9090],
    ['StatefulSet/shop/ledger-db', 9187],
    ['StatefulSet/watch/alertmanager-alarms', 9093],
  ])
})

test('one that is run by hand is told by hand', () => {
  const estate = estateWith([alert('it', { when: always(), severity })], { listens: 9090 })
  const kinds = new Set(estate.objects.map(({ manifest }) => manifest.kind))
  assert.ok(kinds.has('Deployment'))
  assert.deepEqual(
    ['Prometheus', 'PodMonitor', 'PrometheusRule', 'AlertmanagerConfig'].filter((kind) => kinds.has(kind)),
    [],
  )
})

test('without a receiver there is nothing to route to', () => {
  const estate = estateWith([alert('it', { when: always(), severity })])
  assert.equal(specOf(estate, 'AlertmanagerConfig/watch/alarms'), undefined)
})
