// Environment management: how versions come from one environment to the next, how often, and what is set in each.

import { blueGreen, branch, configuration, promise, promotion, release, rolling, rollout } from 'seaworthy'
import { api, subgraph, web } from './components.ts'
import { disasterRecovery, featureBranch, local, preProduction, production, shared, staging } from './environments.ts'
import { says } from './says.ts'
import { cache, database } from './stores.ts'
import { releaseManager, techLead } from './teams.ts'

const row = (line: number) => says('Environment Promotion Process', line)
const matrix = (line: number) => says('Environment Configuration Matrix', line)

export const branches = [branch('main', { stated: row(492) })]

// What the table calls Dev is none of the seven environments: where a version comes from to staging is left unsaid.
export const promotions = [
  promotion({
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
    requires: ['all'],
    approvers: [releaseManager],
    rollback: 'switch',
    stated: row(494),
  }),
  promotion({
    from: production,
    to: disasterRecovery,
    on: 'replication',
    requires: ['consistency'],
    rollback: 'failover',
    stated: row(495),
  }),
]

export const releases = [
  release('local changes', { to: local, every: 'change', stated: matrix(480) }),
  release('shared changes', { to: shared, every: 'several-a-day', stated: matrix(481) }),
  release('pull requests', { to: featureBranch, every: 'pull-request', stated: matrix(482) }),
  release('staging', { to: staging, every: 'day', stated: matrix(483) }),
  release('pre-production', { to: preProduction, every: 'week', stated: matrix(484) }),
  release('disaster recovery', { to: disasterRecovery, every: 'demand', stated: matrix(486) }),
]

/** Releases to production are controlled: those who agree are named twice, and not alike. */
export const controlled = [
  promise.changes('approved', {
    in: production,
    stated: says(
      'Pipeline Architecture, Environment Configuration Matrix, Environment Promotion Process',
      340,
      485,
      494,
    ),
  }),
]

export const configurations = [
  configuration('configuration management', {
    of: [local, shared, staging, production],
    holds: ['variables', 'secrets', 'flags', 'scaling'],
    stated: says('Environment Hierarchy', 435, [452, 455]),
  }),
]

const pods = (...lines: readonly number[]) => says('Pod Configuration Specifications', ...lines)
const chart = (line: number) => says('Chart Configuration Matrix', line)

// How things are replaced is said three times: of pods, of charts, and of the pipeline.
export const rollouts = [
  rollout('web and api pods', { of: [web, api], by: rolling(), stated: pods(515, 516) }),
  rollout('database primary', { of: [database], by: blueGreen(), stated: pods(517) }),
  rollout('cache pods', { of: [cache], by: rolling(), stated: pods(518) }),
  rollout('subgraph pods', { of: [subgraph], by: rolling(), stated: pods(519) }),
  rollout('application services', { of: [web, api, subgraph], by: rolling(), stated: chart(287) }),
  rollout('database services', { of: [database], by: blueGreen(), stated: chart(288) }),
]
