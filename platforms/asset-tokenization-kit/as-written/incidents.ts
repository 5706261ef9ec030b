// Security monitoring: what may happen, how it is noticed, what is done at once, and who is told.

import { incident } from 'seaworthy'
import { securityEvents } from './alerts.ts'
import { securityBreach } from './recovery.ts'
import { says } from './says.ts'
import { humanResources, incidentResponse, legal, management, networkOperations, securityTeam } from './teams.ts'

const event = (line: number) => says('Security Monitoring', line)

export const incidents = [
  incident('unauthorized access', {
    noticedBy: [securityEvents],
    answeredBy: ['lock-account'],
    told: [securityTeam],
    stated: event(779),
  }),
  incident('malware', {
    noticedBy: ['runtime-scan'],
    answeredBy: ['isolate'],
    told: [incidentResponse],
    stated: event(780),
  }),
  incident('data breach', {
    noticedBy: ['anomalies'],
    answeredBy: ['contain', securityBreach],
    told: [legal, management],
    discloses: true,
    stated: event(781),
  }),
  incident('denial of service', {
    noticedBy: ['traffic'],
    answeredBy: ['limit-rate'],
    told: [networkOperations],
    stated: event(782),
  }),
  incident('insider threat', {
    noticedBy: ['behaviour'],
    answeredBy: ['review-access'],
    told: [humanResources, securityTeam],
    stated: event(783),
  }),
]
