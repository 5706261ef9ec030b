// Environment management: how versions come from one environment to the next, how often, and what is set in each. What the
// table of promotions calls Dev are the three environments of developers, one after the other, as they are drawn.

import { blueGreen, configuration, promise, promotion, release, rolling, rollout } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { api, subgraph, web } from './components.ts'
import { ingress, serviceGateway } from './edge.ts'
import { disasterRecovery, featureBranch, local, preProduction, production, shared, staging } from './environments.ts'
import { cache, database } from './stores.ts'
import { business, changeManagement, releaseManager, securityTeam, techLead } from './teams.ts'

const row = (line: number) => says('Environment Promotion Process', line)
const matrix = (line: number) => says('Environment Configuration Matrix', line)
const drawn = (...lines: readonly number[]) => says('Environment Hierarchy', ...lines)

export const promotions = [
  promotion({ from: local, to: shared, on: 'push', requires: ['unit'], rollback: 'automatic', stated: drawn(444) }),
  promotion({
    from: shared,
    to: featureBranch,
    on: 'pull-request',
    requires: ['integration'],
    rollback: 'automatic',
    stated: drawn(445),
  }),
  promotion({
    from: featureBranch,
    to: staging,
    on: 'merge',
    requires: ['tests'],
    rollback: 'automatic',
    stated: row(492),
  }),
  promotion({
    from: staging,
    to: preProduction,
    on: 'manual',
    requires: ['integration'],
    approvers: [techLead],
    rollback: 'manual',
    stated: row(493),
  }),
  promotion({
    from: preProduction,
    to: production,
    on: 'schedule',
    every: 'week',
    requires: ['all'],
    approvers: [techLead, business, securityTeam, changeManagement, releaseManager],
    rollback: 'switch',
    stated: row(494),
  }),
  // What takes over runs what production runs: versions come there with each release; rows come by themselves.
  promotion({
    from: production,
    to: disasterRecovery,
    on: 'promotion',
    requires: ['consistency'],
    rollback: 'failover',
    stated: row(495),
  }),
]

// Of the two rows on staging, the one that brings each merge there goes further than a day.
export const releases = [
  release('local changes', { to: local, every: 'change', stated: matrix(480) }),
  release('shared changes', { to: shared, every: 'several-a-day', stated: matrix(481) }),
  release('pull requests', { to: featureBranch, every: 'pull-request', stated: matrix(482) }),
  release('staging', { to: staging, every: 'change', within: '30m', stated: matrix(483) }),
  release('pre-production', { to: preProduction, every: 'week', stated: matrix(484) }),
  // The week of the schedule, three days for those who agree, and the stages between.
  release('controlled releases', { to: production, every: 'week', within: '11d', stated: matrix(485) }),
  release('disaster recovery', { to: disasterRecovery, every: 'demand', stated: matrix(486) }),
]

/** Releases to production are controlled. */
export const controlled = [
  promise.changes('approved', { in: production, stated: matrix(485) }),
  // Nobody is asked again on the way to staging: whoever looks at a pull request is the second one.
  promise.changes('byTwo', { in: staging, stated: says('Pipeline Architecture', 314) }),
]

export const configurations = [
  configuration('configuration management', {
    of: [local, shared, featureBranch, staging, preProduction, production, disasterRecovery],
    holds: ['variables', 'secrets', 'flags', 'scaling'],
    stated: says('Environment Hierarchy', 435, [452, 455]),
  }),
]

const pods = (...lines: readonly number[]) => says('Pod Configuration Specifications', ...lines)
const chart = (line: number) => says('Chart Configuration Matrix', line)
const served = [local, shared, featureBranch, staging, preProduction, disasterRecovery]

// Pods are replaced a few at a time, but in production: there a second set takes over, as the pipeline has it.
export const rollouts = [
  rollout('application services', {
    of: [ingress, serviceGateway, web, api, subgraph],
    in: served,
    by: rolling(),
    stated: says('Pod Configuration Specifications, Chart Configuration Matrix', 515, 516, 519, 287),
  }),
  rollout('application services in production', {
    of: [ingress, serviceGateway, web, api, subgraph],
    in: [production],
    by: blueGreen(),
    stated: says('Pipeline Architecture', 342),
  }),
  rollout('database services', {
    of: [database],
    in: [shared, featureBranch, staging, preProduction, production, disasterRecovery],
    by: blueGreen(),
    stated: chart(288),
  }),
  rollout('cache pods', { of: [cache], by: rolling(), stated: pods(518) }),
]
