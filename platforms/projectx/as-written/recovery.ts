// The closing note: how production fails over is still to be written.

import { loss, planned, scenario } from 'seaworthy'
import { production } from './environments.ts'
import { says } from './says.ts'

export const scenarios = [
  planned(
    scenario('failover', {
      of: loss.region,
      in: production,
      stated: says('Environments, Observability and Operations', 11, 59),
    }),
    { stated: says('Observability and Operations', 59) },
  ),
]
