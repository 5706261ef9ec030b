// What is promised of copies: how often, where, and for how long.

import { interval, promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { production } from './environments.ts'
import { database, documents } from './stores.ts'

const row = says('Deployment Environments', 180)
const strategy = (line: number) => says('Disaster Recovery', line)

export const copies = [database, documents].flatMap((store) => [
  promise.retains(store, { in: production, every: 'hour', acrossRegions: true, stated: row }),
  // One every hour is more than one in six.
  promise.figure(interval.backups(store), { in: production, is: '1h', stated: strategy(217) }),
  promise.retains(store, { in: production, every: '6h', for: '90d', name: 'strategy', stated: strategy(221) }),
])
