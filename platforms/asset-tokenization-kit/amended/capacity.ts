// Performance and scaling: what is carried and how fast, how far each way of scaling goes, and how what is used grows.

import { forecast, most, plus, promise, total } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { api, subgraph, web } from './components.ts'
import { featureBranch, production, shared } from './environments.ts'
import { watching, watchingAway } from './monitoring.ts'
import { scaling } from './scaling.ts'
import { database } from './stores.ts'

const target = (line: number) => says('Performance Targets', line)
const strategy = (line: number) => says('Scaling Strategy', line)
const planned = (line: number) => says('Capacity Planning', line)

/** What autoscalers move; stores and gateways have as many pods as they have. */
const scaled = plus(plus(most.pods(web), most.pods(api)), most.pods(subgraph))

// One pair of bounds, and one of steps, as each service has them.
const autoscaled = [
  { each: web, so: scaling(3, 7, 515) },
  { each: api, so: scaling(2, 10, 516) },
  { each: subgraph, so: scaling(2, 3, 519) },
].map(({ each, so }) =>
  promise.autoscales(so, {
    in: production,
    of: [each],
    name: each.name,
    stated: says('Auto-Scaling Configuration', [525, 528]),
  }),
)

export const capacity = [
  ...autoscaled,
  promise.throughput(api, { in: production, atLeast: '10000/min', stated: target(828) }),
  promise.bounded(scaled, { in: production, atMost: 20, name: 'horizontal', stated: strategy(835) }),
  // Beside production too: one pod of a developer's is not to take what all others stand on.
  ...[production, shared, featureBranch, watching, watchingAway].map((each) =>
    promise.withinNode({ in: each, stated: strategy(836) }),
  ),
  promise.bounded(total.pods(database), { in: production, atMost: 5, stated: strategy(837) }),
  promise.bounded(total.storage(production, 'all'), { in: production, atMost: '10T', stated: strategy(838) }),
]

// What may be spent more is said with the time in which it may.
export const forecasts = [
  forecast('compute', {
    of: production,
    resource: 'compute',
    now: '50%',
    grows: '20%',
    every: 'month',
    lead: '3 months',
    budget: { more: '25%', in: 'month' },
    stated: planned(845),
  }),
  forecast('storage', {
    of: production,
    resource: 'storage',
    now: '2T',
    grows: '50%',
    every: 'quarter',
    most: '10T',
    lead: '1 month',
    budget: { more: '15%', in: 'month' },
    cites: { most: strategy(838) },
    stated: planned(846),
  }),
  forecast('network', {
    of: production,
    resource: 'traffic',
    now: '100G',
    per: 'month',
    grows: '30%',
    every: 'month',
    most: '5T',
    lead: 'none',
    budget: { more: '10%', in: 'week' },
    stated: planned(847),
  }),
  forecast('database', {
    of: database,
    resource: 'storage',
    now: '500G',
    grows: '25%',
    every: 'quarter',
    lead: '2 weeks',
    budget: { more: '20%', in: 'month' },
    stated: planned(848),
  }),
]
