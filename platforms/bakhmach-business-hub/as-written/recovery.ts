// Disaster recovery: targets, the failover procedure, and its drill.

import { delivery, dnsFailover, drill, loss, procedure, promise, scenario, step } from 'seaworthy'
import { production, secondary } from './environments.ts'
import { says } from './says.ts'
import { database } from './stores.ts'

const of = (...lines: readonly (number | readonly [number, number])[]) => says('Disaster Recovery', ...lines)

export const recovery = [
  promise.recovers(database, {
    in: production,
    within: '15m',
    losing: '5m',
    stated: says('Primary Data Store', 53, 54),
  }),
  promise.recovers(production, { within: '15m', losing: '5m', stated: of(213, 214) }),
  promise.availability({ in: production, atLeast: '99.95%', stated: says('Deployment Environments', 182) }),
]

const names = dnsFailover('names', { from: production, to: secondary, stated: of(227) })

const failover = procedure('failover', {
  steps: [
    step('detect failure', { does: 'detect', actor: 'controller', stated: of(225) }),
    step('promote replica', { does: 'promote', of: [database], actor: 'controller', stated: of(226) }),
    step('DNS failover', {
      does: 'redirect',
      by: names,
      actor: 'controller',
      takes: { from: '0s', to: '1m' },
      stated: of(227),
    }),
    step('verify service health', { does: 'verify', actor: 'controller', stated: of(228) }),
    step('notify on-call team', { does: 'notify', actor: 'controller', stated: of(229) }),
  ],
  stated: of([224, 229]),
})

// What the list ends with comes before the way back: the place is there again by then.
const wayBack = procedure('primary restoration', {
  in: production,
  steps: [step('manual verification', { does: 'verify', actor: 'person', stated: of(230) })],
  stated: of(230),
})

export const procedures = [wayBack]

export const scenarios = [
  scenario('failover', { of: loss.region, in: production, by: failover, stated: of([224, 229]) }),
]

// Where it is held is not said.
export const drills = [
  drill('failover', {
    of: loss.region,
    in: production,
    place: 'unsaid',
    every: 'week',
    across: 'regions',
    by: failover,
    stated: of(222),
  }),
]

// The configuration lies in Git, and what differs from it is brought back by itself.
export const deliveries = [delivery('configuration', { by: 'controller', applies: [production], stated: of(219) })]
