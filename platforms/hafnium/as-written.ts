// Hafnium as its deployment document says it: contradictions included, nothing added by kindness.

import { platform } from 'seaworthy'
import { images, infrastructures, promotions, replaced } from './as-written/delivery.ts'
import { drawings } from './as-written/drawings.ts'
import { dev, dr, prod, staging, tiers } from './as-written/environments.ts'
import { recovery } from './as-written/recovery.ts'
import { traffic } from './as-written/traffic.ts'

export default platform('hafnium', {
  title: 'Hafnium, as written',
  environments: [dev, staging, prod, dr],
  promises: [...tiers, ...recovery, ...traffic, ...images, ...replaced],
  drawings,
  infrastructure: infrastructures,
  promotions,
})
