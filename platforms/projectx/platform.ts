// ProjectX as it keeps what its document promises. What was decided, and why, is in README.md.

import { platform } from 'seaworthy'
import { availability } from './amended/availability.ts'
import { consortium, government } from './amended/consortium.ts'
import {
  branches,
  changes,
  infrastructures,
  pipelines,
  promotions,
  rollouts,
  zeroDowntime,
} from './amended/delivery.ts'
import { drawings } from './amended/drawings.ts'
import { dev, observability, production, staging, standby } from './amended/environments.ts'
import { document } from './amended/paper.ts'
import { failovers, recoveries, scenarios } from './amended/recovery.ts'
import { security } from './amended/security.ts'
import { tiers } from './amended/tiers.ts'
import { traffic } from './amended/traffic.ts'
import { gathered, watching } from './amended/watching.ts'

export default platform('projectx', {
  title: 'ProjectX, amended',
  environments: [dev, staging, production, standby, observability],
  promises: [
    ...availability,
    ...tiers,
    ...traffic,
    ...security,
    ...zeroDowntime,
    ...changes,
    ...recoveries,
    ...gathered,
  ],
  scenarios,
  failovers,
  branches,
  pipelines,
  promotions,
  rollouts,
  infrastructure: infrastructures,
  document,
  drawings,
  organisations: [consortium, government],
  monitoring: watching,
})
