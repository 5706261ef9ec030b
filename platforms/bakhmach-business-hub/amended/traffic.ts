// What is said of the way in, and of what calls between pods carry.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { services } from './components.ts'
import { shield } from './edge.ts'
import { development, production, secondary, staging } from './environments.ts'
import { monitors } from './monitors.ts'

const security = (...lines: readonly number[]) => says('Network Security', ...lines)

const serving = [development, staging, production, secondary]

export const traffic = [
  ...serving.flatMap((environment) => [
    promise.entersBy([shield], { in: environment, stated: says('Network Topology, Network Security', 80, 83, 146) }),
    promise.onlyCalls({ in: environment, mesh: true, stated: says('Service Mesh, Network Security', 112, 148) }),
  ]),
  ...[...serving, ...monitors].map((environment) =>
    promise.mutualTls({
      in: environment,
      // On the one machine nothing stands outside the mesh.
      ...(environment === development ? {} : { beyond: 'server' as const }),
      tls: '1.3',
      stated: security(152),
    }),
  ),
  ...services.map((service) =>
    promise.balances(service, {
      in: production,
      how: 'least-requests',
      each: 'request',
      stated: says('Service Mesh', 110),
    }),
  ),
]
