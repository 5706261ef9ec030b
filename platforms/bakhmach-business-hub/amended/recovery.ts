// Disaster recovery: targets, what is done when a region or rows are gone, and how it is rehearsed.

import { corruption, delivery, dnsFailover, drill, loss, procedure, promise, scenario, step } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { development, production, secondary, staging } from './environments.ts'
import { database, documents, trails } from './stores.ts'

const of = (...lines: readonly (number | readonly [number, number])[]) => says('Disaster Recovery', ...lines)

const names = dnsFailover('names', {
  from: production,
  to: secondary,
  by: 'cloudflare',
  checks: { every: '10s', failures: 2 },
  ttl: '30s',
  stated: of(227),
})

const failover = procedure('failover', {
  steps: [
    step('detect failure', { does: 'detect', actor: 'controller', takes: '1m', stated: of(225) }),
    // To detect is not to decide: that the line between the two is down is no reason to promote.
    step('confirm failure', { does: 'decide', actor: 'controller', takes: '30s' }),
    step('promote replica', {
      does: 'promote',
      of: [database, documents],
      actor: 'controller',
      takes: { from: '1m', to: '4m' },
      stated: of(226),
    }),
    step('lead clients to it', { does: 'configure', of: [database, documents], actor: 'controller', takes: '1m' }),
    step('verify service health', { does: 'verify', actor: 'controller', takes: '1m', stated: of(228) }),
    step('DNS failover', { does: 'redirect', by: names, actor: 'controller', takes: '1m', stated: of(227) }),
    step('notify on-call team', { does: 'notify', actor: 'controller', takes: '1m', stated: of(229) }),
    step('manual verification', { does: 'verify', actor: 'person', takes: { from: '2m', to: '5m' }, stated: of(230) }),
    step('give it a follower', {
      does: 'follow',
      of: [database, documents],
      actor: 'controller',
      after: ['promote replica'],
      takes: '5m',
    }),
  ],
  stated: of([224, 230]),
})

const restore = procedure('restore', {
  steps: [
    step('detect wrong rows', { does: 'detect', actor: 'controller', takes: '1m' }),
    step('bring rows back', {
      does: 'restore',
      of: [database, documents, trails],
      actor: 'controller',
      takes: { from: '5m', to: '10m' },
    }),
    step('verify rows', { does: 'verify', actor: 'person', takes: { from: '1m', to: '3m' } }),
  ],
})

/** What people read when it comes to it. */
export const procedures = [failover, restore]

export const recovery = [
  promise.recovers(database, {
    in: production,
    within: '15m',
    losing: '5m',
    by: restore,
    stated: says('Primary Data Store', 53, 54),
  }),
  promise.recovers(production, { within: '15m', losing: '5m', stated: of(213, 214) }),
  promise.recovers(names, { within: '1m', stated: of(227) }),
  promise.availability({
    in: production,
    atLeast: '99.95%',
    over: '15d',
    stated: says('Deployment Environments', 182),
  }),
]

export const scenarios = [
  scenario('failover', { of: loss.region, in: production, by: failover, stated: of([224, 230]) }),
  scenario('failover of the other', { of: loss.region, in: secondary, by: failover, stated: of([224, 230]) }),
  scenario('wrong rows', { of: corruption, in: production, by: restore }),
]

// Both regions serve: what the drill takes away is what names take to lead elsewhere.
export const drills = [
  drill('failover', {
    of: loss.region,
    in: production,
    every: 'week',
    across: 'regions',
    by: failover,
    takes: '1m',
    stated: of(222),
  }),
]

/** Who deploys lies in Git, and what differs from it is brought back by itself. */
export const deliveries = [
  delivery('configuration', {
    by: 'controller',
    applies: [development, staging, production, secondary],
    stated: of(219),
  }),
]
