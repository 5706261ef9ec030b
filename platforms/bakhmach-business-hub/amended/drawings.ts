// Network topology, redrawn: what is declared, with an arrow for each call.

import { drawing } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { gateway, services } from './components.ts'
import { balancer, internet, publicNames, shield } from './edge.ts'
import { production } from './environments.ts'
import { names } from './network.ts'
import { keycloak } from './security.ts'
import { cache, database, documents, queue, storage, trails } from './stores.ts'

const data = [database, documents, cache, trails, queue]

export const drawings = [
  drawing('network topology', {
    of: production,
    boxes: [names, storage],
    arrows: [
      [internet, shield],
      [publicNames, shield],
      [shield, balancer],
      [balancer, gateway],
      ...services.map((service) => [gateway, service] as const),
      ...services.flatMap((service) => data.map((store) => [service, store] as const)),
      [keycloak, database],
    ],
    stated: says('Network Topology', [77, 100]),
  }),
]
