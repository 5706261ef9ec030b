// Section 9.3: who is told what, and when.

import { above, absent, alert, below, down, metric, receiver, rises } from 'seaworthy'
import { database, lag, outbox } from './components.ts'
import { says } from './says.ts'

const pagerDuty = receiver('pagerduty', { by: 'PagerDuty', severities: ['critical'], stated: says('9.3', 1028) })
const slack = receiver('slack', { by: 'Slack', severities: ['warning'], stated: says('9.3', 1034) })

const restarts = metric('kube_pod_container_status_restarts_total', { unit: 'count', stated: says('9.3', 1029) })
const ledgerConnection = metric('fabric_sdk_connection_status', { of: outbox, unit: 'count', stated: says('9.1', 998) })

// Shares of what the document names the metrics of.
const cpu = metric('cpu-usage', { unit: 'percent', stated: says('9.3', 1035) })
const memory = metric('memory-usage', { unit: 'percent', stated: says('9.3', 1036) })
const diskFree = metric('disk-space-free', { unit: 'percent', stated: says('9.3', 1037) })
const errors = metric('api-error-rate', { unit: 'percent', stated: says('9.3', 1038) })

const critical = { severity: 'critical', to: pagerDuty } as const
const warning = { severity: 'warning', to: slack } as const

export const alerts = [
  alert('PodCrashLoop', { when: rises(restarts, { by: 5, over: '10m' }), ...critical, stated: says('9.3', 1029) }),
  alert('PostgresUnavailable', { when: down(database, 'all'), ...critical, stated: says('9.3', 1030) }),
  alert('ProjectorLagHigh', {
    when: above(lag, '5s'),
    for: '2m',
    ...critical,
    stated: says('9.3', 1031, [1045, 1052]),
  }),
  alert('FabricConnectionLost', {
    when: absent(ledgerConnection),
    ...critical,
    stated: says('9.3', 1032),
  }),
  alert('HighCpu', { when: above(cpu, '80%'), for: '10m', ...warning, stated: says('9.3', 1035) }),
  alert('HighMemory', { when: above(memory, '85%'), for: '10m', ...warning, stated: says('9.3', 1036) }),
  alert('DiskSpaceLow', { when: below(diskFree, '15%'), ...warning, stated: says('9.3', 1037) }),
  alert('ApiErrorRate', { when: above(errors, '1%'), ...warning, stated: says('9.3', 1038) }),
]
