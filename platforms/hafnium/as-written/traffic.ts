// What the drawing says of the way in, and of what stands where.

import { promise } from 'seaworthy'
import { backend, riskEngine, stream } from './components.ts'
import { prod } from './environments.ts'
import { balancer } from './network.ts'
import { says } from './says.ts'
import { broker, cache, database } from './stores.ts'

const drawn = (...lines: readonly (number | readonly [number, number])[]) => says('Infrastructure Taxonomy', ...lines)

export const traffic = [
  promise.entersBy([balancer], { in: prod, stated: drawn(37) }),
  promise.privateSegments([riskEngine, backend, stream], { in: prod, name: 'apps', stated: drawn(20, [22, 26]) }),
  promise.privateSegments([database, cache, broker], { in: prod, name: 'data', stated: drawn([29, 32]) }),
]
