// Who is told what: at each promised bound, and where nothing is measured any more.

import { above, absent, alert, always, receiver } from 'seaworthy'
import { behind, depth, errors, pools, requests } from './monitoring.ts'

const pager = receiver('pager', { by: 'PagerDuty', severities: ['critical'] })
const outside = receiver('heartbeat', { by: 'a service outside the cluster', severities: ['none'], expects: '5m' })

const failed = (over: '5m' | '3d') =>
  `sum by (namespace) (rate(http_requests_total{status=~"5.."}[${over}])) / sum by (namespace) (rate(http_requests_total[${over}]))`

// The cloud counts in seconds or in milliseconds (docs.aws.amazon.com: MSK, Monitor replication; MemoryDB, Monitoring
// Multi-Region), and its exporter names a metric by namespace, name and statistic.
const lags = [
  ['aws_rds_replica_lag_maximum', 180],
  ['mongodb_mongod_replset_member_replication_lag', 180],
  ['aws_s3_replication_latency_maximum', 180],
  ['aws_kafka_replication_latency_maximum', 180_000],
  ['aws_memorydb_multi_region_cluster_replication_lag_maximum', 180_000],
] as const

export const alerts = [
  alert('ErrorBudgetBurns', {
    when: above(errors, '0.72%'),
    expression: `${failed('5m')} > 0.0072`,
    for: '2m',
    severity: 'critical',
    to: pager,
  }),
  // A share that 99.95% allow, over days: what is never much at once is spent all the same.
  alert('ErrorBudgetBurnsSlowly', {
    when: above(errors, '0.05%'),
    expression: `${failed('3d')} > 0.0005`,
    severity: 'critical',
    to: pager,
  }),
  // Five minutes may be lost: what does not get to the other region is heard of before.
  alert('CopiesBehind', {
    when: above(behind, '3m'),
    expression: lags.map(([lag, most]) => `max(${lag}) > ${most}`).join(' or '),
    severity: 'critical',
    to: pager,
  }),
  alert('RequestsAbsent', { when: absent(requests), for: '1m', severity: 'critical', to: pager }),
  alert('PoolsFill', { when: above(pools, 80), for: '2m', severity: 'critical', to: pager }),
  alert('QueueGrows', { when: above(depth, 10_000), for: '5m', severity: 'critical', to: pager }),
  alert('Watchdog', { when: always(), severity: 'none', to: outside }),
]
