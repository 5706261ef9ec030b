// Who is told what: at each promised bound, and where nothing is measured any more.

import { above, absent, alert, always, receiver } from 'seaworthy'
import { depth, errors, pools, requests } from './monitoring.ts'

const pager = receiver('pager', { by: 'PagerDuty', severities: ['critical'] })
const outside = receiver('heartbeat', { by: 'a service outside the cluster', severities: ['none'], expects: '5m' })

const failed = 'sum by (namespace) (rate(http_requests_total{status=~"5.."}[5m]))'
const all = 'sum by (namespace) (rate(http_requests_total[5m]))'

export const alerts = [
  alert('ErrorBudgetBurns', {
    when: above(errors, '0.72%'),
    expression: `${failed} / ${all} > 0.0072`,
    for: '2m',
    severity: 'critical',
    to: pager,
  }),
  alert('RequestsAbsent', { when: absent(requests), for: '1m', severity: 'critical', to: pager }),
  alert('PoolsFill', { when: above(pools, 80), for: '2m', severity: 'critical', to: pager }),
  alert('QueueGrows', { when: above(depth, 10_000), for: '5m', severity: 'critical', to: pager }),
  alert('Watchdog', { when: always(), severity: 'none', to: outside }),
]
