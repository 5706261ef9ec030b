// Sections 9.1 and 9.3: what is measured and kept, when an alert fires, and who is told.

import type { World } from '../../../src/check/world.ts'
import { answer, type Claim, facts, field, holds } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { type Correction, change, components, held, listed } from '../../findings/changing.ts'

const group = (world: World) => {
  const objects = world.views.flatMap(({ estate }) => estate.objects)
  const rule = objects.find(({ ref }) => ref === 'PrometheusRule/monitoring/prometheus-alerts')
  return listed(listed(held(rule?.manifest.spec).groups)[0]?.rules)
}

/** What the rule of an alert says: when it fires, how long it must hold, and with which labels. */
const rule = (alert: string, expr: string, waits: string | undefined, severity: string): Claim =>
  answer(
    `the rule ${alert}`,
    (world) => {
      const found = group(world).find((one) => one.alert === alert)
      return found && [found.expr, found.for, held(found.labels).severity]
    },
    [expr, waits, severity],
  )

/** Who is told of an alert: the receiver that its rule names, by the kind of it. */
const tells = (alert: string, receiver: string, by: string): Claim =>
  answer(
    `who is told of ${alert}`,
    (world) => {
      const objects = world.views.flatMap(({ estate }) => estate.objects)
      const routing = objects.find(({ ref }) => ref === 'AlertmanagerConfig/monitoring/alertmanager')
      const name = held(group(world).find((one) => one.alert === alert)?.labels).receiver
      const route = listed(held(held(routing?.manifest.spec).route).routes).find(
        ({ matchers }) => listed(matchers)[0]?.value === name,
      )
      const found = listed(held(routing?.manifest.spec).receivers).find((one) => one.name === route?.receiver)
      return found && [found.name, Object.keys(found).find((key) => key.endsWith('Configs'))]
    },
    [receiver, by],
  )

const alerted = (name: string, said: { readonly [option: string]: unknown }): Correction =>
  change('alert', [name], (options) => ({ ...options, ...said }))

const otherBound = (name: string, said: { readonly [option: string]: unknown }): Correction =>
  change('alert', [name], (options) => ({ ...options, when: { ...held(options.when), ...said } }))

const rendered: Fact['kinds'] = ['render']
const seen: Fact['kinds'] = ['render', 'observe']
const observed: Fact['kinds'] = ['observe', 'check']
const prometheus = (said: { readonly [option: string]: unknown }) =>
  components(['prometheus'], (options) => ({ ...options, ...said }))
const unmetered = (name: string) => components([name], ({ metrics: _, ...options }) => options)
const collected = 'collects/mainnet/prometheus'

const share = (used: string, resource: string, bound: string) =>
  `sum by (namespace, pod) (${used}) / sum by (namespace, pod) (kube_pod_container_resource_limits{resource="${resource}"}) > ${bound}`

const requests = (which: string) => `sum by (namespace, service) (rate(http_requests_total${which}[5m]))`

const collecting: readonly Fact[] = [
  {
    id: 'GX-194',
    title: 'every service of the backend is scraped',
    kinds: ['render', 'check'],
    holds: [
      holds('scrapes/mainnet/prometheus'),
      facts('metered', ({ environment, component }) => (environment === 'mainnet' ? component : undefined), [
        ...['api-gateway', 'outbox-submitter', 'postgres', 'projector', 'redis'],
        ...['svc-identity', 'svc-tokenomics', 'svc-wallet'],
      ]),
    ],
    unless: unmetered('svc-wallet'),
  },
  {
    id: 'GX-195',
    title: 'metrics are had at /metrics, at the port that is called so',
    kinds: rendered,
    holds: [
      field(
        'PodMonitor/backend-mainnet/svc-identity',
        ['spec', 'podMetricsEndpoints'],
        [{ port: 'metrics', path: '/metrics' }],
      ),
    ],
    unless: components(['svc-identity'], (options) => ({ ...options, metrics: { port: 'metrics', path: '/stats' } })),
  },
  {
    id: 'GX-196',
    title: 'targets are scraped every 15 seconds',
    kinds: rendered,
    holds: [field('Prometheus/monitoring/prometheus', ['spec', 'scrapeInterval'], '15s')],
    unless: prometheus({ every: '60s' }),
  },
  {
    id: 'GX-197',
    title: 'metrics are kept for 30 days',
    kinds: ['render', 'check'],
    holds: [field('Prometheus/monitoring/prometheus', ['spec', 'retention'], '30d')],
    unless: prometheus({ retention: '15d' }),
  },
  {
    id: 'GX-198',
    title: 'what the API server and the kubelets know of pods, nodes and containers is collected',
    kinds: observed,
    holds: [
      holds(
        collected,
        'kube_node_status_condition, kube_pod_status_phase: exposed by kube-state-metrics',
        'container_cpu_usage_seconds_total, container_memory_working_set_bytes: exposed by the kubelets',
      ),
    ],
    unless: unmetered('kube-state-metrics'),
  },
  {
    id: 'GX-203',
    title: 'an exporter asks PostgreSQL for its connections and rows',
    kinds: observed,
    holds: [holds(collected, 'pg_stat_activity_count, pg_stat_database_tup_returned: exposed by postgres-exporter')],
    unless: components(['postgres-exporter'], ({ calls: _, ...options }) => options),
  },
  {
    id: 'GX-204',
    title: 'an exporter asks Redis for its clients and memory',
    kinds: observed,
    holds: [holds(collected, 'redis_connected_clients, redis_memory_used_bytes: exposed by redis')],
    unless: components(['redis'], ({ exporter: _, ...options }) => options),
  },
]

const receivers: readonly Fact[] = [
  {
    id: 'GX-215',
    title: 'what is critical goes to PagerDuty',
    kinds: rendered,
    holds: [tells('FabricConnectionLost', 'pagerduty', 'pagerdutyConfigs')],
    unless: change('receiver', ['pagerduty'], (options) => ({ ...options, by: 'Slack' })),
  },
  {
    id: 'GX-216',
    title: 'warnings go to Slack',
    kinds: rendered,
    holds: [tells('HighCpu', 'slack', 'slackConfigs')],
    unless: change('receiver', ['slack'], (options) => ({ ...options, by: 'PagerDuty' })),
  },
]

const rules: readonly Fact[] = [
  {
    id: 'GX-217',
    title: 'five restarts in ten minutes are critical, and slower loops are told too',
    kinds: seen,
    holds: [
      rule('PodCrashLoop', 'increase(kube_pod_container_status_restarts_total[10m]) >= 5', undefined, 'critical'),
      holds('noticed/mainnet/crash-loops', 'PodCrashLoopSlow sees every container that dies within 10m of each start'),
    ],
    unless: otherBound('PodCrashLoop', { rises: 6 }),
  },
  {
    id: 'GX-218',
    title: 'that no instance of PostgreSQL answers is critical, and so is one that is down',
    kinds: ['render', 'observe', 'check'],
    holds: [tells('PostgresUnavailable', 'pagerduty', 'pagerdutyConfigs')],
    unless: change('receiver', ['pagerduty'], (options) => ({ ...options, by: 'Slack' })),
  },
  {
    id: 'GX-219',
    title: 'a projector more than 5 seconds behind for 2 minutes is critical',
    kinds: seen,
    holds: [rule('ProjectorLagHigh', 'projector_lag_milliseconds > 5000', '2m', 'critical')],
    unless: alerted('ProjectorLagHigh', { for: '5m' }),
  },
  {
    id: 'GX-220',
    title: 'a lost connection to Fabric is critical',
    kinds: seen,
    holds: [
      rule(
        'FabricConnectionLost',
        'fabric_sdk_connection_status < 1 or absent(fabric_sdk_connection_status)',
        undefined,
        'critical',
      ),
    ],
    unless: alerted('FabricConnectionLost', { severity: 'warning' }),
  },
  {
    id: 'GX-221',
    title: 'more than 80% of its CPU for 10 minutes is a warning',
    kinds: rendered,
    holds: [
      rule(
        'HighCpu',
        share('rate(container_cpu_usage_seconds_total{container!=""}[5m])', 'cpu', '0.80'),
        '10m',
        'warning',
      ),
    ],
    unless: alerted('HighCpu', { for: '5m' }),
  },
  {
    id: 'GX-222',
    title: 'more than 85% of its memory for 10 minutes is a warning',
    kinds: rendered,
    holds: [
      rule(
        'HighMemory',
        share('container_memory_working_set_bytes{container!=""}', 'memory', '0.85'),
        '10m',
        'warning',
      ),
    ],
    unless: alerted('HighMemory', { for: '5m' }),
  },
  {
    id: 'GX-223',
    title: 'less than 15% of a disk left is a warning',
    kinds: rendered,
    holds: [
      rule('DiskSpaceLow', 'node_filesystem_avail_bytes / node_filesystem_size_bytes < 0.15', undefined, 'warning'),
    ],
    unless: alerted('DiskSpaceLow', { severity: 'critical' }),
  },
  {
    id: 'GX-224',
    title: 'more than 1% of requests that fail is a warning',
    kinds: rendered,
    holds: [rule('ApiErrorRate', `${requests('{status=~"5.."}')} / ${requests('')} > 0.01`, undefined, 'warning')],
    unless: alerted('ApiErrorRate', { severity: 'critical' }),
  },
]

export const monitoring: readonly Fact[] = [...collecting, ...receivers, ...rules]
