// Infrastructure taxonomy: the picture of the region.

import { drawing } from 'seaworthy'
import { eks } from './cluster.ts'
import { backend, riskEngine, stream } from './components.ts'
import { prod } from './environments.ts'
import { balancer, internet, wayOut } from './network.ts'
import { says } from './says.ts'
import { broker, cache, database } from './stores.ts'

export const drawings = [
  drawing('infrastructure taxonomy', {
    of: prod,
    arrows: [
      [internet, balancer],
      [balancer, eks],
      [eks, database],
      [eks, cache],
      [eks, broker],
    ],
    boxes: [wayOut, riskEngine, backend, stream],
    says: [
      [database, 'PostgreSQL RDS'],
      [cache, 'Redis Cluster'],
      [broker, 'Kafka / MSK'],
    ],
    stated: says('Infrastructure Taxonomy', [9, 42]),
  }),
]
