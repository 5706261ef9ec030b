// What is said of backups beside the methods that the stores have: by the environments, and by the chapter on disasters.

import { interval, promise } from 'seaworthy'
import { production } from './environments.ts'
import { says } from './says.ts'
import { database, documents } from './stores.ts'

const row = says('Deployment Environments', 180)
const strategy = (line: number) => says('Disaster Recovery', line)

export const copies = [database, documents].flatMap((store) => [
  promise.retains(store, { in: production, every: 'hour', acrossRegions: true, stated: row }),
  promise.figure(interval.backups(store), { in: production, is: '6h', stated: strategy(220) }),
  promise.retains(store, { in: production, for: '90d', name: 'strategy', stated: strategy(221) }),
])
