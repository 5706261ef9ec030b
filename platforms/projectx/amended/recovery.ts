// The region of production is lost: who does what, in which order, in which time; and how old the rows are then.

import { dnsFailover, loss, procedure, promise, scenario, step } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { production, standby } from './environments.ts'
import { blockchain } from './ledger.ts'
import { analytics, broker, database, documents } from './stores.ts'

const promised = says('Environments, Observability and Operations', 11, 59)

const name = dnsFailover('api', {
  from: production,
  to: standby,
  by: 'route53',
  checks: { every: '30s', failures: 3 },
  ttl: '60s',
})

// Nobody promotes what stands by but a person: from there a cut connection looks like a lost region.
const failover = procedure('failover', {
  steps: [
    step('notice', { does: 'detect', actor: 'person', takes: { from: '5m', to: '10m' } }),
    step('decide', { does: 'decide', actor: 'person', takes: { from: '5m', to: '15m' } }),
    step('shut the lost region off', { does: 'isolate', actor: 'person', takes: { from: '1m', to: '5m' } }),
    step('promote', {
      does: 'promote',
      actor: 'person',
      takes: { from: '1m', to: '5m' },
      of: [database, broker, analytics],
    }),
    step('lead clients there', { does: 'configure', actor: 'controller', takes: '2m', of: [broker, analytics] }),
    step('bring the ledger back', {
      does: 'restore',
      actor: 'person',
      takes: { from: '5m', to: '10m' },
      of: [blockchain],
    }),
    step('look at what was brought', { does: 'verify', actor: 'person', takes: { from: '1m', to: '5m' } }),
    step('redirect', { does: 'redirect', actor: 'controller', by: name, in: standby, takes: '150s' }),
    step('verify', { does: 'verify', actor: 'person', takes: { from: '5m', to: '10m' } }),
    step('have followers again', {
      does: 'follow',
      actor: 'person',
      takes: { from: '30m', to: '2h' },
      of: [database, broker, analytics],
      after: ['redirect'],
    }),
  ],
  stated: promised,
})

export const failovers = [name]

export const scenarios = [
  scenario('failover', { of: loss.region, in: production, by: failover, takes: '3h', stated: promised }),
]

const lost = { in: production, from: loss.region, within: '3h', by: failover, stated: promised } as const

/** Each store has a time of its own, and what it may lose. */
export const recoveries = [
  promise.recovers(name, { within: '5m', stated: promised }),
  promise.survives(loss.cluster, {
    in: production,
    keeps: [database],
    within: '3h',
    losing: '2m',
    by: failover,
    stated: promised,
  }),
  promise.recovers(broker, { ...lost, losing: '1m' }),
  promise.recovers(documents, { ...lost, losing: '15m' }),
  promise.recovers(analytics, { ...lost, losing: '30m' }),
  promise.recovers(blockchain, { ...lost, losing: '80m' }),
]
