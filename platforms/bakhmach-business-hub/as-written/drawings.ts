// Network topology: the boxes and arrows of the picture. One line of it reads API Cache where services stand.

import { drawing } from 'seaworthy'
import { agent, audit, auth, core, finance, gateway, infusion, trade } from './components.ts'
import { internet, shield } from './edge.ts'
import { production } from './environments.ts'
import { internal } from './network.ts'
import { says } from './says.ts'
import { database, documents, queue } from './stores.ts'

const services = [auth, core, finance, audit, agent, trade, infusion]

export const drawings = [
  drawing('network topology', {
    of: production,
    arrows: [
      [internet, shield],
      [shield, gateway],
      ...services.map((service) => [gateway, service] as const),
      [gateway, 'API Cache'],
      ...services.map((service) => [service, internal] as const),
      ['API Cache', internal],
      [internal, database],
      [internal, documents],
      [internal, queue],
    ],
    says: [
      [gateway, 'API Gateway - Kong/Nginx Ingress'],
      [auth, 'Auth Svc'],
      [core, 'Core Svc'],
      [finance, 'Finance Svc'],
      [audit, 'Audit Svc'],
      [agent, 'AI Svc'],
      [trade, 'Trade Svc'],
      [infusion, 'Infusion Svc'],
      [database, 'PostgreSQL Cluster'],
    ],
    stated: says('Network Topology', [77, 100]),
  }),
]
