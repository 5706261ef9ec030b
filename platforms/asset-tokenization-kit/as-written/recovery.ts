// Disaster recovery: targets by part, scenarios with their procedures, and what people can do without for how long.

import { badRelease, breach, corruption, dnsFailover, loss, procedure, promise, scenario, step } from 'seaworthy'
import { api, subgraph, web } from './components.ts'
import { functionsOf } from './continuity.ts'
import { disasterRecovery, production } from './environments.ts'
import { says } from './says.ts'

const part = (line: number) => says('Recovery Architecture', line)
const disaster = (line: number) => says('Recovery Procedures', line)

const network = dnsFailover('network', { from: production, to: disasterRecovery, stated: part(796) })

export const recovery = [
  promise.recovers(production, { part: 'data', within: '4h', losing: '15m', tested: 'week', stated: part(793) }),
  promise.recovers(production, { part: 'infrastructure', within: '2h', tested: 'month', stated: part(794) }),
  promise.recovers(production, { part: 'application', within: '1h', tested: 'week', stated: part(795) }),
  promise.recovers(network, { within: '30m', tested: 'month', stated: part(796) }),
  // The row on the encryption of backups has an objective of its own.
  promise.recovers(production, {
    part: 'data',
    within: '4h',
    name: 'encrypted-backups',
    stated: says('Data Protection and Compliance', 659),
  }),
  promise.recovers(production, {
    from: loss.region,
    within: '4h',
    strictly: true,
    name: 'disaster-recovery',
    stated: says('Environment Configuration Matrix', 486),
  }),
  promise.availability({
    in: production,
    atLeast: '99.9%',
    now: '99.95%',
    name: 'performance-targets',
    stated: says('Performance Targets', 829),
  }),
]

// Who takes a step is said of none of them.
const person = { actor: 'person' } as const

const regionFailure = procedure('region-failure', {
  steps: [
    step('DNS failover', { ...person, does: 'redirect', by: network }),
    step('restore from backup', { ...person, does: 'restore' }),
    step('validate services', { ...person, does: 'verify' }),
  ],
  stated: disaster(803),
})

const databaseCorruption = procedure('database-corruption', {
  steps: [
    step('stop writes', { ...person, does: 'quiesce' }),
    step('restore from backup', { ...person, does: 'restore' }),
    step('verify data integrity', { ...person, does: 'verify' }),
  ],
  stated: disaster(804),
})

const applicationFailure = procedure('application-failure', {
  steps: [
    step('rollback deployment', { ...person, does: 'rollback' }),
    step('restore configuration', { ...person, does: 'configure' }),
    step('health checks', { ...person, does: 'verify' }),
  ],
  stated: disaster(805),
})

export const securityBreach = procedure('security-breach', {
  steps: [
    step('isolate systems', { ...person, does: 'isolate' }),
    step('assess damage', { ...person, does: 'assess' }),
    step('restore from clean backup', { ...person, does: 'restore' }),
  ],
  stated: disaster(806),
})

const returnToPrimary = procedure('return-to-primary', {
  steps: [step('return to primary region', { ...person, does: 'redirect', in: production })],
  stated: disaster(803),
})

const pointInTime = procedure('point-in-time-recovery', {
  steps: [step('point-in-time recovery', { ...person, does: 'restore' })],
  stated: disaster(804),
})

const forwardFix = procedure('forward-fix', {
  steps: [step('forward fix deployment', { ...person, does: 'deploy' })],
  stated: disaster(805),
})

const enhancedMonitoring = procedure('enhanced-monitoring', {
  steps: [step('enhanced monitoring', { ...person, does: 'watch' })],
  stated: disaster(806),
})

export const scenarios = [
  scenario('complete region failure', {
    of: loss.region,
    in: production,
    by: regionFailure,
    takes: '4h',
    fallback: returnToPrimary,
    stated: disaster(803),
  }),
  scenario('database corruption', {
    of: corruption,
    in: production,
    by: databaseCorruption,
    takes: '2h',
    fallback: pointInTime,
    stated: disaster(804),
  }),
  scenario('application failure', {
    of: badRelease,
    in: production,
    by: applicationFailure,
    takes: '30m',
    fallback: forwardFix,
    stated: disaster(805),
  }),
  scenario('security breach', {
    of: breach,
    in: production,
    by: securityBreach,
    takes: '6h',
    fallback: enhancedMonitoring,
    stated: disaster(806),
  }),
]

export const functions = functionsOf({ production, web, api, subgraph })
