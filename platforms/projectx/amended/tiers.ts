// What sets the environments apart, and what may.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { dev, production, staging, standby } from './environments.ts'

const row = (line: number) => says('Environments', line)

export const tiers = [
  promise.spans({ in: dev, regions: 1, clusters: 1, stated: row(9) }),
  promise.lives('until-closed', { in: dev, stated: row(9) }),
  promise.configures({ in: dev, by: ['features'], stated: row(9) }),
  promise.integrates('mock', { in: dev, stated: row(9) }),
  promise.mirrors(production, { in: staging, except: ['size', 'endpoints', 'cluster'], stated: row(10) }),
  promise.integrates('sandbox', { in: staging, stated: row(10) }),
  promise.spans({ in: production, regions: 'several', stated: row(11) }),
  ...[production, standby].map((each) => promise.configures({ in: each, by: ['features'], stated: row(11) })),
]
