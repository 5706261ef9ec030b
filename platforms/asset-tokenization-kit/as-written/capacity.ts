// Performance and scaling: what is carried and how fast, how far each way of scaling goes, and how what is used grows.

import { forecast, most, plus, promise, total } from 'seaworthy'
import { api, subgraph, web } from './components.ts'
import { production } from './environments.ts'
import { says } from './says.ts'
import { database } from './stores.ts'

const target = (line: number) => says('Performance Targets', line)
const scaling = (line: number) => says('Scaling Strategy', line)
const planned = (line: number) => says('Capacity Planning', line)

// "Pod autoscaling" is the method: what has no autoscaler is not of its 20 pods.
const autoscaled = plus(most.pods(web), most.pods(api), most.pods(subgraph))

export const capacity = [
  promise.throughput(api, { in: production, atLeast: '10000/min', now: '8000/min', stated: target(828) }),
  promise.bounded(autoscaled, { in: production, atMost: 20, name: 'horizontal', stated: scaling(835) }),
  promise.withinNode({ in: production, stated: scaling(836) }),
  promise.bounded(total.pods(database), { in: production, atMost: 5, stated: scaling(837) }),
  promise.bounded(total.storage(production, 'all'), { in: production, atMost: '10T', stated: scaling(838) }),
]

export const forecasts = [
  forecast('compute', {
    of: production,
    resource: 'compute',
    now: '50%',
    grows: '20%',
    every: 'month',
    lead: '3 months',
    budget: '25%',
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
    budget: '15%',
    cites: { most: scaling(838) },
    stated: planned(846),
  }),
  forecast('network', {
    of: production,
    resource: 'traffic',
    now: '100G',
    per: 'month',
    grows: '30%',
    every: 'month',
    lead: 'none',
    budget: '10%',
    stated: planned(847),
  }),
  forecast('database', {
    of: database,
    resource: 'storage',
    now: '500G',
    grows: '25%',
    every: 'quarter',
    lead: '2 weeks',
    budget: '20%',
    stated: planned(848),
  }),
]
