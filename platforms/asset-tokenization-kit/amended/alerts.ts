// Who is told what, and when: at each promised bound, where a metric is no longer there, and where somebody may be in who
// should not be.

import { above, absent, alert, always, below, down, type Metric, metric, occurs, trend } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { degraded, failing, later, secured, utilised } from './alert-kinds.ts'
import { api } from './components.ts'
import {
  accessViolations,
  apiResponse,
  behind,
  certificateLeft,
  databaseQuery,
  deniedCalls,
  errorRate,
  failedLogins,
  failedShare,
  gasUsage,
  pageLoad,
  personalRowsRead,
  throughput,
  tokenDeployments,
  transactionFailures,
  transactionSuccess,
  userRegistrations,
} from './metrics.ts'
import { heartbeat, manager, onCallEngineer, pagerDuty } from './teams.ts'

const kind = (line: number) => says('Alert Configuration', line)
const row = (line: number) => says('Monitoring Metrics', line)
const both = (line: number, threshold: number) => says('Monitoring Metrics, Alert Configuration', threshold, line)

const share = (name: string, shows?: Metric['shows']) =>
  metric(`${name}-utilization`, { unit: 'percent', ...(shows && { shows }), stated: row(736) })
const left = (of: string) => `1 - node_${of}_avail_bytes / node_${of}_size_bytes > 0.80`
const utilisation = [
  [share('cpu', 'cpu-used'), '1 - avg by (node) (rate(node_cpu_seconds_total{mode="idle"}[5m])) > 0.80'],
  [share('memory', 'memory-used'), '1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes > 0.80'],
  [share('disk'), left('filesystem')],
  [share('network'), 'rate(node_network_transmit_bytes_total[5m]) / node_network_speed_bytes > 0.80'],
] as const

// Machines take three months, and what is used grows by 73% in three: of all of them, from what is then still left.
const ordering = [
  [share('cpu', 'cpu-used'), '1 - avg(rate(node_cpu_seconds_total{mode="idle"}[1d])) > 0.55'],
  [share('memory', 'memory-used'), '1 - sum(node_memory_MemAvailable_bytes) / sum(node_memory_MemTotal_bytes) > 0.55'],
] as const

const fallsOff = ({ name }: Metric) =>
  `increase({__name__="${name}"}[1h]) / increase({__name__="${name}"}[1h] offset 1w) < 0.1`

const asked = (over: '1h' | '3d', code = '') =>
  `sum(rate(istio_requests_total{reporter="destination", destination_workload_namespace="production"${code}}[${over}]))`
const failed = (over: '1h' | '3d') => `${asked(over, ', response_code=~"5.."')} / ${asked(over)}`

// In seconds: of the operator's metrics, and of the cloud's own. A log that nothing is written to has nothing to archive,
// however long ago the last was.
const lags = [
  'cnpg_pg_replication_lag{namespace="production"}',
  'cnpg_pg_stat_archiver_seconds_since_last_archival{namespace="production"} and on(namespace, pod) cnpg_collector_pg_wal_archive_status{value="ready"} > 0',
  'aws_s3_replication_latency_maximum',
]

// Istio's own authority says it of its root, whether it made that itself or was given it.
const certificateEnd = 'citadel_server_root_cert_expiry_timestamp'

const called = ({ name }: Metric) => name.replaceAll('_', '-')

// Each promised bound has a warning at it, and an alarm where nothing is measured any more.
const atTheBounds = [
  { measure: apiResponse, bound: '200ms' },
  { measure: pageLoad, bound: '2s' },
  { measure: databaseQuery, bound: '50ms' },
].flatMap(({ measure, bound }) => [
  alert(`${called(measure)}-above-the-promise`, { when: above(measure, bound), for: '5m', ...degraded }),
  alert(`${called(measure)}-absent`, { when: absent(measure), for: '2m', ...failing }),
])

export const noSignIns = alert('failed-logins', {
  when: above(failedLogins, '10/h'),
  ...secured,
  cites: { ...secured.cites, when: row(738) },
  stated: kind(749),
})
export const reachingOut = alert('access-violations', { when: occurs(accessViolations), ...secured, stated: kind(749) })
export const readingMuch = alert('personal-rows-read', { when: above(personalRowsRead, '10000/h'), ...secured })
export const refused = alert('denied-calls', { when: above(deniedCalls, '100/h'), ...secured })
export const flooded = alert('traffic', { when: above(throughput, '1000/s'), ...failing })

export const alerts = [
  alert('critical-system-down', {
    when: down(api, 'all'),
    severity: 'P0',
    to: [pagerDuty],
    respond: 'immediately',
    escalates: [onCallEngineer, later(manager, '10m')],
    stated: kind(745),
  }),
  alert('high-error-rate', { when: above(errorRate, '5%'), for: '1m', ...failing, stated: both(746, 735) }),
  // Of what 99.9% allow to fail in a month: 14.4 times as much spends it in about two days, as much again all of it by the end.
  alert('error-budget-burns-fast', {
    when: above(failedShare, '1.44%'),
    expression: `${failed('1h')} > 0.0144`,
    ...failing,
  }),
  alert('error-budget-burns-slowly', {
    when: above(failedShare, '0.1%'),
    expression: `${failed('3d')} > 0.001`,
    ...degraded,
  }),
  // Fifteen minutes may be lost: a log that is not archived, or a bucket that is not copied, is heard of before.
  alert('copies-behind', {
    when: above(behind, '10m'),
    expression: lags.map((lag) => `max(${lag}) > 600`).join(' or '),
    for: '2m',
    ...failing,
  }),
  alert('certificates-run-out', {
    when: below(certificateLeft, '7d'),
    expression: `min(${certificateEnd}) - time() < 604800`,
    ...degraded,
  }),
  alert('certificates-absent', {
    when: absent(certificateLeft),
    expression: `absent(${certificateEnd})`,
    ...degraded,
  }),
  alert('performance-degradation', { when: above(apiResponse, '500ms'), ...degraded, stated: row(735) }),
  ...atTheBounds,
  ...ordering.map(([used, expression]) =>
    alert(`order-machines-${used.name.replace('-utilization', '')}`, {
      when: above(used, '55%'),
      expression,
      ...utilised,
    }),
  ),
  ...utilisation.map(([used, expression]) =>
    alert(`resource-utilization-${used.name.replace('-utilization', '')}`, {
      when: above(used, '80%'),
      expression,
      for: '10m',
      ...utilised,
      stated: row(736),
    }),
  ),
  noSignIns,
  reachingOut,
  readingMuch,
  refused,
  flooded,
  // Less than a tenth of the week before, at the same hour, is no trend that anybody planned.
  ...[tokenDeployments, userRegistrations].map((each) =>
    alert(called(each), {
      when: trend(each),
      expression: fallsOff(each),
      ...utilised,
      stated: row(737),
    }),
  ),
  alert('transaction-success', {
    when: trend(transactionSuccess),
    expression: fallsOff(transactionSuccess),
    ...utilised,
    stated: row(739),
  }),
  // What calls cost on the chain is paid out of a balance: ten times the week before is no plan either.
  alert('gas-usage', {
    when: trend(gasUsage),
    expression: `increase({__name__="${gasUsage.name}"}[1h]) / increase({__name__="${gasUsage.name}"}[1h] offset 1w) > 10`,
    ...utilised,
    stated: row(739),
  }),
  alert('transaction-failures', { when: occurs(transactionFailures), ...degraded, stated: row(739) }),
  alert('watchdog', { when: always(), severity: 'none', to: heartbeat }),
]
