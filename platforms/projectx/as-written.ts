// ProjectX as its sketch of a deployment topology says it: open choices left open, nothing added by kindness.

import { platform } from 'seaworthy'
import { consortium, government } from './as-written/consortium.ts'
import { changes, document, infrastructures, rollouts } from './as-written/delivery.ts'
import { drawings } from './as-written/drawings.ts'
import { dev, production, staging, tiers } from './as-written/environments.ts'
import { distributedTracing, observability } from './as-written/monitoring.ts'
import { scenarios } from './as-written/recovery.ts'
import { security } from './as-written/security.ts'
import { traffic } from './as-written/traffic.ts'

export default platform('projectx', {
  title: 'ProjectX, as written',
  environments: [dev, staging, production],
  promises: [...tiers, ...traffic, ...rollouts, ...changes, ...security],
  scenarios,
  document,
  drawings,
  infrastructure: infrastructures,
  organisations: [consortium, government],
  monitoring: [observability, distributedTracing],
})
