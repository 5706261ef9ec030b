// Disaster recovery: what comes back, how soon, and with how much lost.

import { dnsFailover, loss, promise } from 'seaworthy'
import { dr, prod } from './environments.ts'
import { says } from './says.ts'
import { database, state } from './stores.ts'

const row = (line: number) => says('Disaster Recovery', line)

const traffic = dnsFailover('traffic', { from: prod, to: dr, by: 'route53', stated: row(99) })

export const recovery = [
  promise.recovers(database, { in: prod, from: loss.region, within: '15m', losing: '5m', stated: row(98) }),
  promise.recovers(traffic, { from: loss.region, within: '5m', stated: row(99) }),
  promise.recovers(state, { in: prod, from: loss.region, losing: '15m', stated: row(100) }),
  promise.recovers(prod, { within: '1h', losing: '5m', stated: says('RPO/RTO Targets', 103, 104) }),
]
