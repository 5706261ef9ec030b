// All known faults of the document that a rule finds, by area. One line per area.

import { capacity } from './capacity.ts'
import { delivery } from './delivery.ts'
import { drills } from './drills.ts'
import type { Entry } from './entry.ts'
import { estimates } from './estimates.ts'
import { manifests } from './manifests.ts'
import { monitoring } from './monitoring.ts'
import { network } from './network.ts'
import { nodeLoss } from './node-loss.ts'
import { placement } from './placement.ts'
import { policies } from './policies.ts'
import { security } from './security.ts'
import { stores } from './stores.ts'
import { sums } from './sums.ts'

export const entries: readonly Entry[] = [
  ...delivery, //
  ...capacity, //
  ...drills,
  ...estimates,
  ...manifests,
  ...monitoring,
  ...network,
  ...nodeLoss,
  ...security,
  ...placement,
  ...policies,
  ...stores,
  ...sums,
]
