// The taxonomy: what runs in the cluster, and what it calls.

import { service, worker } from 'seaworthy'
import { says } from './says.ts'
import { byLoad, byLoadAndLag } from './scaling.ts'
import { broker, cache, database } from './stores.ts'

const drawn = (...lines: readonly number[]) => says('Infrastructure Taxonomy', ...lines)

// The drawing lets the cluster as a whole call each store.
const calls = [database, cache, broker]
const cites = { calls: drawn(39, 40, 41) }

export const riskEngine = service('risk-engine', { listens: 'http', scales: byLoad, calls, cites, stated: drawn(23) })
export const backend = service('backend', { listens: 'http', scales: byLoad, calls, cites, stated: drawn(24) })
export const stream = worker('stream', { scales: byLoadAndLag, calls, cites, stated: drawn(25) })
