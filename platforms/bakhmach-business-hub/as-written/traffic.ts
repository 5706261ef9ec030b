// What is said of the way in, and of what calls between pods carry.

import { promise } from 'seaworthy'
import { shield } from './edge.ts'
import { development, production, staging } from './environments.ts'
import { says } from './says.ts'

const security = (...lines: readonly number[]) => says('Network Security', ...lines)

// Of no environment is it said that any of this is left out there.
export const traffic = [development, staging, production].flatMap((environment) => [
  promise.entersBy([shield], { in: environment, stated: says('Network Topology, Network Security', 80, 83, 146) }),
  promise.mutualTls({ in: environment, stated: security(152) }),
  promise.onlyCalls({ in: environment, stated: says('Service Mesh, Network Security', 112, 148) }),
])
