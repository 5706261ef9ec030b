// Disaster recovery: targets by part, scenarios with their procedures, and what people can do without for how long. Users
// are to sign in again within half an hour, whatever happens: so everything that they need is back by then.

import { badRelease, breach, corruption, dnsFailover, loss, procedure, promise, scenario, step } from 'seaworthy'
import { functionsOf } from '../as-written/continuity.ts'
import { says } from '../as-written/says.ts'
import { api, blockchain, subgraph, web } from './components.ts'
import { disasterRecovery, production } from './environments.ts'
import { monitoringStack } from './monitoring.ts'
import { cache, database, files } from './stores.ts'
import { logVolumes, sharedVolumes } from './volumes.ts'

const part = (line: number) => says('Recovery Architecture', line)
const disaster = (line: number) => says('Recovery Procedures', line)

export const network = dnsFailover('network', {
  from: production,
  to: disasterRecovery,
  by: 'route53',
  checks: { every: '30s', failures: 3 },
  ttl: '60s',
  stated: part(796),
})

const person = { actor: 'person' } as const
const controller = { actor: 'controller' } as const
const notice = step('notice', { ...controller, does: 'detect', takes: '2m' })

export const regionFailure = procedure('region-failure', {
  in: production,
  steps: [
    notice,
    step('declare the disaster', { ...person, does: 'decide', takes: '5m' }),
    step('promote the database', { ...person, does: 'promote', of: [database], takes: '5m' }),
    step('look at what was taken over', { ...controller, does: 'verify', takes: '2m' }),
    step('DNS failover', { ...controller, does: 'redirect', by: network }),
    step('validate services', { ...person, does: 'verify', takes: '10m' }),
  ],
  stated: disaster(803),
})

export const databaseCorruption = procedure('database-corruption', {
  in: production,
  steps: [
    notice,
    step('stop writes', { ...person, does: 'quiesce', takes: '2m' }),
    step('restore from backup', { ...person, does: 'restore', takes: '15m' }),
    step('verify data integrity', { ...person, does: 'verify', of: [database, blockchain], takes: '10m' }),
  ],
  stated: disaster(804),
})

export const applicationFailure = procedure('application-failure', {
  in: production,
  steps: [
    notice,
    step('rollback deployment', { ...controller, does: 'rollback', takes: '5m' }),
    step('restore configuration', { ...controller, does: 'configure', takes: '5m' }),
    step('health checks', { ...controller, does: 'verify', takes: '5m' }),
  ],
  stated: disaster(805),
})

// A second set is made beside what is cut off, of a copy from before, while somebody looks how far it went.
const securityBreach = procedure('security-breach', {
  in: production,
  steps: [
    notice,
    step('isolate systems', { ...controller, does: 'isolate', takes: '1m' }),
    step('assess damage', { ...person, does: 'assess', takes: '15m', after: ['isolate systems'] }),
    step('restore from clean backup', { ...person, does: 'restore', takes: '15m', after: ['isolate systems'] }),
    step('compare with the chain', {
      ...person,
      does: 'verify',
      of: [database, blockchain],
      takes: '5m',
      after: ['restore from clean backup'],
    }),
    step('replace credentials', { ...controller, does: 'rotate', takes: '5m', after: ['isolate systems'] }),
    step('validate security', {
      ...person,
      does: 'verify',
      takes: '5m',
      after: ['assess damage', 'compare with the chain', 'replace credentials'],
    }),
  ],
  stated: disaster(806),
})

/** What is said in code is made again, where it was or elsewhere, by who runs it at once. */
export const infrastructureAgain = procedure('infrastructure-again', {
  in: production,
  steps: [
    notice,
    step('provide machines', { ...controller, does: 'provision', takes: '15m' }),
    step('deploy', { ...controller, does: 'deploy', takes: '5m' }),
    step('health checks', { ...controller, does: 'verify', takes: '5m' }),
  ],
  stated: part(794),
})

export const watchAgain = procedure('watch-from-elsewhere', {
  steps: [
    step('notice that no sign of life comes', { ...controller, does: 'detect', takes: '5m' }),
    step('watch from the other region', { ...person, does: 'redirect', takes: '15m' }),
    step('look whether alerts come', { ...person, does: 'verify', takes: '10m' }),
  ],
  stated: part(797),
})

const returnToPrimary = procedure('return-to-primary', {
  steps: [
    step('provide machines', { ...controller, does: 'provision', takes: '1h' }),
    step('bring rows back', { ...person, does: 'seed', takes: { from: '1h', to: '4h' } }),
    step('return to primary region', { ...person, does: 'redirect', in: production, takes: '5m' }),
  ],
  stated: disaster(803),
})

const pointInTime = procedure('point-in-time-recovery', {
  steps: [step('point-in-time recovery', { ...person, does: 'restore', takes: { from: '15m', to: '1h' } })],
  stated: disaster(804),
})

const forwardFix = procedure('forward-fix', {
  steps: [step('forward fix deployment', { ...person, does: 'deploy', takes: { from: '15m', to: '1h' } })],
  stated: disaster(805),
})

const enhancedMonitoring = procedure('enhanced-monitoring', {
  steps: [
    step('deploy from sources that are looked at again', { ...person, does: 'deploy', takes: '2h' }),
    step('enhanced monitoring', { ...person, does: 'watch', takes: '24h' }),
  ],
  stated: disaster(806),
})

const volumes = (line: number) => ({
  in: production,
  name: 'volumes',
  stated: says('Persistent Volume Management', line),
})

/** How long copies are at hand, and in an archive. */
const retained = [
  promise.retains(database, { for: '30d', archived: '1y', ...volumes(648) }),
  promise.retains(sharedVolumes, { every: 'day', for: '7d', archived: '90d', ...volumes(649) }),
  promise.retains(cache, { every: 'hour', for: '24h', ...volumes(650) }),
  promise.retains(logVolumes, { every: 'day', for: '90d', archived: '7y', ...volumes(651) }),
  promise.retains(files, { in: production, every: 'day', for: '30d', archived: '1y', name: 'files' }),
]

/**
 * Whoever is in can delete them as little as anybody else, and each is brought back now and then. How long “compliance
 * retention” is, the document does not say: a year was decided by the team, which is what the archive of the volumes has, and
 * remains its own to answer for; a law that wants more of these rows makes it longer. What audits read are logs: seven years.
 */
const protectedCopies = [database, files].map((store) =>
  promise.retains(store, {
    in: production,
    immutable: true,
    asRequired: true,
    archived: '1y',
    verified: 'week',
    name: 'protected',
    stated: says(
      'Storage Architecture, Persistent Volume Management, Data Protection and Compliance, Recovery Architecture',
      ...[642, 648, 659, 793],
    ),
  }),
)

// The table has hours; users can do without for thirty minutes.
const within = '30m'

export const recovery = [
  promise.recovers(production, {
    part: 'data',
    within,
    losing: '15m',
    tested: 'week',
    by: databaseCorruption,
    stated: part(793),
  }),
  promise.recovers(production, {
    part: 'infrastructure',
    within,
    tested: 'month',
    by: infrastructureAgain,
    stated: part(794),
  }),
  promise.recovers(production, {
    part: 'application',
    within,
    tested: 'week',
    by: applicationFailure,
    stated: part(795),
  }),
  promise.recovers(network, { in: production, within, tested: 'month', stated: part(796) }),
  // The row on the encryption of backups has an objective of its own.
  promise.recovers(production, {
    part: 'data',
    within,
    by: databaseCorruption,
    name: 'encrypted-backups',
    stated: says('Data Protection and Compliance', 659),
  }),
  promise.recovers(production, {
    from: loss.region,
    within,
    name: 'disaster-recovery',
    stated: says('Environment Configuration Matrix', 486),
  }),
  promise.recovers(monitoringStack, {
    in: production,
    within,
    losing: '5m',
    tested: 'month',
    by: watchAgain,
    stated: part(797),
  }),
  promise.availability({
    in: production,
    atLeast: '99.9%',
    now: '99.95%',
    over: '30d',
    name: 'performance-targets',
    stated: says('Performance Targets', 829),
  }),
  ...retained,
  ...protectedCopies,
  ...[database, files].map((store) =>
    promise.retains(store, { in: production, acrossRegions: true, stated: part(793) }),
  ),
]

const prepared = { in: production, takes: within } as const

export const scenarios = [
  scenario('complete region failure', {
    ...prepared,
    of: loss.region,
    by: regionFailure,
    fallback: returnToPrimary,
    stated: disaster(803),
  }),
  scenario('database corruption', {
    ...prepared,
    of: corruption,
    by: databaseCorruption,
    fallback: pointInTime,
    stated: disaster(804),
  }),
  scenario('application failure', {
    ...prepared,
    of: badRelease,
    by: applicationFailure,
    fallback: forwardFix,
    stated: disaster(805),
  }),
  scenario('security breach', {
    ...prepared,
    of: breach,
    by: securityBreach,
    fallback: enhancedMonitoring,
    stated: disaster(806),
  }),
]

export const functions = functionsOf({ production, web, api, subgraph })
