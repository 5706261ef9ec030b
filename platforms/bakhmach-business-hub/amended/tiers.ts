// What the environments promise of themselves.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { development, production, secondary, staging } from './environments.ts'

const of = (...lines: readonly number[]) => says('Deployment Environments', ...lines)

export const tiers = [
  promise.replicas(1, { in: development, stated: of(162) }),
  promise.allots('least', { in: development, stated: of(163) }),
  promise.lives('7d', { in: development, stated: of(164) }),
  // One pod is not to take what all others stand on, whatever it may take above its share.
  promise.withinNode({ in: development, stated: of(161) }),
  // Two, and more where they are needed: the line beside it has an autoscaler there.
  promise.replicas({ atLeast: 2 }, { in: staging, stated: of(169) }),
  promise.allots('50%', { in: staging, of: production, stated: of(170) }),
  promise.lives('30d', { in: staging, stated: of(171) }),
  promise.spans({ in: production, zones: 'several', stated: of(176) }),
  promise.replicas({ atLeast: 3 }, { in: production, stated: of(177) }),
  promise.lives('good', { in: production, stated: of(179) }),
  promise.lives('good', { in: secondary, stated: of(179, 183) }),
  promise.spans({ in: production, regions: 'several', name: 'multi-region', stated: of(183) }),
]
