// How grave kinds of alerts are, who is told of each, how soon work begins, and who takes it on then.

import { says } from '../as-written/says.ts'
import { ciso, email, manager, onCallEngineer, operations, pagerDuty, securityTeam, slack, teamLead } from './teams.ts'

const kind = (line: number) => says('Alert Configuration', line)

export const later = (to: typeof manager, after: '5m' | '10m' | '15m') => ({ to, after })

export const degraded = {
  severity: 'P2',
  to: [slack, email],
  respond: '15m',
  escalates: [teamLead],
  cites: { severity: kind(747), to: kind(747), respond: kind(747), escalates: kind(747) },
} as const

export const utilised = {
  severity: 'P3',
  to: [email],
  respond: '30m',
  escalates: [operations],
  cites: { severity: kind(748), to: kind(748), respond: kind(748), escalates: kind(748) },
} as const

// As grave as a system that is down: both are answered at once.
export const secured = {
  severity: 'P0',
  to: [securityTeam, manager],
  respond: 'immediately',
  escalates: [securityTeam, later(ciso, '15m')],
  cites: { to: kind(749), respond: kind(749), escalates: kind(749) },
} as const

export const failing = {
  severity: 'P1',
  to: [pagerDuty, slack],
  respond: '5m',
  escalates: [onCallEngineer, later(teamLead, '10m')],
} as const
