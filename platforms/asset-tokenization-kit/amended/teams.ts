// Everybody whom the document calls by a duty, and how each is told.

import { receiver, team } from 'seaworthy'
import { says } from '../as-written/says.ts'

const gates = 'Quality Gates Configuration'
const alerts = 'Alert Configuration'
const events = 'Security Monitoring'
const stack = (...lines: readonly number[]) => says('Observability Stack', ...lines)

/** The ways by which alerts are sent; who is called by phone is called by PagerDuty. */
export const email = receiver('email', { by: 'a gateway for mail', stated: stack(699) })
export const slack = receiver('slack', { by: 'Slack', stated: stack(699) })
export const pagerDuty = receiver('pagerduty', {
  by: 'PagerDuty',
  stated: says('Observability Stack, Alert Configuration', 699, 745),
})
export const heartbeat = receiver('heartbeat', {
  by: 'a service outside the cluster',
  severities: ['none'],
  expects: '5m',
})
export const receivers = [email, slack, pagerDuty, heartbeat]

const paged = { reachedBy: [pagerDuty] }
const written = { reachedBy: [email] }

export const engineeringManager = team('engineering manager', { ...written, stated: says(gates, 399) })
export const securityTeam = team('security team', { ...paged, stated: says(`${gates}, ${events}`, 400, 779, 783) })
export const performanceTeam = team('performance team', { ...written, stated: says(gates, 401) })
export const techLead = team('tech lead', { ...written, stated: says(gates, 402) })
export const releaseManager = team('release manager', {
  ...written,
  stated: says('Environment Promotion Process', 494),
})

export const developers = team('developers', {
  reachedBy: [slack],
  stated: says('Pipeline Stage Specifications', 389),
})
export const operations = team('operations team', {
  ...written,
  stated: says(`Pipeline Stage Specifications, ${alerts}`, 393, 748),
})

// The approval gate of the drawing, and whom its last box writes to.
const pipeline = (line: number) => ({ ...written, stated: says('Pipeline Architecture', line) })
export const business = team('business', pipeline(340))
export const changeManagement = team('change management', pipeline(340))
export const stakeholders = team('stakeholders', pipeline(348))

export const onCallEngineer = team('on-call engineer', { ...paged, stated: says(alerts, 745, 746) })
export const manager = team('manager', { ...paged, stated: says(alerts, 745, 749) })
export const teamLead = team('team lead', { ...paged, stated: says(alerts, 746) })
export const ciso = team('ciso', { ...paged, stated: says(alerts, 749) })

export const incidentResponse = team('incident response', { ...paged, stated: says(events, 780) })
export const legal = team('legal', { ...written, stated: says(events, 781) })
export const management = team('management', { ...written, stated: says(events, 781) })
export const networkOperations = team('network operations', { ...paged, stated: says(events, 782) })
export const humanResources = team('human resources', { ...written, stated: says(events, 783) })
