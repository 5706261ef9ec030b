// Security monitoring: what may happen, which alert shows it, what is done at once, and who is told.

import { incident, procedure, step } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { flooded, noSignIns, reachingOut, readingMuch, refused } from './alerts.ts'
import { production } from './environments.ts'
import { humanResources, incidentResponse, legal, management, networkOperations, securityTeam } from './teams.ts'

const event = (line: number) => says('Security Monitoring', line)
const done = (name: string, does: 'isolate' | 'configure' | 'rotate', actor: 'controller' | 'person', line: number) =>
  procedure(name, {
    in: production,
    steps: [step(name, { does, actor, takes: actor === 'controller' ? '1m' : '15m' })],
    stated: event(line),
  })

const answers = {
  lock: done('lock-the-account', 'rotate', 'controller', 779),
  isolate: done('isolate-the-container', 'isolate', 'controller', 780),
  contain: done('contain-at-once', 'isolate', 'person', 781),
  limit: done('limit-the-rate', 'configure', 'controller', 782),
  review: done('review-access', 'rotate', 'person', 783),
}

export const incidents = [
  incident('unauthorized access', {
    noticedBy: [noSignIns],
    answeredBy: [answers.lock],
    told: [securityTeam],
    stated: event(779),
  }),
  incident('malware', {
    noticedBy: [refused],
    answeredBy: [answers.isolate],
    told: [incidentResponse],
    stated: event(780),
  }),
  incident('data breach', {
    noticedBy: [readingMuch],
    answeredBy: [answers.contain],
    told: [legal, management],
    discloses: true,
    // By legal, with what is known by then.
    reports: [{ to: 'authority', within: '72h' }],
    stated: event(781),
  }),
  incident('denial of service', {
    noticedBy: [flooded],
    answeredBy: [answers.limit],
    told: [networkOperations],
    stated: event(782),
  }),
  incident('insider threat', {
    noticedBy: [reachingOut],
    answeredBy: [answers.review],
    told: [humanResources, securityTeam],
    stated: event(783),
  }),
]
