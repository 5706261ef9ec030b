// What is said of the way in, and of what calls between pods carry.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { shield } from './edge.ts'
import { development, production, secondary, staging } from './environments.ts'

const security = (...lines: readonly number[]) => says('Network Security', ...lines)

export const traffic = [development, staging, production, secondary].flatMap((environment) => [
  promise.entersBy([shield], { in: environment, stated: says('Network Topology, Network Security', 80, 83, 146) }),
  // On the one machine nothing stands outside the mesh.
  promise.mutualTls({
    in: environment,
    ...(environment === development ? {} : { beyond: 'server' as const }),
    stated: security(152),
  }),
  promise.onlyCalls({ in: environment, stated: says('Service Mesh, Network Security', 112, 148) }),
])
