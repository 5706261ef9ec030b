// Who is told what, and when: the thresholds stand with the metrics, who is told with the kinds of alert.

import { above, alert, occurs, receiver, team, trend } from 'seaworthy'
import {
  apiResponse,
  cpu,
  disk,
  errorRate,
  failedLogins,
  memory,
  network,
  tokenDeployments,
  transactionFailures,
  userRegistrations,
} from './metrics.ts'
import { email, pagerDuty, slack } from './monitoring.ts'
import { says } from './says.ts'
import { ciso, manager, onCallEngineer, operations, securityTeam, teamLead } from './teams.ts'

const kind = (line: number) => says('Alert Configuration', line)
const row = (line: number) => says('Monitoring Metrics', line)
const both = (line: number, threshold: number) => says('Monitoring Metrics, Alert Configuration', threshold, line)

const phone = receiver('phone', { by: 'phone', stated: kind(745) })

/** Who is told as a team: which one, the document does not say. */
const wholeTeam = team('team', { stated: kind(747) })

const degraded = {
  severity: 'P2',
  to: [slack, email],
  respond: '15m',
  escalates: [wholeTeam],
  cites: { severity: kind(747), to: kind(747), respond: kind(747), escalates: kind(747) },
} as const

const utilised = {
  severity: 'P3',
  to: email,
  respond: '30m',
  escalates: [operations],
  cites: { severity: kind(748), to: kind(748), respond: kind(748), escalates: kind(748) },
} as const

const secured = {
  severity: 'P1',
  to: [securityTeam, manager],
  respond: 'immediately',
  escalates: [securityTeam, ciso],
  cites: { severity: kind(749), to: kind(749), respond: kind(749), escalates: kind(749) },
} as const

const utilisation = [
  ['cpu', cpu],
  ['memory', memory],
  ['disk', disk],
  ['network', network],
] as const

/** Of the events that security looks for, failed logins alone have a threshold. */
export const securityEvents = alert('security-events', {
  when: above(failedLogins, '10/h'),
  ...secured,
  cites: { ...secured.cites, when: row(738) },
  stated: kind(749),
})

export const alerts = [
  alert('critical-system-down', {
    severity: 'P0',
    to: [pagerDuty, phone],
    respond: 'immediately',
    escalates: [onCallEngineer, manager],
    stated: kind(745),
  }),
  alert('high-error-rate', {
    when: above(errorRate, '5%'),
    severity: 'P1',
    to: [pagerDuty, slack],
    respond: '5m',
    escalates: [onCallEngineer, teamLead],
    stated: both(746, 735),
  }),
  alert('performance-degradation', { when: above(apiResponse, '500ms'), ...degraded, stated: row(735) }),
  ...utilisation.map(([name, metric]) =>
    alert(`resource-utilization-${name}`, { when: above(metric, '80%'), ...utilised, stated: row(736) }),
  ),
  securityEvents,
  // How grave these are, and who is told, the document does not say.
  alert('token-deployments', { when: trend(tokenDeployments), stated: row(737) }),
  alert('user-registrations', { when: trend(userRegistrations), stated: row(737) }),
  alert('transaction-failures', { when: occurs(transactionFailures), stated: row(739) }),
]
