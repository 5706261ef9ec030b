// What is counted, how it scales, and the program that everything is deployed with.

import { promise, tool, total } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { development, production, secondary, staging } from './environments.ts'
import { productionScaling, stagingScaling } from './scaling.ts'
import { documents } from './stores.ts'

export const tools = [tool('Helm', { version: '3.20', orNewer: true, stated: says('Cloud Deployment Stack', 22) })]

const strategy = says('Scaling Strategy', [190, 195])

export const capacity = [
  promise.figure(total.contexts(production), { in: production, is: 6, stated: says('System Overview', 7) }),
  promise.figure(total.stored(documents), { in: production, is: '3T', stated: says('Primary Data Store', 60) }),
  // Each context has them wherever it runs.
  ...[production, staging, development].map((each) =>
    promise.figure(total.collections(documents), { in: each, is: 120, stated: says('Primary Data Store', 59) }),
  ),
  promise.autoscales(productionScaling, { in: production, name: 'strategy', stated: strategy }),
  promise.autoscales(productionScaling, { in: secondary, name: 'strategy', stated: strategy }),
  promise.autoscales(stagingScaling, { in: staging, name: 'strategy', stated: strategy }),
]
