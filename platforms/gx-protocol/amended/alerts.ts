// Section 9.3: who is told what, and when; at each promised bound, and where a metric is no longer there.

import { above, absent, alert, always, below, down, metric, receiver, rises } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { cache, database, lag, outbox, roundTrip, submission } from './components.ts'

const pagerDuty = receiver('pagerduty', { by: 'PagerDuty', severities: ['critical'], stated: says('9.3', 1028) })
const slack = receiver('slack', { by: 'Slack', severities: ['warning'], stated: says('9.3', 1034) })
const outside = receiver('heartbeat', { by: 'a service outside the cluster', severities: ['none'], expects: '5m' })

const restarts = metric('kube_pod_container_status_restarts_total', { unit: 'count', stated: says('9.3', 1029) })
const ledgerConnection = metric('fabric_sdk_connection_status', { of: outbox, unit: 'count', stated: says('9.1', 998) })

// Shares of what the document names the metrics of.
const cpu = metric('cpu-usage', { unit: 'percent', stated: says('9.3', 1035) })
const memory = metric('memory-usage', { unit: 'percent', stated: says('9.3', 1036) })
const diskFree = metric('disk-space-free', { unit: 'percent', stated: says('9.3', 1037) })
const errors = metric('api-error-rate', { unit: 'percent', stated: says('9.3', 1038) })
const cacheUp = metric('redis_up', { of: cache, unit: 'count' })
const failedJobs = metric('kube_job_status_failed', { unit: 'count', stated: says('10.3', 1153) })

const critical = { severity: 'critical', to: pagerDuty } as const
const warning = { severity: 'warning', to: slack } as const

// Each promised bound has a warning at it, and an alarm where nothing is measured any more.
const atTheBounds = [
  { measure: roundTrip, bound: '1ms' },
  { measure: submission, bound: '10ms' },
  { measure: lag, bound: '100ms' },
].flatMap(({ measure, bound }) => [
  alert(`${measure.name}-above-the-promise`, { when: above(measure, bound), for: '1m', ...warning }),
  alert(`${measure.name}-absent`, { when: absent(measure), for: '1m', ...critical }),
])

/** Of all pods, how much of a resource they use of what they are given at most. */
const shareOfLimit = (used: string, resource: string) =>
  `sum by (namespace, pod) (${used}) / sum by (namespace, pod) (kube_pod_container_resource_limits{resource="${resource}"})`
const requestsPerSecond = (which: string) => `sum by (namespace, service) (rate(http_requests_total${which}[5m]))`

export const alerts = [
  alert('PodCrashLoop', { when: rises(restarts, { by: 5, over: '10m' }), ...critical, stated: says('9.3', 1029) }),
  alert('PodCrashLoopSlow', { when: rises(restarts, { by: 5, over: '1h' }), ...critical }),
  alert('PostgresUnavailable', { when: down(database, 'all'), ...critical, stated: says('9.3', 1030) }),
  alert('PostgresInstanceDown', { when: down(database, 'any'), for: '1m', ...critical }),
  alert('RedisDown', { when: below(cacheUp, 1), for: '1m', ...critical }),
  alert('ProjectorLagHigh', {
    when: above(lag, '5s'),
    for: '2m',
    ...critical,
    stated: says('9.3', 1031, [1045, 1052]),
  }),
  ...atTheBounds,
  alert('FabricConnectionLost', {
    when: below(ledgerConnection, 1),
    expression: 'fabric_sdk_connection_status < 1 or absent(fabric_sdk_connection_status)',
    ...critical,
    stated: says('9.3', 1032),
  }),
  alert('HighCpu', {
    when: above(cpu, '80%'),
    expression: `${shareOfLimit('rate(container_cpu_usage_seconds_total{container!=""}[5m])', 'cpu')} > 0.80`,
    for: '10m',
    ...warning,
    stated: says('9.3', 1035),
  }),
  alert('HighMemory', {
    when: above(memory, '85%'),
    expression: `${shareOfLimit('container_memory_working_set_bytes{container!=""}', 'memory')} > 0.85`,
    for: '10m',
    ...warning,
    stated: says('9.3', 1036),
  }),
  alert('DiskSpaceLow', {
    when: below(diskFree, '15%'),
    expression: 'node_filesystem_avail_bytes / node_filesystem_size_bytes < 0.15',
    ...warning,
    stated: says('9.3', 1037),
  }),
  alert('ApiErrorRate', {
    when: above(errors, '1%'),
    expression: `${requestsPerSecond('{status=~"5.."}')} / ${requestsPerSecond('')} > 0.01`,
    ...warning,
    stated: says('9.3', 1038),
  }),
  alert('BackupFailed', { when: above(failedJobs, 0), ...critical, stated: says('10.3', 1153) }),
  alert('Watchdog', { when: always(), severity: 'none', to: outside }),
]
