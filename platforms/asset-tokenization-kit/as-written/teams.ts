// Everybody whom the document calls by a duty.

import { team } from 'seaworthy'
import { says } from './says.ts'

const gates = 'Quality Gates Configuration'
const alerts = 'Alert Configuration'

export const engineeringManager = team('engineering manager', { stated: says(gates, 399) })
export const securityTeam = team('security team', { stated: says(`${gates}, Security Monitoring`, 400, 779, 783) })
export const performanceTeam = team('performance team', { stated: says(gates, 401) })
export const techLead = team('tech lead', { stated: says(gates, 402) })
export const releaseManager = team('release manager', { stated: says('Environment Promotion Process', 494) })

export const developers = team('developers', { stated: says('Pipeline Stage Specifications', 389) })
export const operations = team('operations team', {
  stated: says(`Pipeline Stage Specifications, ${alerts}`, 393, 748),
})

// The approval gate of the drawing, and whom its last box writes to.
export const business = team('business', { stated: says('Pipeline Architecture', 340) })
export const changeManagement = team('change management', { stated: says('Pipeline Architecture', 340) })
export const stakeholders = team('stakeholders', { stated: says('Pipeline Architecture', 348) })

export const onCallEngineer = team('on-call engineer', { stated: says(alerts, 745, 746) })
export const manager = team('manager', { stated: says(alerts, 745, 749) })
export const teamLead = team('team lead', { stated: says(alerts, 746) })
export const ciso = team('ciso', { stated: says(alerts, 749) })

const events = 'Security Monitoring'
export const incidentResponse = team('incident response', { stated: says(events, 780) })
export const legal = team('legal', { stated: says(events, 781) })
export const management = team('management', { stated: says(events, 781) })
export const networkOperations = team('network operations', { stated: says(events, 782) })
export const humanResources = team('human resources', { stated: says(events, 783) })
