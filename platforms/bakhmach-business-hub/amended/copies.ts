// What is promised of copies: how often, where, and for how long.

import { interval, promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { production, staging } from './environments.ts'
import { database, documents, queue, trails } from './stores.ts'

const row = says('Deployment Environments', 180)
const strategy = (line: number) => says('Disaster Recovery', line)

/** Whatever holds rows that are nowhere else: copied as often, kept as long, and by nobody deleted before. */
const ofEach = [database, documents, trails, queue].map((store) =>
  promise.retains(store, {
    in: production,
    every: '6h',
    for: '90d',
    immutable: true,
    name: 'strategy',
    stated: strategy(221),
  }),
)

const inStaging = [database, documents].map((store) =>
  promise.retains(store, { in: staging, every: 'day', for: '30d', stated: says('Deployment Environments', 172) }),
)

const ofDatabases = [database, documents].flatMap((store) => [
  promise.retains(store, { in: production, every: 'hour', acrossRegions: true, stated: row }),
  // One every hour is more than one in six.
  promise.figure(interval.backups(store), { in: production, is: '1h', stated: strategy(217) }),
])

export const copies = [...ofDatabases, ...ofEach, ...inStaging]
